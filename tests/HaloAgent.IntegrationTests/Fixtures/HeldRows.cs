using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>Somebody else's transaction that holds rows, so that a test decides who comes first. Lets go at the end.</summary>
internal sealed class HeldRows : IAsyncDisposable
{
    private readonly HaloDatabase database;
    private readonly AsyncServiceScope scope;
    private readonly HaloDbContext db;
    private IDbContextTransaction transaction = null!;

    private HeldRows(HaloDatabase database)
    {
        this.database = database;
        scope = database.Services.CreateAsyncScope();
        db = scope.ServiceProvider.GetRequiredService<HaloDbContext>();
    }

    public static async Task<HeldRows> LockAsync(HaloDatabase database, FormattableString sql)
    {
        var held = new HeldRows(database);
        held.transaction = await held.db.Database.BeginTransactionAsync();
        await held.RunAsync(sql);
        return held;
    }

    public Task RunAsync(FormattableString sql) => db.Database.ExecuteSqlAsync(sql);

    /// <summary>Until other transactions of this database wait for a row.</summary>
    public Task SomebodyWaitsAsync(int howMany = 1) => Eventually.IsTrueAsync(
        async () => await database.ReadAsync(other => other.Database.SqlQuery<int>(
            $"""SELECT count(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""").SingleAsync()) >= howMany,
        "somebody waits for these rows");

    public Task CommitAsync() => transaction.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await scope.DisposeAsync();
    }
}
