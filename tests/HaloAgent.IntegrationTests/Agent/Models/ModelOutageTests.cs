using System.Diagnostics;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Messaging;
using Xunit;

namespace HaloAgent.IntegrationTests.Agent.Models;

/// <summary>The model is down or slow, with the limits as they are in production: the guided brain answers, and the chat goes on when it is back.</summary>
[Collection(PromisesInSeconds.Name)]
public sealed class ModelOutageTests(PostgresFixture postgres, GarnetFixture garnet) : IAsyncLifetime
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);

    private readonly ModelPath model = ModelPath.Of(postgres, garnet, "scripted", ("Llama:BreakFor", "00:00:01"), ("Agent:GatherBursts", "true"));

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
        Assert.StartsWith(Answerers.Model, await BrainAsync(conversation), StringComparison.Ordinal);

        await model.SwitchAsync(new { play = outage });
        var watch = Stopwatch.StartNew();
        await phone.AskAsync("what is in my order?", "₦7,000", Promised);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Promised);
        Assert.Equal("guided", await BrainAsync(conversation));

        await model.TakeSwitchesBackAsync();
        await Eventually.IsTrueAsync(
            async () =>
            {
                // What stands on record the guided brain answers wherever a model only talks; for thanks a model may.
                await phone.AskAsync("thank you", "₦7,000", Promised);
                return (await BrainAsync(conversation)).StartsWith(Answerers.Model, StringComparison.Ordinal);
            },
            "the model answers again", TimeSpan.FromSeconds(30));
        await phone.AskAsync("yes", "0123456789", Promised);
        Assert.Equal(1, await model.Path.Log.ScalarAsync<long>("SELECT count(*) FROM orders WHERE conversation_id = $1", conversation));
    }

    /// <summary>The first is waited for in case more comes; the second arrives when the model is being asked, and its turn begins when that one's is over.</summary>
    [Fact]
    public async Task Of_two_messages_in_a_row_while_the_model_hangs_each_is_answered_within_ten_seconds()
    {
        await model.Path.Shop.SellAsync("Jollof twice", 3500, 100);
        var phone = model.Path.NewPhone();
        var conversation = phone.ConversationId(model.Path.Log.Index);
        await phone.AskAsync("2 jollof twice, pickup", "₦7,000", Promised);
        await model.SwitchAsync(new { play = "hang" });
        var asked = (await model.AskedAsync(bodies: false)).Count;

        var one = AnswerTimeAsync(conversation, await phone.SayAsync("what is in my order and"), Stopwatch.StartNew());
        await Eventually.IsTrueAsync(async () => (await model.AskedAsync(bodies: false)).Count > asked, "the model is asked");
        var other = AnswerTimeAsync(conversation, await phone.SayAsync("how much is it in all?"), Stopwatch.StartNew());

        Assert.All(await Task.WhenAll(one, other), took => Assert.InRange(took, TimeSpan.Zero, Promised));
        await model.TakeSwitchesBackAsync();
        Assert.Equal("guided guided", await model.Path.Log.ScalarAsync<string>(
            "SELECT string_agg(brain, ' ') FROM (SELECT brain FROM turns WHERE conversation_id = $1 ORDER BY started_at DESC LIMIT 2) AS last", conversation));
    }

    /// <summary>How long it took until something of the turn that took this message was with the customer.</summary>
    private async Task<TimeSpan> AnswerTimeAsync(Guid conversation, string messageSid, Stopwatch since)
    {
        await Eventually.IsTrueAsync(
            async () =>
            {
                var rows = await model.Path.Log.ReadAsync(conversation);
                return rows.Find(row => row.ProviderId == messageSid)?.TurnId is { } turn && rows.Exists(row => row.Direction == MessageDirection.Outbound && row.TurnId == turn && row.Arrived);
            },
            "an answer", TimeSpan.FromSeconds(30));
        return since.Elapsed;
    }

    /// <summary>Who made the last turn.</summary>
    private Task<string> BrainAsync(Guid conversation) =>
        model.Path.Log.ScalarAsync<string>("SELECT brain FROM turns WHERE conversation_id = $1 AND completed_at IS NOT NULL ORDER BY started_at DESC LIMIT 1", conversation);
}
