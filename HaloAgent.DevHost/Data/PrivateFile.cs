using System.Text.Json;
using System.Text.Json.Serialization;

namespace HaloAgent.DevHost.Data;

/// <summary>Files that only their owner may read, replaced in one step so that nobody sees half of one.</summary>
internal static class PrivateFile
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    public static async Task WriteJsonAsync<T>(string path, T value, CancellationToken cancellation)
    {
        var draft = path + ".new";
        await using (var file = Create(draft))
            await JsonSerializer.SerializeAsync(file, value, Json, cancellation);
        File.Move(draft, path, overwrite: true);
    }
}
