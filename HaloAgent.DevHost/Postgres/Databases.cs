using Npgsql;

namespace HaloAgent.DevHost.Postgres;

/// <summary>Services migrate, but they do not create: two that meet no database race for it.</summary>
internal static class Databases
{
    public static async Task EnsureExistsAsync(string connectionString, CancellationToken cancellation)
    {
        var wanted = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        var database = wanted.Database is { Length: > 0 } name ? name : throw new DevHostException("ConnectionStrings__halodb names no Database.");
        if (await ExistsAsync(wanted, cancellation))
            return;
        wanted.Database = "postgres";
        await CreateIfMissingAsync(wanted.ConnectionString, database, cancellation);
    }

    public static async Task CreateIfMissingAsync(string maintenance, string database, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(maintenance) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var look = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = database } } };
        if (await look.ExecuteScalarAsync(cancellation) is not null)
            return;
        var quoted = "\"" + database.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        await using var command = new NpgsqlCommand($"CREATE DATABASE {quoted}", connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Somebody else was first.
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnectionStringBuilder wanted, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(wanted.ConnectionString);
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return false;
        }
        catch (NpgsqlException e)
        {
            throw new DevHostException($"PostgreSQL at {wanted.Host}:{wanted.Port} cannot be used: {e.Message}", e);
        }
    }
}
