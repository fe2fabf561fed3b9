using HaloAgent.AgentWorker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace HaloAgent.UnitTests;

public sealed class ScheduledWorkTests
{
    [Fact]
    public async Task Nothing_is_asked_of_the_database_before_its_tables_are_there()
    {
        var (database, schema) = (new AskedDatabase(), new SchemaReady());
        using var work = new ScheduledWork(database, schema, TimeProvider.System, NullLogger<ScheduledWork>.Instance);

        await work.StartAsync(TestContext.Current.CancellationToken);
        await schema.Awaited.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False(database.Asked.IsCompleted);
        Assert.False(work.ExecuteTask!.IsCompleted);

        schema.Reach();
        await database.Asked.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await work.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_worker_that_stops_before_waits_no_longer()
    {
        var schema = new SchemaReady();
        using var work = new ScheduledWork(new AskedDatabase(), schema, TimeProvider.System, NullLogger<ScheduledWork>.Instance);
        await work.StartAsync(TestContext.Current.CancellationToken);
        await schema.Awaited.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await work.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(work.ExecuteTask!.IsCanceled);
    }

    /// <summary>Whoever wants to ask it is remembered, and gets an error.</summary>
    private sealed class AskedDatabase : IServiceScopeFactory
    {
        private readonly TaskCompletionSource asked = new();

        public Task Asked => asked.Task;

        public IServiceScope CreateScope()
        {
            asked.TrySetResult();
            throw new InvalidOperationException("There is none.");
        }
    }
}
