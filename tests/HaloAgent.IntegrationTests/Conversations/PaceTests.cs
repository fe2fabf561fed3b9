using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>A runaway chat (two bots, a stuck phone) is cut off at the limit, here three messages a minute, and nobody is left without a word.</summary>
public sealed class PaceTests(HurriedPath hurried) : IClassFixture<HurriedPath>
{
    private const string Told = "You're sending messages faster than I can reply";

    private readonly WholePath path = hurried.Path;

    [Fact]
    public async Task The_reply_that_reaches_the_limit_says_so_a_person_is_called_once_and_every_message_is_kept()
    {
        var (phone, conversation) = TwoMessagesAnAnswer();
        for (var said = 1; said <= 5; said++) await SayAndWaitAsync(phone, conversation, $"hello {said}", turns: said);

        var heard = await phone.HearAsync(all => all.Count >= 3);
        Assert.Equal(["one", "two"], heard.Take(2));
        // What there was to say is said, in what was left.
        Assert.StartsWith($"one\n\ntwo\n\n{Told}", Assert.Single(heard.Skip(2)), StringComparison.Ordinal);
        await EverythingArrivedAsync(conversation);
        Assert.Equal(3, (await phone.ReceivedAsync()).Count);
        Assert.Equal("TooManyMessages", await path.Log.ScalarAsync<string>("SELECT string_agg(reason, ' ') FROM escalations WHERE conversation_id = $1", conversation));
        Assert.Equal("gate:pace", await path.Log.ScalarAsync<string>("SELECT brain FROM turns WHERE conversation_id = $1 ORDER BY started_at DESC LIMIT 1", conversation));
        Assert.Equal(5, (await path.Log.InboundAsync(conversation)).Count);
        Assert.Equal("Completed Completed Closed Closed Closed", await path.Log.ScalarAsync<string>("SELECT string_agg(status, ' ' ORDER BY started_at) FROM turns WHERE conversation_id = $1", conversation));
    }

    [Fact]
    public async Task An_actor_that_was_put_away_in_between_counts_on()
    {
        var (phone, conversation) = TwoMessagesAnAnswer();
        for (var said = 1; said <= 4; said++)
        {
            await SayAndWaitAsync(phone, conversation, $"hello {said}", turns: said);
            await EverythingArrivedAsync(conversation);
            await path.Worker.GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);
        }

