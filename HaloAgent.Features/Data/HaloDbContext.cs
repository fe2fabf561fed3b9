using HaloAgent.Businesses;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace HaloAgent.Data;

/// <summary>PostgreSQL, the truth. Each feature adds its sets in <c>HaloDbContext.&lt;Feature&gt;.cs</c> beside its entities.</summary>
public sealed partial class HaloDbContext(DbContextOptions<HaloDbContext> options, PersonalDataCipher cipher)
    : IdentityUserContext<HaloUser, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Told after the commit.</summary>
    public Announcements Announcements { get; } = new();

    /// <summary>
    /// Statements that go out with the commit, in one round trip with it: what they write nobody has to see before, and the locks
    /// that the transaction holds are held for that much shorter.
    /// </summary>
    internal List<NpgsqlBatchCommand> AtCommit { get; } = [];

    /// <summary>
    /// Set by whoever opened the transaction and wants to end it with the work's last statements: the statements that record the
    /// result, and the commit. Null: the transaction is committed after the work.
    /// </summary>
    internal Func<object, IEnumerable<NpgsqlBatchCommand>>? Ending { get; set; }

    /// <summary>The work has sent <see cref="Ending"/> itself.</summary>
    internal bool HasEnded { get; private set; }

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Runs the work in the context's open transaction, or in one of its own that is committed when the work succeeded.</summary>
    public async Task<Outcome<T>> InTransactionAsync<T>(Func<Task<Outcome<T>>> work, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await work();
        }

        await using var transaction = await BeginAsync(cancellationToken);
        var outcome = await work();
        if (outcome.Succeeded)
        {
            await WriteLastAsync((NpgsqlTransaction)transaction.GetDbTransaction(), [], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        else
        {
            await transaction.RollbackAsync(cancellationToken);
        }

        return outcome;
    }

    /// <summary>For work whose last statements should hold their locks for no round trip: what ends the transaction goes out with them.</summary>
    internal IEnumerable<NpgsqlBatchCommand> EndOfTransaction(object result) => Ending?.Invoke(result) ?? [];

    /// <summary>Those of <see cref="AtCommit"/> and <see cref="EndOfTransaction"/> have been run.</summary>
    internal void LastStatementsWereRun()
    {
        AtCommit.Clear();
        HasEnded = Ending is not null;
    }

    /// <param name="more">Statements after those of <see cref="AtCommit"/>.</param>
    internal async Task WriteLastAsync(NpgsqlTransaction transaction, IReadOnlyList<NpgsqlBatchCommand> more, CancellationToken cancellationToken)
    {
        if (AtCommit.Count + more.Count == 0)
        {
            return;
        }

        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var command in AtCommit.Concat(more))
        {
            batch.BatchCommands.Add(command);
        }

        AtCommit.Clear();
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Nothing here goes on after a failed save inside a transaction, so the savepoint that Entity Framework sets around every
    /// save would only be two more round trips, often while a hot row is locked.
    /// </summary>
    internal Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        Database.AutoSavepointsEnabled = false;
        return Database.BeginTransactionAsync(cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(HaloDbContext).Assembly);
        builder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        builder.Entity<HaloUser>().ToTable("users");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        StoreCartLines(builder);
        builder.EncryptMarkedProperties(cipher);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseHaloConventions();
}
