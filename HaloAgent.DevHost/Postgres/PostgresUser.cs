using HaloAgent.DevHost.Processes;

namespace HaloAgent.DevHost.Postgres;

/// <summary>PostgreSQL refuses to run as root; then it runs as the user that its package made.</summary>
internal static class PostgresUser
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    /// <summary>Null when it may run as whoever we are.</summary>
    public static string? Needed { get; } = Signal.IsRoot && OperatingSystem.IsLinux() ? FirstThatExists() : null;

    public static IReadOnlyList<string> Prefix => Needed is { } user ? ["setpriv", $"--reuid={user}", $"--regid={GroupOf(user)}", "--init-groups", "--"] : [];

    public static string GroupOf(string user) => user == "nobody" && !Lists("/etc/group", "nobody") ? "nogroup" : user;

    public static Task OwnAsync(string path, CancellationToken cancellation) => Needed is { } user
        ? Shell.RunAsync("chown", [$"{user}:{GroupOf(user)}", path], cancellation: cancellation)
        : Task.CompletedTask;

    /// <summary>False for a folder below somebody's closed home, such as /root.</summary>
    public static async Task<bool> CanReachAsync(string folder, CancellationToken cancellation) =>
        Needed is null || (await Shell.TryAsync(Prefix[0], [.. Prefix.Skip(1), "test", "-x", folder], cancellation: cancellation)).ExitCode == 0;

    private static string FirstThatExists() => Candidates.FirstOrDefault(user => Lists("/etc/passwd", user))
        ?? throw new DevHostException("PostgreSQL does not run as root, and there is no user postgres. Create one: useradd --system postgres");

    private static bool Lists(string file, string name) => File.Exists(file) && File.ReadLines(file).Any(line => line.StartsWith(name + ":", StringComparison.Ordinal));
}
