using System.Security.Cryptography;
using System.Text;
using HaloAgent.DevHost.Processes;
using HaloAgent.DevHost.Servers;
using Npgsql;

namespace HaloAgent.DevHost.Postgres;

/// <summary>
/// A PostgreSQL server of our own, from the binaries on this machine or else from Docker. Stopping it ends all
/// connections and writes everything out; after a kill the next start recovers from its log.
/// </summary>
public sealed class PrivatePostgres : PrivateServer
{
    private readonly PrivatePostgresOptions _options;
    private IPostgresServer? _server;

    private PrivatePostgres(PrivatePostgresOptions options) : base("PostgreSQL", options) => _options = options;

    public override string Description => _server?.Description ?? "PostgreSQL";

    // SIGTERM would wait for the clients for ever.
    private protected override int StopSignal => IsTemporary ? Signal.Quit : Signal.Interrupt;

    public static async Task<PrivatePostgres> StartAsync(PrivatePostgresOptions? options = null, CancellationToken cancellation = default)
    {
        var postgres = new PrivatePostgres(options ?? new());
        try
        {
            await postgres.PrepareAsync(cancellation);
            await postgres.StartAsync(cancellation);
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    public string ConnectionStringFor(string database, int? maximumPoolSize = null)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = PostgresCluster.User,
            Password = _options.Password,
            Database = database,
        };
        if (maximumPoolSize is { } size)
            builder.MaxPoolSize = size;
        return builder.ConnectionString;
    }

    public Task CreateDatabaseAsync(string database, CancellationToken cancellation = default) =>
        Databases.CreateIfMissingAsync(ConnectionStringFor("postgres"), database, cancellation);

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        DataDirectory = await PlaceAsync(DataDirectory, cancellation);
        var cluster = new PostgresCluster(DataDirectory);
        if (await cluster.StopOrphanAsync(cancellation) is { } orphan)
            _options.OnProgress?.Invoke($"stopped the server that an earlier run had left behind (process {orphan})");
        _server = await PostgresSource.FindAsync(cluster, _options, cancellation);
        await _server.PrepareAsync(cancellation);
    }

    /// <summary>The wanted folder, or one under /var/lib when the server's user cannot reach it.</summary>
    internal static async Task<string> PlaceAsync(string wanted, CancellationToken cancellation)
    {
        var full = Path.GetFullPath(wanted);
        var parent = Path.GetDirectoryName(full)!;
        Directory.CreateDirectory(parent);
        if (await PostgresUser.CanReachAsync(parent, cancellation))
            return full;
        Directory.CreateDirectory("/var/lib/haloagent");
        return $"/var/lib/haloagent/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(full)))[..16]}";
    }

    private protected override ChildCommand Command() => _server!.Command(Port);

    // After a kill the old backends keep the shared memory for a moment longer.
    private protected override bool MayTryAgain(string said) => said.Contains("shared memory", StringComparison.Ordinal);

    private protected override async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionStringFor("postgres")) { Pooling = false, Timeout = 5 }.ConnectionString);
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            throw new DevHostException($"The cluster in {DataDirectory} was made with another password than the one in secrets.json. Start again from nothing with --fresh.", e);
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
