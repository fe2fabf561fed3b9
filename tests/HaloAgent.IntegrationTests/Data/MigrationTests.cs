using HaloAgent.Data;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace HaloAgent.IntegrationTests.Data;

public sealed class MigrationTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Every_migration_can_be_reversed_and_applied_again()
    {
        await postgres.Server.CreateDatabaseAsync("halo_migrations");
        var connection = postgres.Server.ConnectionStringFor("halo_migrations");
        await using var services = TestServices.For(connection).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HaloDbContext>();
        var migrator = db.GetService<IMigrator>();
        string[] all = [.. db.Database.GetMigrations()];
        var after = new Dictionary<string, string[]>();
        foreach (var migration in all)
        {
            await migrator.MigrateAsync(migration);
            after[migration] = await SchemaAsync(connection);
        }

        Assert.NotEmpty(all);
        for (var i = all.Length - 1; i >= 0; i--)
        {
            await migrator.MigrateAsync(i == 0 ? Migration.InitialDatabase : all[i - 1]);
            Assert.Equal(i == 0 ? [] : after[all[i - 1]], await SchemaAsync(connection));
        }

        await migrator.MigrateAsync();
        Assert.Equal(after[all[^1]], await SchemaAsync(connection));
    }

    [Fact]
    public async Task What_turns_named_of_a_customers_health_in_plain_text_goes_with_the_migration()
    {
        await postgres.Server.CreateDatabaseAsync("halo_plain_turns");
        var connection = postgres.Server.ConnectionStringFor("halo_plain_turns");
        await using var services = TestServices.For(connection).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var migrator = scope.ServiceProvider.GetRequiredService<HaloDbContext>().GetService<IMigrator>();
        await migrator.MigrateAsync("20261127173134_FailuresSeen");
        await using var database = NpgsqlDataSource.Create(connection);
        await using (var turns = database.CreateCommand(
            """
            SET session_replication_role = replica;
            INSERT INTO turns (id, conversation_id, business_id, epoch, status, attempts, brain_reason, intent, started_at, model_calls, prompt_tokens, completion_tokens, model_ms, model_cost)
            SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 'Completed', n, reason, intent, now(), 0, 0, 0, 0, 0
            FROM (VALUES (1, 'certain without a model: a matter for a person: Medical', 'Add+Medical'), (2, 'understood as Allergy+Legal', 'Allergy+Legal'),
                         (3, 'an allergy; the model was not asked', 'Add'), (4, 'understood as Add', 'Add+Place')) AS old(n, reason, intent)
            """))
        {
            await turns.ExecuteNonQueryAsync();
        }

        await migrator.MigrateAsync();

        await using var read = database.CreateCommand("SELECT string_agg(brain_reason || ' | ' || intent, E'\\n' ORDER BY attempts) FROM turns");
        Assert.Equal(
            "certain without a model: a matter for a person | Add+Matter\nunderstood as Matter+Matter | Matter+Matter\na matter for a person; the model was not asked | Add\nunderstood as Add | Add+Place",
            await read.ExecuteScalarAsync());
    }

    [Fact]
    public void The_model_has_no_changes_that_are_in_no_migration()
    {
        using var services = TestServices.For(postgres.Server.ConnectionStringFor("postgres")).BuildServiceProvider();
        using var scope = services.CreateScope();
        Assert.False(scope.ServiceProvider.GetRequiredService<HaloDbContext>().Database.HasPendingModelChanges());
    }

    /// <summary>Tables, columns and indexes, but not the migrations' own history.</summary>
    private static async Task<string[]> SchemaAsync(string connection)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        await using var command = database.CreateCommand(
            """
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name <> 'migrations_history'
            UNION ALL
            SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations_history'
            ORDER BY 1
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return [.. lines];
    }
}
