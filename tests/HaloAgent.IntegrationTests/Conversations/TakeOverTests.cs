using HaloAgent.AgentWorker.Orders;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>From the moment a person has the chat the agent says nothing more; what it had done is told.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class TakeOverTests(WholePath path)
{
    [Fact]
    public async Task A_turn_in_the_making_is_cut_off_and_the_order_it_had_placed_is_told()
    {
        var chat = path.NewChat();
        await chat.ShowSummaryAsync();
        var placed = chat.TeachToPlaceAndHang();
        await chat.Phone.SayAsync("yes");
        await placed.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await chat.TakeOverAsync();

        var heard = await chat.Phone.HearAsync(all => all.Any(text => text.Contains("has been placed", StringComparison.Ordinal)));
        var reference = await path.Log.ScalarAsync<string>("SELECT payment_reference FROM orders WHERE conversation_id = $1", chat.Id);
        var number = Order.Display(await path.Log.ScalarAsync<long>("SELECT number FROM orders WHERE conversation_id = $1", chat.Id));
        Assert.Contains(heard, text => text.Contains(reference, StringComparison.Ordinal) && text.Contains(number, StringComparison.Ordinal));
        var turn = await path.Log.ScalarAsync<Guid>("SELECT id FROM turns WHERE conversation_id = $1 ORDER BY started_at DESC LIMIT 1", chat.Id);
        var explained = await path.Database.UseAsync<ReadTurn, Outcome<TurnView>>(read => read.HandleAsync(path.Shop.Id, chat.Id, turn, default));
        Assert.Contains(explained.Value.Steps, step => step.Name == "place_order" && step.Result!.Contains($"\"number\":\"{number}\"", StringComparison.Ordinal));
        Assert.DoesNotContain("The agent goes on", heard);
        Assert.Equal("Closed", await path.Log.ScalarAsync<string>("SELECT status FROM turns WHERE conversation_id = $1 ORDER BY started_at DESC LIMIT 1", chat.Id));
    }

    [Fact]
    public async Task A_brain_that_does_not_listen_cannot_commit_any_more()
    {
        var chat = path.NewChat();
        var (thinking, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        chat.Teach(async (turn, _, _) =>
        {
            thinking.TrySetResult();
            await go.Task;
            return ScriptedBrain.Say(turn, "Too late");
        });
        await chat.Phone.SayAsync("hello");
        await thinking.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await chat.TakeOverAsync();
        go.SetResult();

        await chat.SayAsMemberAsync("Ada here");

        Assert.Equal(["Ada here"], await chat.Phone.HearAsync(all => all.Count >= 1));
        Assert.DoesNotContain(await chat.RepliesAsync(), row => row.Author == MessageAuthor.Agent);
    }

    [Fact]
    public async Task Messages_while_a_person_has_the_chat_are_theirs_and_the_next_one_after_the_hand_back_is_answered()
    {
        var chat = path.NewChat();
        await chat.Phone.AskAsync("hello", "You said: hello");
        await chat.TakeOverAsync();

        await chat.Phone.SayAsync("are you a person?");
        await chat.ClosedAsync();
        await chat.SayAsMemberAsync("I am");
        await chat.Phone.HearAsync(all => all.Contains("I am"));
        await chat.HandBackAsync(null);
        await chat.Phone.SayAsync("thanks");

        Assert.Equal(["You said: hello", "I am", "You said: thanks"], await chat.Phone.HearAsync(all => all.Count >= 3));
    }

    [Fact]
    public async Task The_turn_after_the_hand_back_knows_what_the_person_and_the_customer_said()
    {
        var chat = path.NewChat();
        await chat.Phone.AskAsync("hello", "You said: hello");
        await chat.TakeOverAsync();
        await chat.Phone.SayAsync("can you bring it by four?");
        await chat.ClosedAsync();
        await chat.SayAsMemberAsync("Yes, by four");
        await chat.Phone.HearAsync(all => all.Contains("Yes, by four"));
        await chat.HandBackAsync("regular customer");

        HandBack? known = null;
        chat.Teach((turn, _, _) =>
        {
            known = turn.HandBack;
            return Task.FromResult(ScriptedBrain.Say(turn, "You are welcome"));
        });
        await chat.Phone.AskAsync("thanks", "You are welcome");

        Assert.Equal("Ada had the chat.\nNote: regular customer\nCustomer: “can you bring it by four?”\nAda: “Yes, by four”", known?.Summary);
        Assert.Equal(0L, await path.Log.ScalarAsync<long>("SELECT count(*) FROM conversations WHERE id = $1 AND position('four'::bytea in hand_back_summary) > 0", chat.Id));
    }

    [Fact]
    public async Task A_yes_after_the_hand_back_confirms_no_summary_that_was_shown_before_the_person_came()
    {
        var chat = path.NewChat();
        await chat.ShowSummaryAsync();
        await chat.TakeOverAsync();
        await chat.HandBackAsync(null);
        chat.Teach(async (turn, tools, cancel) =>
        {
            var placed = await tools.CallAsync(new PlaceOrderCall(), cancel);
            return ScriptedBrain.Say(turn, placed.Succeeded ? "Placed" : "Not placed");
        });

        await chat.Phone.AskAsync("yes", "Not placed");

        Assert.Equal(0L, await path.Log.ScalarAsync<long>("SELECT count(*) FROM orders WHERE conversation_id = $1", chat.Id));
    }

    [Fact]
    public async Task Replies_that_wait_for_their_turn_to_be_sent_are_withdrawn()
    {
        var chat = path.NewChat();
        await chat.Phone.SwitchAsync("429", times: null, retryAfter: 2);
        await chat.Phone.SayAsync("hello");
        await Eventually.IsTrueAsync(async () => await chat.RepliesAsync() is [{ Status: DeliveryStatus.Queued, Attempts: > 0 }], "it waits");

        await chat.TakeOverAsync();
        await chat.Phone.SwitchAsync("ok");
        await chat.SayAsMemberAsync("Ada here");

        Assert.Equal(["Ada here"], await chat.Phone.HearAsync(all => all.Count >= 1));
        Assert.Equal((DeliveryStatus.Withdrawn, "taken_over"), (await chat.RepliesAsync()) is [var first, ..] ? (first.Status, first.FailureCode) : default);
    }

    [Fact]
    public async Task A_reply_that_twilio_refuses_while_a_person_takes_over_is_not_tried_again()
    {
        var chat = path.NewChat();
        await chat.Phone.SwitchAsync("429", times: 1, retryAfter: 0, delayMs: 1500);
        await chat.Phone.SayAsync("hello");
        await Eventually.IsTrueAsync(async () => await chat.RepliesAsync() is [{ Status: DeliveryStatus.Sending }], "it is being sent");

        await chat.TakeOverAsync();

        await Eventually.IsTrueAsync(async () => await chat.RepliesAsync() is [{ Status: DeliveryStatus.Withdrawn }], "it is withdrawn");
        Assert.Empty(await chat.Phone.ReceivedAsync());
    }

    [Fact]
    public async Task A_turn_that_fails_three_times_is_told_to_the_customer_and_escalated()
    {
        var chat = path.NewChat();
        var attempts = 0;
        chat.Teach((_, _, _) =>
        {
            attempts++;
            throw new InvalidOperationException("The brain broke.");
        });

        await chat.Phone.SayAsync("hello");

        Assert.Contains("went wrong", Assert.Single(await chat.Phone.HearAsync(all => all.Count >= 1, TimeSpan.FromSeconds(60))), StringComparison.Ordinal);
        Assert.Equal(3, attempts);
        Assert.Equal("Dead", await path.Log.ScalarAsync<string>("SELECT status FROM turns WHERE conversation_id = $1", chat.Id));
        Assert.Equal("TurnFailed", await path.Log.ScalarAsync<string>("SELECT reason FROM escalations WHERE conversation_id = $1 AND resolved_at IS NULL", chat.Id));
    }
}
