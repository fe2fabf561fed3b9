using System.Security.Cryptography;
using System.Text;
using HaloAgent.DevHost.Processes;

namespace HaloAgent.DevHost.Postgres;

/// <summary>For machines with Docker and no server of their own. The data is a volume, named after the folder it stands for.</summary>
internal sealed class DockerPostgresServer(PostgresCluster cluster, PrivatePostgresOptions options) : IPostgresServer
{
    private const string Image = "postgres:17";
    private readonly string _name = "haloagent-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cluster.Folder)))[..12];

    public string Description => $"PostgreSQL from Docker ({Image})";

    public static async Task<bool> IsAvailableAsync(CancellationToken cancellation) =>
        (await Shell.TryAsync("docker", ["info", "--format", "{{.ServerVersion}}"], cancellation: cancellation)).ExitCode == 0;

    public static async Task RemoveDataAsync(string folder, CancellationToken cancellation)
    {
        var name = new DockerPostgresServer(new(folder), new())._name;
        await Shell.TryAsync("docker", ["rm", "--force", name], cancellation: cancellation);
        await Shell.TryAsync("docker", ["volume", "rm", name], cancellation: cancellation);
    }

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        if ((await Shell.TryAsync("docker", ["image", "inspect", Image], cancellation: cancellation)).ExitCode != 0)
            await Shell.RunAsync("docker", ["pull", Image], options.OnProgress, cancellation: cancellation);
        await Shell.TryAsync("docker", ["rm", "--force", _name], cancellation: cancellation);
    }

    // In the foreground: docker passes our signals on to the server.
    public ChildCommand Command(int port) => new("docker",
        ["run", "--rm", "--name", _name, "--shm-size", "512m", "--publish", $"127.0.0.1:{port}:5432", "--volume", $"{_name}:/var/lib/postgresql/data",
         "--env", $"POSTGRES_USER={PostgresCluster.User}", "--env", "POSTGRES_PASSWORD", Image, .. PostgresSettings.Words(options)])
    {
        Environment = new Dictionary<string, string> { ["POSTGRES_PASSWORD"] = options.Password },
        DeathSignal = Signal.Interrupt,
    };
}
