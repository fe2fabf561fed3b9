using System.Diagnostics;
using HaloAgent.DevHost.Postgres;
using HaloAgent.DevHost.Processes;
using Npgsql;
using Xunit;

namespace HaloAgent.IntegrationTests.DevHost;

public sealed class PrivatePostgresTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_starts_makes_a_database_and_leaves_nothing_behind()
    {
        int processId;
        string directory;
        await using (var postgres = await PrivatePostgres.StartAsync(new() { Fast = true }, TestContext.Current.CancellationToken))
        {
            await postgres.CreateDatabaseAsync("halo", TestContext.Current.CancellationToken);
            await postgres.CreateDatabaseAsync("halo", TestContext.Current.CancellationToken);
            (processId, directory) = (postgres.ProcessId, postgres.DataDirectory);

            Assert.Equal("halo", await AskAsync(postgres.ConnectionStringFor("halo"), "SELECT current_database()"));
            Assert.True(Signal.Exists(processId));
        }
        Assert.False(Signal.Exists(processId));
        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public async Task Durability_is_on_unless_a_test_asks_for_speed()
    {
        await using var postgres = await PrivatePostgres.StartAsync(Options(), TestContext.Current.CancellationToken);
        var connection = postgres.ConnectionStringFor("postgres");

        Assert.Equal(("on", "on", "on", "200"), (
            await AskAsync(connection, "SHOW fsync"), await AskAsync(connection, "SHOW synchronous_commit"),
            await AskAsync(connection, "SHOW full_page_writes"), await AskAsync(connection, "SHOW max_connections")));
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var postgres = await PrivatePostgres.StartAsync(Options(), TestContext.Current.CancellationToken);
        var wrong = new NpgsqlConnectionStringBuilder(postgres.ConnectionStringFor("postgres")) { Password = "guessed" }.ConnectionString;

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(wrong, "SELECT 1"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task What_was_committed_survives_a_kill_and_a_start_on_the_same_port()
    {
        await using var postgres = await PrivatePostgres.StartAsync(Options(), TestContext.Current.CancellationToken);
        var (port, connection) = (postgres.Port, postgres.ConnectionStringFor("postgres"));
        await AskAsync(connection, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (7); SELECT 1");

        await postgres.KillAsync();
        Assert.False(postgres.IsRunning);
        await postgres.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(port, postgres.Port);
        Assert.Equal("7", await AskAsync(connection, "SELECT id FROM kept"));
    }

    [Fact]
    public async Task It_starts_again_by_itself_when_that_was_asked_for()
    {
        var changes = new SemaphoreSlim(0);
        await using var postgres = await PrivatePostgres.StartAsync(Options() with { RestartCrashed = true, OnChanged = () => changes.Release() }, TestContext.Current.CancellationToken);
        await changes.WaitAsync(TestContext.Current.CancellationToken);
        var first = postgres.ProcessId;

        Signal.Send(first, Signal.Kill);
        Assert.True(await changes.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), "nobody noticed its end");
        Assert.True(await changes.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), "nobody started it again");

        Assert.NotEqual(first, postgres.ProcessId);
        Assert.Equal("1", await AskAsync(postgres.ConnectionStringFor("postgres"), "SELECT 1"));
    }

    [Fact]
    public async Task A_server_left_behind_with_the_same_data_is_stopped_first()
    {
        var orphan = await PrivatePostgres.StartAsync(Options(), TestContext.Current.CancellationToken);
        var orphanId = orphan.ProcessId;

        await using var postgres = await PrivatePostgres.StartAsync(Options(), TestContext.Current.CancellationToken);

        Assert.False(Signal.Exists(orphanId));
        Assert.True(postgres.IsRunning);
    }

    [Fact]
    public async Task A_stale_process_id_that_is_somebody_else_now_is_left_alone()
    {
        await using (await PrivatePostgres.StartAsync(Options(), TestContext.Current.CancellationToken))
        {
            // Only to make the cluster.
        }
        using var bystander = Process.Start(new ProcessStartInfo("sleep", "60"))!;
        await File.WriteAllTextAsync(Path.Combine(_folder.File("postgres"), "postmaster.pid"), $"{bystander.Id}\n{_folder.File("postgres")}\n", TestContext.Current.CancellationToken);

        var orphan = await new PostgresCluster(_folder.File("postgres")).StopOrphanAsync(TestContext.Current.CancellationToken);

        Assert.Null(orphan);
        Assert.False(bystander.HasExited);
        bystander.Kill();
    }

    private PrivatePostgresOptions Options() => new() { DataDirectory = _folder.File("postgres") };

    private static async Task<string?> AskAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
