using HaloAgent.DevHost.Processes;

namespace HaloAgent.DevHost.Postgres;

/// <summary>A way to run the server in the foreground; SIGINT makes it stop at once and cleanly.</summary>
internal interface IPostgresServer
{
    string Description { get; }
    Task PrepareAsync(CancellationToken cancellation);
    ChildCommand Command(int port);
}

internal static class PostgresSettings
{
    /// <summary>fsync and synchronous_commit stay on unless a test asks for speed: an acknowledged message must survive.</summary>
    public static IEnumerable<string> Words(PrivatePostgresOptions options)
    {
        Dictionary<string, string> settings = new()
        {
            ["max_connections"] = $"{options.MaxConnections}",
            ["shared_buffers"] = options.Fast ? "64MB" : "256MB",
            ["max_wal_size"] = "2GB",
            ["jit"] = "off",
            // A table that has just been filled is looked at again soon: plans made while it was empty read it whole.
            ["autovacuum_naptime"] = "15s",
            ["random_page_cost"] = "1.1",
            ["timezone"] = "UTC",
        };
        if (options.Fast)
        {
            settings["fsync"] = "off";
            settings["synchronous_commit"] = "off";
            settings["full_page_writes"] = "off";
        }
        foreach (var (name, value) in options.Settings)
            settings[name] = value;
        return settings.SelectMany(s => (string[])["-c", $"{s.Key}={s.Value}"]);
    }
}
