using System.Diagnostics;
using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Agent.Models;

/// <summary>The model is down or slow, with the limits as they are in production: the guided brain answers, and the chat goes on when it is back.</summary>
[Collection(PromisesInSeconds.Name)]
public sealed class ModelOutageTests(PostgresFixture postgres, GarnetFixture garnet) : IAsyncLifetime
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);

    private readonly ModelPath model = ModelPath.Of(postgres, garnet, "scripted", ("Llama:BreakFor", "00:00:01"));

    public ValueTask InitializeAsync() => model.InitializeAsync();

    public ValueTask DisposeAsync() => model.DisposeAsync();

    [Theory]
    [InlineData("server-error")]
    [InlineData("hang")]
    [InlineData("dropped-connection")]
    [InlineData("429-storm")]
    public async Task A_customer_is_answered_within_ten_seconds_and_the_chat_goes_on_when_the_model_is_back(string outage)
    {
        await model.Path.Shop.SellAsync("Jollof " + outage, 3500, 100);
        var phone = model.Path.NewPhone();
        var conversation = phone.ConversationId(model.Path.Log.Index);
        await phone.AskAsync($"2 jollof {outage}, pickup", "₦7,000", Promised);
        Assert.Equal("llama", await BrainAsync(conversation));

        await model.SwitchAsync(new { play = outage });
        var watch = Stopwatch.StartNew();
        await phone.AskAsync("what is in my order?", "₦7,000", Promised);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Promised);
        Assert.Equal("guided", await BrainAsync(conversation));

        await model.TakeSwitchesBackAsync();
        await Eventually.IsTrueAsync(
            async () =>
            {
                await phone.AskAsync("what is in my order?", "₦7,000", Promised);
                return await BrainAsync(conversation) == "llama";
            },
            "the model answers again", TimeSpan.FromSeconds(30));
        await phone.AskAsync("yes", "0123456789", Promised);
        Assert.Equal(1, await model.Path.Log.ScalarAsync<long>("SELECT count(*) FROM orders WHERE conversation_id = $1", conversation));
    }

    /// <summary>Who made the last turn.</summary>
    private Task<string> BrainAsync(Guid conversation) =>
        model.Path.Log.ScalarAsync<string>("SELECT brain FROM turns WHERE conversation_id = $1 AND completed_at IS NOT NULL ORDER BY started_at DESC LIMIT 1", conversation);
}
