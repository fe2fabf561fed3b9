using HaloAgent.DevHost.Redis;
using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

[assembly: AssemblyFixture(typeof(GarnetFixture))]

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>One Redis-protocol server for the whole run, started when the first test asks for it; clusters keep apart by their ids.</summary>
public sealed class GarnetFixture : IAsyncDisposable
{
    private readonly Lazy<Task<PrivateGarnet>> server = new(() => PrivateGarnet.StartAsync(new PrivateGarnetOptions { Durable = false }));

    public async Task<string> ConnectionStringAsync() => (await server.Value).ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated)
        {
            await (await server.Value).DisposeAsync();
        }
    }
}