        Assert.Equal(3, (await phone.ReceivedAsync()).Count);
    }

    [Fact]
    public async Task Two_chats_of_one_customer_share_the_limit()
    {
        var (phone, conversation) = TwoMessagesAnAnswer();
        var (other, otherConversation) = TwoMessagesAnAnswer();
        await SayAndWaitAsync(phone, conversation, "hello", turns: 1);
        await SayAndWaitAsync(other, otherConversation, "hello", turns: 1);
        await path.Log.ScalarAsync<Guid>(
            "UPDATE conversations SET contact_id = (SELECT contact_id FROM conversations WHERE id = $1) WHERE id = $2 RETURNING id", conversation, otherConversation);

        await SayAndWaitAsync(other, otherConversation, "hello again", turns: 2);
        await SayAndWaitAsync(phone, conversation, "hello again", turns: 2);

        await EverythingArrivedAsync(otherConversation);
        Assert.StartsWith($"one\n\ntwo\n\n{Told}", (await other.HearAsync(all => all.Count == 3))[^1], StringComparison.Ordinal);
        Assert.Equal(2, (await phone.ReceivedAsync()).Count);
    }

    [Fact]
    public async Task When_the_minute_has_passed_the_customer_is_answered_again()
    {
        var (phone, conversation) = TwoMessagesAnAnswer();
        for (var said = 1; said <= 3; said++) await SayAndWaitAsync(phone, conversation, $"hello {said}", turns: said);
        await path.Log.ScalarAsync<Guid>(
            """
            UPDATE contacts SET agent_messages_at = ARRAY(SELECT at - interval '71 s' FROM unnest(agent_messages_at) AS sent(at))
            WHERE id = (SELECT contact_id FROM conversations WHERE id = $1) RETURNING id
            """,
            conversation);

        await SayAndWaitAsync(phone, conversation, "hello 4", turns: 4);

        Assert.Equal(["one", "two"], (await phone.HearAsync(all => all.Count == 5)).Skip(3));
    }

    [Fact]
    public async Task Whoever_writes_stop_at_the_limit_is_heeded_and_told_so_with_the_last_message()
    {
        var (phone, conversation) = TwoMessagesAnAnswer();
        await SayAndWaitAsync(phone, conversation, "hello", turns: 1);
        await SayAndWaitAsync(phone, conversation, "STOP", turns: 2);
        await SayAndWaitAsync(phone, conversation, "START", turns: 3);

        var heard = await phone.HearAsync(all => all.Count >= 3);
        await EverythingArrivedAsync(conversation);
        Assert.Equal(3, (await phone.ReceivedAsync()).Count);
        Assert.DoesNotContain(Told, heard[2], StringComparison.Ordinal);
        Assert.False(await path.Log.ScalarAsync<bool>("SELECT opted_out_at IS NOT NULL FROM contacts WHERE id = (SELECT contact_id FROM conversations WHERE id = $1)", conversation));
    }

    [Fact]
    public async Task That_a_turn_failed_for_good_is_told_with_the_last_message_and_then_a_person_is_called_without_a_word()
    {
        var (phone, conversation) = TwoMessagesAnAnswer();
        await SayAndWaitAsync(phone, conversation, "hello", turns: 1);
        path.Brain.Teach(conversation, (_, _, _) => throw new InvalidOperationException("It breaks."));
        await SayAndWaitAsync(phone, conversation, "hello again", turns: 2);
        await SayAndWaitAsync(phone, conversation, "are you there?", turns: 3);

        await EverythingArrivedAsync(conversation);
        Assert.Equal(3, (await phone.ReceivedAsync()).Count);
        Assert.Equal("Completed Dead Closed", await path.Log.ScalarAsync<string>("SELECT string_agg(status, ' ' ORDER BY started_at) FROM turns WHERE conversation_id = $1", conversation));
        Assert.Equal("TooManyMessages TurnFailed", await path.Log.ScalarAsync<string>("SELECT string_agg(reason, ' ' ORDER BY reason) FROM escalations WHERE conversation_id = $1", conversation));
    }

    [Fact]
    public async Task A_message_that_had_to_wait_for_the_provider_counts_from_when_it_was_handed_over()
    {
        var phone = path.NewPhone();
        var conversation = phone.ConversationId(path.Log.Index);
        path.Brain.Teach(conversation, (turn, _, _) => Task.FromResult(ScriptedBrain.Say(turn, "late")));
        // More than one of its attempts is late.
        await phone.SwitchAsync("429", times: 2, retryAfter: 3);

        await SayAndWaitAsync(phone, conversation, "hello", turns: 1);
        await EverythingArrivedAsync(conversation);

        Assert.Equal("1 later", await path.Log.ScalarAsync<string>(
            """
            SELECT cardinality(p.agent_messages_at) || CASE WHEN p.agent_messages_at[1] > m.created_at + interval '2 s' THEN ' later' ELSE ' as committed' END
            FROM message_logs m JOIN conversations c ON c.id = m.conversation_id JOIN contacts p ON p.id = c.contact_id WHERE c.id = $1 AND m.direction = 1
            """,
            conversation));
    }

    private (TwilioPhone Phone, Guid Conversation) TwoMessagesAnAnswer()
    {
        var phone = path.NewPhone();
        var conversation = phone.ConversationId(path.Log.Index);
        path.Brain.Teach(conversation, (turn, _, _) => Task.FromResult(ScriptedBrain.Say(turn, "one", "two")));
        return (phone, conversation);
    }

    private async Task SayAndWaitAsync(TwilioPhone phone, Guid conversation, string text, int turns)
    {
        await phone.SayAsync(text);
        await Eventually.IsTrueAsync(async () => await path.Log.ScalarAsync<long>("SELECT count(*) FROM turns WHERE conversation_id = $1 AND status <> 'Running'", conversation) == turns, "it was taken");
    }

    private Task EverythingArrivedAsync(Guid conversation) =>
        Eventually.IsTrueAsync(async () => (await path.Log.RepliesAsync(conversation)).TrueForAll(reply => reply.Arrived), "everything arrived");
}
