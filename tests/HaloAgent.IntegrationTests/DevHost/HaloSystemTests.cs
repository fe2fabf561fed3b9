using HaloAgent.DevHost;
using HaloAgent.DevHost.CommandLine;
using HaloAgent.DevHost.Processes;
using HaloAgent.DevHost.Services;
using Xunit;

namespace HaloAgent.IntegrationTests.DevHost;

public sealed class HaloSystemTests
{
    [Fact]
    public async Task It_starts_crashes_recovers_and_stops_without_leaving_a_process()
    {
        List<int> processes;
        await using (var system = await HaloSystem.StartAsync(new() { FastPostgres = true, Workers = 2, ReadyWithin = TimeSpan.FromMinutes(3) }, cancellation: TestContext.Current.CancellationToken))
        {
            await AssertHealthyAsync(system);
            await AssertACrashedWorkerComesBackOnItsPortsAsync(system.Worker(1));
            await AssertAKilledOneStaysDownAsync(system.Worker(0));
            processes = AssertTheFileTellsEverything(system);
        }
        Assert.DoesNotContain(processes, Signal.Exists);
    }

    private static async Task AssertHealthyAsync(HaloSystem system)
    {
        Assert.Equal(["web", "api", "worker-0", "worker-1", "simulators"], system.Services.Select(s => s.Name));
        foreach (var service in system.Services)
            Assert.True(await service.IsHealthyAsync(TestContext.Current.CancellationToken), service.Name);
    }

    private static async Task AssertACrashedWorkerComesBackOnItsPortsAsync(ServiceProcess worker)
    {
        var (process, address, silo) = (worker.ProcessId, worker.Address, worker.SiloPort);

        Signal.Send(process, Signal.Kill);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromMinutes(3));
        while (worker.Restarts == 0)
            await Task.Delay(20, timeout.Token);
        await worker.WaitUntilHealthyAsync(TimeSpan.FromMinutes(3), timeout.Token);

        Assert.NotEqual(process, worker.ProcessId);
        Assert.Equal((address, silo, 1), (worker.Address, worker.SiloPort, worker.Restarts));
    }

    private static async Task AssertAKilledOneStaysDownAsync(ServiceProcess worker)
    {
        var restarts = worker.Restarts;
        await worker.KillAsync();
        Assert.False(worker.IsRunning);
        await Assert.ThrowsAsync<DevHostException>(() => worker.WaitUntilHealthyAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken));
        Assert.Equal(restarts, worker.Restarts);

        await worker.StartAsync(TestContext.Current.CancellationToken);
        await worker.WaitUntilHealthyAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
    }

    private static List<int> AssertTheFileTellsEverything(HaloSystem system)
    {
        var file = DevHostFile.Describe(system, TimeProvider.System.GetUtcNow());

        Assert.Equal(["api", "devhost", "postgres", "redis", "simulators", "web", "worker-0", "worker-1"], file.ProcessIds.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(system.Api, new Uri(file.Addresses.Api));
        Assert.Equal(["halodb", "redis"], file.ConnectionStrings.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(file.SignIns, s => s is { Business: "halo-kitchen", Email: "owner@halo-kitchen.example" });
        Assert.Contains(file.SignIns, s => s is { Business: "ankara-corner", Email: "staff@ankara-corner.example" });
        Assert.Equal("ACsimulated000000000000000000000000", file.Twilio.AccountSid);
        return [.. file.ProcessIds.Where(p => p.Key != "devhost").Select(p => p.Value)];
    }
}
