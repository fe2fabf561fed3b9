using System.Net.Http.Headers;
using HaloAgent.Contracts.Live;
using HaloAgent.DevHost.Redis;
using HaloAgent.IntegrationTests.Api;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Live;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Live;

/// <summary>The Api with a Redis-protocol server of its own, which a test may take away.</summary>
public sealed class LiveApi(PostgresFixture postgres) : IAsyncLifetime
{
    private PrivateGarnet? redis;

    public ApiHost Api { get; } = new(postgres);

    internal PrivateGarnet Redis => redis!;

    public async ValueTask InitializeAsync()
    {
        redis = await PrivateGarnet.StartAsync(new PrivateGarnetOptions { Durable = false });
        Api.Settings["ConnectionStrings:redis"] = redis.ConnectionString;
        await Api.InitializeAsync();
        await using var first = await ListenAsync(ApiHost.Owner);
        await HearsAgainAsync(first, (await OneShop.OpenAsync(Api)).BusinessId);
    }

    /// <summary>Opens the feed as this member; returns once the Api has said that it is open.</summary>
    internal async Task<LiveListener> ListenAsync(string member)
    {
        using var client = await Api.SignedInAsync(member);
        return await ListenAsync(client.DefaultRequestHeaders.Authorization);
    }

    internal Task<LiveListener> ListenAsync(AuthenticationHeaderValue? token)
    {
        var client = Api.Client();
        client.DefaultRequestHeaders.Authorization = token;
        return LiveListener.OpenAsync(client);
    }

    /// <summary>Speaks until this listener hears it: the line between the Api and Redis is opened beside everything else.</summary>
    /// <returns>What it heard. More of them may be on their way, but nothing that was said before.</returns>
    internal async Task<LiveEvent> HearsAgainAsync(LiveListener listener, Guid businessId)
    {
        var sign = new LiveEvent(LiveEventKinds.ProductChanged, businessId, Guid.CreateVersion7());
        await Eventually.IsTrueAsync(
            () =>
            {
                Publish(sign);
                return Task.FromResult(listener.Heard.Contains(sign));
            },
            "an event is heard");
        return sign;
    }

    internal void Publish(LiveEvent live) => Api.Services.GetRequiredService<ILiveEvents>().Publish(live);

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        if (redis is not null)
        {
            await redis.DisposeAsync();
        }
    }
}
