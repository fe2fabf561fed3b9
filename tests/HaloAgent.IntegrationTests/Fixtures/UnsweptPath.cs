using Xunit;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>A message path whose sweeper sleeps: what a test begins by hand nobody else takes up, however slow the machine is.</summary>
public sealed class UnsweptPath(PostgresFixture postgres, GarnetFixture garnet) : IAsyncLifetime
{
    internal WholePath Path { get; } = new(postgres, garnet) { WorkerOptions = { ["Agent:SweepEvery"] = "1.00:00:00" } };

    public ValueTask InitializeAsync() => Path.InitializeAsync();

    public ValueTask DisposeAsync() => Path.DisposeAsync();
}
