using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HaloAgent.Data;

/// <summary>
/// Brings the schema to this version at the start of a service. Several may start at once: one upgrades, the others wait for it and find
/// it done; whoever loses the race of creating the database tries again. Waits for PostgreSQL for as long as it takes; what a few tries cannot mend
/// (a right that is missing, a migration that does not fit) is thrown.
/// </summary>
public sealed partial class UpgradeDatabase(IServiceScopeFactory scopes, TimeProvider time, ILogger<UpgradeDatabase> logger)
{
    private const int MostRefusals = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>An advisory lock has a number and no name: "halo" in ASCII.</summary>
    private const long Turn = 0x68616C6F;

    public async Task RunAsync(CancellationToken stop)
    {
        for (var refusals = 0; await TryAsync(stop) is { } trouble;)
        {
            refusals += IsPassing(trouble) ? 0 : 1;
            if (refusals == MostRefusals)
            {
                ExceptionDispatchInfo.Throw(trouble);
            }

            Log.Waiting(logger, trouble);
            await Task.Delay(Pause, time, stop);
        }
    }

    /// <returns>Null: it is done.</returns>
    private async Task<Exception?> TryAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<HaloDbContext>().Database;
            // A change of a large table takes longer than any query may.
            database.SetCommandTimeout(Longest);
            await CreateAsync(database, stop);
            await InTurnAsync(database, () => MigrateAsync(database, stop), stop);
            return null;
        }
        catch (Exception exception) when (IsDatabaseTrouble(exception) || IsDatabaseTrouble(exception.InnerException))
        {
            return exception;
        }
    }

    private static async Task CreateAsync(DatabaseFacade database, CancellationToken stop)
    {
        var creator = database.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(stop))
        {
            await creator.CreateAsync(stop);
        }
    }

    /// <summary>
    /// EF Core locks its history only within each migration's transaction: two that start in the same second both found the first one
    /// missing, and one failed at a column that was there (tried). The session holds this lock from the look to the last migration.
    /// </summary>
    private static async Task InTurnAsync(DatabaseFacade database, Func<Task> act, CancellationToken stop)
    {
        await database.OpenConnectionAsync(stop);
        try
        {
            await database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Turn})", stop);
            await act();
        }
        finally
        {
            await LetNextAsync(database);
        }
    }

    /// <summary>Pooled connections are not reset when they are closed (ServiceDefaults), so this one would keep the lock.</summary>
    private static async Task LetNextAsync(DatabaseFacade database)
    {
        try
        {
            await database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Turn})", CancellationToken.None);
            await database.CloseConnectionAsync();
        }
        catch (NpgsqlException)
        {
            // The session has ended, and its lock with it.
        }
    }

    /// <summary>EF Core reads its history before it makes it, and logs the table that is not there yet as a failure (tried).</summary>
    private static async Task MigrateAsync(DatabaseFacade database, CancellationToken stop)
    {
        await database.GetService<IHistoryRepository>().CreateIfNotExistsAsync(stop);
        await database.MigrateAsync(stop);
    }

    private static bool IsDatabaseTrouble(Exception? exception) => exception is NpgsqlException or TimeoutException;

    private static bool IsPassing(Exception? trouble) => trouble switch
    {
        null => false,
        NpgsqlException { IsTransient: true } or TimeoutException => true,
        NpgsqlException => false,
        _ => IsPassing(trouble.InnerException),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not be brought up to date yet; trying again in a second")]
        public static partial void Waiting(ILogger logger, Exception exception);
    }
}
