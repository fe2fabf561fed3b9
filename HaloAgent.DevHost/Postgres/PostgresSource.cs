using HaloAgent.DevHost.Processes;

namespace HaloAgent.DevHost.Postgres;

/// <summary>Where the server comes from: installed here; else Docker; else, as root on Debian or Ubuntu, installed now.</summary>
internal static class PostgresSource
{
    public static async Task<IPostgresServer> FindAsync(PostgresCluster cluster, PrivatePostgresOptions options, CancellationToken cancellation)
    {
        if (OnThisMachine() is { } local)
            return local;
        if (await DockerPostgresServer.IsAvailableAsync(cancellation))
            return new DockerPostgresServer(cluster, options);
        if (options.MayInstall && Signal.IsRoot && File.Exists("/usr/bin/apt-get"))
        {
            options.OnProgress?.Invoke("No PostgreSQL on this machine: installing Debian's package …");
            await Shell.RunAsync("apt-get", ["update", "-q"], options.OnProgress, cancellation: cancellation);
            await Shell.RunAsync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "postgresql"], options.OnProgress, cancellation: cancellation);
            if (OnThisMachine() is { } installed)
                return installed;
        }
        throw new DevHostException(HowToGetOne(cluster));

        LocalPostgresServer? OnThisMachine() => PostgresBinaries.Find(cluster.Major) is { } binaries ? new(binaries, cluster, options) : null;
    }

    private static string HowToGetOne(PostgresCluster cluster) => $"""
        HaloAgent needs PostgreSQL{(cluster.Major is { } major ? $" {major}, which made the data in {cluster.Folder} (or start again from nothing with --fresh)" : "")}, and found neither a server nor Docker here. One of these helps:

          Debian, Ubuntu    sudo apt-get update && sudo apt-get install -y postgresql
          Fedora            sudo dnf install -y postgresql-server
          macOS             brew install postgresql@17
          Docker            sudo systemctl start docker        (or start Docker Desktop)
          a server you have ConnectionStrings__halodb="Host=…;Username=…;Password=…;Database=halo" dotnet run --project HaloAgent.DevHost
        """;
}
