using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HaloAgent.Data;

/// <summary>
/// Brings the schema to this version at the start of a service. Several may do it at once: whoever loses the race of a migration, or of
/// creating the database, tries again and finds it done. Waits for PostgreSQL for as long as it takes; what a few tries cannot mend
/// (a right that is missing, a migration that does not fit) is thrown.
/// </summary>
public sealed partial class UpgradeDatabase(IServiceScopeFactory scopes, TimeProvider time, ILogger<UpgradeDatabase> logger)
{
    private const int MostRefusals = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

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
            await database.MigrateAsync(stop);
            return null;
        }
        catch (Exception exception) when (IsDatabaseTrouble(exception) || IsDatabaseTrouble(exception.InnerException))
        {
            return exception;
        }
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
