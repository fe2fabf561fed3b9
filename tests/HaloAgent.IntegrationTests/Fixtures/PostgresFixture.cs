using HaloAgent.Data;
using HaloAgent.DevHost.Postgres;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>
/// One private PostgreSQL for the whole run, with a migrated template database. A database of one's own is a copy of it (tens of
/// milliseconds), so tests neither share rows nor clean up. Test classes and class fixtures get it by their constructor.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Template = "halo_template";

    // CREATE DATABASE … TEMPLATE fails while another copy of the same template is being made.
    private readonly SemaphoreSlim copying = new(1);
    private int databases;

    /// <summary>The server itself, for tests that stop or kill it: those start one of their own instead.</summary>
    internal PrivatePostgres Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await PrivatePostgres.StartAsync(new PrivatePostgresOptions { Fast = true, MaxConnections = 400 });
        await Server.CreateDatabaseAsync(Template);
        await using var services = TestServices.For(Server.ConnectionStringFor(Template)).BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<HaloDbContext>().Database.MigrateAsync();
        }

        NpgsqlConnection.ClearAllPools();
    }

    /// <returns>The connection string of a new, migrated, empty database.</returns>
    public async Task<string> CreateDatabaseAsync(int? maximumPoolSize = null)
    {
        var name = $"halo_{Interlocked.Increment(ref databases)}";
        await copying.WaitAsync();
        try
        {
            await using var connection = new NpgsqlConnection(Server.ConnectionStringFor("postgres"));
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {Template}", connection);
            await create.ExecuteNonQueryAsync();
        }
        finally
        {
            copying.Release();
        }

        return Server.ConnectionStringFor(name, maximumPoolSize);
    }

    public async ValueTask DisposeAsync()
    {
        copying.Dispose();
        await Server.DisposeAsync();
    }
}
