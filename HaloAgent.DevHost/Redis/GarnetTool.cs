using System.Text.Json;
using HaloAgent.DevHost.Processes;

namespace HaloAgent.DevHost.Redis;

/// <summary>
/// Garnet, Microsoft's server that speaks Redis' protocol, as pinned in dotnet-tools.json. Run through
/// <c>dotnet tool run</c> it is two processes, and killing the outer one orphans the inner: so its assembly is found
/// and run directly.
/// </summary>
internal static class GarnetTool
{
    private const string Package = "garnet-server";

    private static readonly SemaphoreSlim Gate = new(1, 1);

    public static string Version { get; } = ReadVersion();

    public static async Task<string> LocateAsync(Action<string> say, CancellationToken cancellation)
    {
        await Gate.WaitAsync(cancellation);
        try
        {
            if (FindIn(UsualPackages()) is { } found)
                return found;
            say($"restoring the .NET tool {Package} {Version} (once) …");
            await Shell.RunAsync(Repository.DotNet, ["tool", "restore"], say, Repository.Root, cancellation);
            var listed = await Shell.RunAsync(Repository.DotNet, ["nuget", "locals", "global-packages", "--list"], null, Repository.Root, cancellation);
            return FindIn(UsualPackages()) ?? FindIn(listed.Split(": ")[^1].Trim())
                ?? throw new DevHostException($"{Package} {Version} was restored, but is not in {UsualPackages()}.");
        }
        finally
        {
            Gate.Release();
        }
    }

    private static string? FindIn(string packages)
    {
        var path = Path.Combine(packages, Package, Version, "tools", "net10.0", "any", "GarnetServer.dll");
        return File.Exists(path) ? path : null;
    }

    private static string UsualPackages() => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
        ? given
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string ReadVersion()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "dotnet-tools.json")));
        return manifest.RootElement.GetProperty("tools").GetProperty(Package).GetProperty("version").GetString()!;
    }
}
