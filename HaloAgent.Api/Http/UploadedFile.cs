using Microsoft.AspNetCore.Mvc;

namespace HaloAgent.Api.Http;

/// <summary>The bytes of an uploaded file, or the reason why there are none.</summary>
internal static class UploadedFile
{
    /// <summary>
    /// What a body may weigh for files of at most so much. Twice the limit is still read to the end, so that the sender gets a sentence
    /// instead of a broken connection; more is cut off with 413.
    /// </summary>
    public static RequestSizeLimitAttribute Within(int most) => new(2L * most);

    public static async Task<Outcome<byte[]>> ReadAsync(IFormFile? file, int most, CancellationToken stop)
    {
        if (file is null || file.Length == 0)
        {
            return Failure.Invalid("file", "Attach a file, in the form field \"file\".");
        }

        if (file.Length > most)
        {
            return Failure.Invalid("file", $"The file is too large: at most {most / (1024 * 1024)} MB.");
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, stop);
        return bytes;
    }
}
