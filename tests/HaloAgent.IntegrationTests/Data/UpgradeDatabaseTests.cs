using System.Collections.Concurrent;
using HaloAgent.Data;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace HaloAgent.IntegrationTests.Data;

public sealed class UpgradeDatabaseTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Services_that_start_at_once_on_an_empty_database_upgrade_it_once_and_nothing_fails()
    {
        await postgres.Server.CreateDatabaseAsync("halo_first_start");
        var troubles = new ConcurrentQueue<string>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync("halo_first_start", troubles))));

        Assert.Equal("", string.Join("\n", troubles));
        await using var services = Service("halo_first_start", troubles);
        await using var scope = services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<HaloDbContext>().Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_service_waits_while_another_one_upgrades()
    {
        await postgres.Server.CreateDatabaseAsync("halo_waits");
        await using var other = new NpgsqlConnection(postgres.Server.ConnectionStringFor("halo_waits"));
        await other.OpenAsync();
        await ExecuteAsync(other, "SELECT pg_advisory_lock(1751215215)");

        var start = StartAsync("halo_waits", []);
        await Eventually.BecomesAsync(() => ScalarAsync(other, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"), waiting => waiting is 1L);
        Assert.Equal(0L, await ScalarAsync(other, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
        await ExecuteAsync(other, "SELECT pg_advisory_unlock(1751215215)");

        await start;
        Assert.NotEqual(0L, await ScalarAsync(other, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
        Assert.Equal(0L, await ScalarAsync(other, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"));
    }

    private async Task StartAsync(string database, ConcurrentQueue<string> troubles)
    {
        await using var services = Service(database, troubles);
        await services.GetRequiredService<UpgradeDatabase>().RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As a host runs it: time goes on by itself.</summary>
    private ServiceProvider Service(string database, ConcurrentQueue<string> troubles) => TestServices.For(postgres.Server.ConnectionStringFor(database))
        .AddSingleton(TimeProvider.System)
        .AddSingleton<ILoggerProvider>(new Troubles(troubles))
        .BuildServiceProvider();

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Warnings and worse, EF Core's own among them.</summary>
    private sealed class Troubles(ConcurrentQueue<string> heard) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                heard.Enqueue($"{logLevel}: {formatter(state, exception)}");
            }
        }

        public void Dispose()
        {
        }
    }
}
