using Microsoft.AspNetCore.Components.Forms;

namespace HaloAgent.Web.Shared;

/// <param name="Problem">Why it was not taken, as a sentence; null when it was.</param>
internal sealed record PickedFile(byte[] Bytes, string Name, string ContentType, string? Problem)
{
    private const long Largest = 8 * 1024 * 1024;

    public static async Task<PickedFile> ReadAsync(IBrowserFile file, CancellationToken stop)
    {
        if (file.Size > Largest)
        {
            return new([], file.Name, file.ContentType, $"{file.Name} is larger than 8 MB. Choose a smaller picture, or take a screenshot of it.");
        }

        try
        {
            await using var stream = file.OpenReadStream(Largest, stop);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, stop);
            return new(copy.ToArray(), file.Name, file.ContentType, null);
        }
        catch (IOException)
        {
            return new([], file.Name, file.ContentType, $"{file.Name} could not be read from your device. Choose it again.");
        }
    }
}
