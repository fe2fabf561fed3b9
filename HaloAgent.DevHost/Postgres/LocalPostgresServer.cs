using HaloAgent.DevHost.Processes;

namespace HaloAgent.DevHost.Postgres;

internal sealed class LocalPostgresServer(PostgresBinaries binaries, PostgresCluster cluster, PrivatePostgresOptions options) : IPostgresServer
{
    public string Description => $"PostgreSQL {(binaries.Major > 0 ? binaries.Major : cluster.Major)} from {binaries.Folder}";

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        if (cluster.Major is null)
            await cluster.CreateAsync(binaries, options.Password, cancellation);
    }

    // No socket file: its path may be at most 107 characters long, and the loopback port is enough.
    public ChildCommand Command(int port) => new(binaries.Server,
        ["-D", cluster.Folder, "-c", $"port={port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", .. PostgresSettings.Words(options)])
    {
        WorkingDirectory = "/",
        RunAsUser = PostgresUser.Needed,
        DeathSignal = Signal.Interrupt,
    };
}
