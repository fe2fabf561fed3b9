using HaloAgent.AgentWorker.Conversations;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaloAgent.UnitTests.Conversations;

/// <summary>Shops are kept while they are talked to, and not for ever.</summary>
public sealed class ShopCacheTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shops_that_nobody_writes_to_any_more_are_let_go()
    {
        var time = new FakeTimeProvider();
        var shops = new ShopCache(new NoDatabase(), time);
        foreach (var _ in Enumerable.Range(0, 100)) await Assert.ThrowsAsync<InvalidOperationException>(() => shops.GetAsync(Guid.CreateVersion7(), Cancelled));
        Assert.Equal(100, shops.Kept);

        time.Advance(TimeSpan.FromMinutes(3));
        await Assert.ThrowsAsync<InvalidOperationException>(() => shops.GetAsync(Guid.CreateVersion7(), Cancelled));

        Assert.Equal(1, shops.Kept);
    }

    private sealed class NoDatabase : IDbContextFactory<HaloDbContext>
    {
        public HaloDbContext CreateDbContext() => throw new InvalidOperationException("No database here.");
    }
}
