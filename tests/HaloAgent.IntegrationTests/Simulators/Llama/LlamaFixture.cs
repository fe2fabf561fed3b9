using Xunit;

namespace HaloAgent.IntegrationTests.Simulators.Llama;

/// <summary>One simulated Llama for all facts of a class, which are run one after the other.</summary>
public sealed class LlamaFixture : IAsyncLifetime
{
    internal SimulatedLlama Llama { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Llama = await SimulatedLlama.StartAsync();

    public ValueTask DisposeAsync() => Llama.DisposeAsync();
}
