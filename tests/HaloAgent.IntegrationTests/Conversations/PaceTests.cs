using HaloAgent.AgentWorker.Agent;
using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>A runaway chat (two bots, a stuck phone) is cut off, and nobody is left without a word.</summary>
public sealed class PaceTests(HurriedPath hurried) : IClassFixture<HurriedPath>
{
    private readonly WholePath path = hurried.Path;

    [Fact]
    public async Task Past_the_limit_the_customer_is_told_once_a_person_is_called_and_every_message_is_kept()
    {
        var phone = path.NewPhone();
        var conversation = phone.ConversationId(path.Log.Index);
        // Two messages an answer.
        path.Brain.Teach(conversation, (turn, _, _) => Task.FromResult(ScriptedBrain.Say(turn, "one") with { Bubbles = [new ReplyBubble("one"), new ReplyBubble("two")] }));
        for (var said = 1; said <= 5; said++)
        {
            await phone.SayAsync($"hello {said}");
            await Eventually.IsTrueAsync(async () => await path.Log.ScalarAsync<long>("SELECT count(*) FROM turns WHERE conversation_id = $1 AND status <> 'Running'", conversation) == said, "it was taken");
        }

        var heard = await phone.HearAsync(all => all.Count >= 5);

        Assert.Equal(["one", "two", "one", "two"], heard.Take(4));
        Assert.StartsWith("You write faster than I can answer", Assert.Single(heard.Skip(4)), StringComparison.Ordinal);
        Assert.Equal("TooManyMessages", await path.Log.ScalarAsync<string>("SELECT reason FROM escalations WHERE conversation_id = $1", conversation));
        Assert.Equal("gate:pace", await path.Log.ScalarAsync<string>("SELECT brain FROM turns WHERE conversation_id = $1 ORDER BY started_at DESC LIMIT 1", conversation));
        Assert.Equal(5, (await path.Log.InboundAsync(conversation)).Count);
    }
}
