using HaloAgent.Compliance;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Compliance;

/// <summary>A database in which the retention rules are applied.</summary>
public abstract class RetentionApplied(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    private protected HaloDatabase Database => database;

    /// <returns>How many batches it took.</returns>
    private protected async Task<int> ApplyAsync()
    {
        var batches = 0;
        for (var done = 100; done == 100;)
        {
            batches += done = await BatchesAsync(100);
        }

        return batches;
    }

    private protected Task<int> BatchesAsync(int atMost) => Database.UseAsync<ApplyRetention, int>(apply => apply.HandleAsync(atMost, default));

    private protected async Task<List<string>> AuditAsync(Shop shop, string unless = "-")
    {
        var entries = await Database.ReadAsync(db => db.AuditEntries
            .Where(e => e.BusinessId == shop.Id && e.Action == "retention_applied").OrderBy(e => e.At).Select(e => e.Detail!).ToListAsync());
        return entries.FindAll(detail => !detail.EndsWith(unless, StringComparison.Ordinal));
    }

    private protected static async Task<List<long>> KeptAsync(IEnumerable<AgedChat> chats)
    {
        List<long> kept = [];
        foreach (var chat in chats)
        {
            kept.AddRange(await chat.KeptAsync());
        }

        return kept;
    }
}
