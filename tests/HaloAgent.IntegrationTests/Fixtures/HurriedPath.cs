using Xunit;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>A message path on which a customer gets three messages a minute.</summary>
public sealed class HurriedPath(PostgresFixture postgres, GarnetFixture garnet) : IAsyncLifetime
{
    internal WholePath Path { get; } = new(postgres, garnet) { WorkerOptions = { ["Agent:MessagesPerMinute"] = "3" } };

    public ValueTask InitializeAsync() => Path.InitializeAsync();

    public ValueTask DisposeAsync() => Path.DisposeAsync();
}
