using HaloAgent.AgentWorker.Orders;
using HaloAgent.Catalog;
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
    private static readonly Actor Ada = Actor.Member(Guid.CreateVersion7(), "Ada");

    [Fact]
    public async Task A_turn_in_the_making_is_cut_off_and_the_order_it_had_placed_is_told()
    {
        var (phone, conversation) = NewCustomer();
        await PrepareConfirmedCartAsync(phone, conversation);
        var placed = new TaskCompletionSource();
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new PlaceOrderCall(), cancel);
            placed.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            return ScriptedBrain.Say(turn, "The agent goes on");
        });
        await phone.SayAsync("yes");
        await placed.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await TakeOverAsync(conversation);

        var heard = await phone.HearAsync(all => all.Any(text => text.Contains("is placed", StringComparison.Ordinal)));
        var reference = await path.Log.ScalarAsync<string>("SELECT payment_reference FROM orders WHERE conversation_id = $1", conversation);
        var number = Order.Display(await path.Log.ScalarAsync<long>("SELECT number FROM orders WHERE conversation_id = $1", conversation));
        Assert.Contains(heard, text => text.Contains(reference, StringComparison.Ordinal) && text.Contains(number, StringComparison.Ordinal));
        var turn = await path.Log.ScalarAsync<Guid>("SELECT id FROM turns WHERE conversation_id = $1 ORDER BY started_at DESC LIMIT 1", conversation);
        var explained = await path.Database.UseAsync<ReadTurn, Outcome<TurnView>>(read => read.HandleAsync(path.Shop.Id, conversation, turn, default));
        Assert.Contains(explained.Value.Steps, step => step.Name == "place_order" && step.Result!.Contains($"\"number\":\"{number}\"", StringComparison.Ordinal));
        Assert.DoesNotContain("The agent goes on", heard);
        Assert.Equal("Closed", await path.Log.ScalarAsync<string>("SELECT status FROM turns WHERE conversation_id = $1 ORDER BY started_at DESC LIMIT 1", conversation));
    }

    [Fact]
    public async Task A_brain_that_does_not_listen_cannot_commit_any_more()
    {
        var (phone, conversation) = NewCustomer();
        var (thinking, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        path.Brain.Teach(conversation, async (turn, _, _) =>
        {
            thinking.TrySetResult();
            await go.Task;
            return ScriptedBrain.Say(turn, "Too late");
        });
        await phone.SayAsync("hello");
        await thinking.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await TakeOverAsync(conversation);
        go.SetResult();

        await SayAsMemberAsync(conversation, "Ada here");

        Assert.Equal(["Ada here"], await phone.HearAsync(all => all.Count >= 1));
        Assert.DoesNotContain(await path.Log.RepliesAsync(conversation), row => row.Author == MessageAuthor.Agent);
    }

    [Fact]
    public async Task Messages_while_a_person_has_the_chat_are_theirs_and_the_next_one_after_the_hand_back_is_answered()
    {
        var (phone, conversation) = NewCustomer();
        await phone.AskAsync("hello", "You said: hello");
        await TakeOverAsync(conversation);

        await phone.SayAsync("are you a person?");
        await Eventually.IsTrueAsync(async () => (await path.Log.InboundAsync(conversation)).TrueForAll(row => row.TurnId is not null), "it is closed");
        await SayAsMemberAsync(conversation, "I am");
        await phone.HearAsync(all => all.Contains("I am"));
        await path.UseAsync<ReturnToAgent, Outcome<Guid>>(back => back.HandleAsync(path.Shop.Id, conversation, Ada, null, default));
        await phone.SayAsync("thanks");

        Assert.Equal(["You said: hello", "I am", "You said: thanks"], await phone.HearAsync(all => all.Count >= 3));
    }

    [Fact]
    public async Task The_turn_after_the_hand_back_knows_what_the_person_and_the_customer_said()
    {
        var (phone, conversation) = NewCustomer();
        await phone.AskAsync("hello", "You said: hello");
        await TakeOverAsync(conversation);
        await phone.SayAsync("can you bring it by four?");
        await Eventually.IsTrueAsync(async () => (await path.Log.InboundAsync(conversation)).TrueForAll(row => row.TurnId is not null), "it is closed");
        await SayAsMemberAsync(conversation, "Yes, by four");
        await phone.HearAsync(all => all.Contains("Yes, by four"));
        await HandBackAsync(conversation, "regular customer");

        HandBack? known = null;
        path.Brain.Teach(conversation, (turn, _, _) =>
        {
            known = turn.HandBack;
            return Task.FromResult(ScriptedBrain.Say(turn, "You are welcome"));
        });
        await phone.AskAsync("thanks", "You are welcome");

        Assert.Equal("Ada had the chat.\nNote: regular customer\nCustomer: “can you bring it by four?”\nAda: “Yes, by four”", known?.Summary);
        Assert.Equal(0L, await path.Log.ScalarAsync<long>("SELECT count(*) FROM conversations WHERE id = $1 AND position('four'::bytea in hand_back_summary) > 0", conversation));
    }

    [Fact]
    public async Task A_yes_after_the_hand_back_confirms_no_summary_that_was_shown_before_the_person_came()
    {
        var (phone, conversation) = NewCustomer();
        await PrepareConfirmedCartAsync(phone, conversation);
        await TakeOverAsync(conversation);
        await HandBackAsync(conversation, null);
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            var placed = await tools.CallAsync(new PlaceOrderCall(), cancel);
            return ScriptedBrain.Say(turn, placed.Succeeded ? "Placed" : "Not placed");
        });

        await phone.AskAsync("yes", "Not placed");

        Assert.Equal(0L, await path.Log.ScalarAsync<long>("SELECT count(*) FROM orders WHERE conversation_id = $1", conversation));
    }

    [Fact]
    public async Task A_draft_answers_from_what_is_stored_and_changes_nothing()
    {
        await path.Shop.SellAsync("Goat pepper soup", 3100, stock: 100);
        var (phone, conversation) = NewCustomer();
        await phone.AskAsync("hello", "You said: hello");
        await TakeOverAsync(conversation);
        await AskTheOwnerAsync(phone, conversation, "how much is goat pepper soup?");
        var before = await CountsAsync(conversation);

        await DraftAsync(conversation, draft => draft.ByAgent && draft.Text.Contains("₦3,100", StringComparison.Ordinal));

        Assert.Equal(before, await CountsAsync(conversation));
    }

    [Fact]
    public async Task Where_an_answer_would_be_a_deed_the_template_is_offered_instead_and_nothing_is_done()
    {
        await path.Shop.SellAsync("Catfish pepper soup", 3200, stock: 100);
        var (phone, conversation) = NewCustomer();
        await phone.AskAsync("hello", "You said: hello");
        await TakeOverAsync(conversation);
        await AskTheOwnerAsync(phone, conversation, "add 2 catfish pepper soup");

        await DraftAsync(conversation, draft => !draft.ByAgent && draft.Text.Contains("How can I help you?", StringComparison.Ordinal));

        Assert.Equal(0L, await path.Log.ScalarAsync<long>("SELECT count(*) FROM carts WHERE contact_id = (SELECT contact_id FROM conversations WHERE id = $1)", conversation));
        Assert.Equal(FailureKind.NotFound, (await path.UseAsync<SuggestReply, Outcome<ReplyDraft>>(suggest => suggest.HandleAsync(Guid.CreateVersion7(), conversation, default))).Failure?.Kind);
    }

    [Fact]
    public async Task Replies_that_wait_for_their_turn_to_be_sent_are_withdrawn()
    {
        var (phone, conversation) = NewCustomer();
        await phone.SwitchAsync("429", times: null, retryAfter: 2);
        await phone.SayAsync("hello");
        await Eventually.IsTrueAsync(async () => await path.Log.RepliesAsync(conversation) is [{ Status: DeliveryStatus.Queued, Attempts: > 0 }], "it waits");

        await TakeOverAsync(conversation);
        await phone.SwitchAsync("ok");
        await SayAsMemberAsync(conversation, "Ada here");

        Assert.Equal(["Ada here"], await phone.HearAsync(all => all.Count >= 1));
        Assert.Equal((DeliveryStatus.Withdrawn, "taken_over"), (await path.Log.RepliesAsync(conversation)) is [var first, ..] ? (first.Status, first.FailureCode) : default);
    }

    [Fact]
    public async Task A_reply_that_twilio_refuses_while_a_person_takes_over_is_not_tried_again()
    {
        var (phone, conversation) = NewCustomer();
        await phone.SwitchAsync("429", times: 1, retryAfter: 0, delayMs: 1500);
        await phone.SayAsync("hello");
        await Eventually.IsTrueAsync(async () => await path.Log.RepliesAsync(conversation) is [{ Status: DeliveryStatus.Sending }], "it is being sent");

        await TakeOverAsync(conversation);

        await Eventually.IsTrueAsync(async () => await path.Log.RepliesAsync(conversation) is [{ Status: DeliveryStatus.Withdrawn }], "it is withdrawn");
        Assert.Empty(await phone.ReceivedAsync());
    }

    [Fact]
    public async Task Stop_silences_the_agent_and_withdraws_what_waits_and_start_brings_it_back()
    {
        var (phone, conversation) = NewCustomer();
        await phone.AskAsync("hello", "You said: hello");
        await phone.AskAsync("STOP", "no more messages");

        await phone.SayAsync("anyone?");
        await Eventually.IsTrueAsync(async () => (await path.Log.InboundAsync(conversation)).TrueForAll(row => row.TurnId is not null), "it is closed");
        await phone.AskAsync("START", "Welcome back");
        await phone.AskAsync("hello again", "You said: hello again");

        Assert.DoesNotContain(await phone.ReceivedAsync(), text => text.Contains("anyone", StringComparison.Ordinal));
        Assert.Equal(2L, await path.Log.ScalarAsync<long>("SELECT count(*) FROM consents WHERE contact_id = (SELECT contact_id FROM conversations WHERE id = $1)", conversation));
    }

    [Fact]
    public async Task Stop_withdraws_what_was_not_sent_yet()
    {
        var (phone, conversation) = NewCustomer();
        await phone.SwitchAsync("429", times: 1, retryAfter: 3);
        await phone.SayAsync("hello");
        await Eventually.IsTrueAsync(async () => await path.Log.RepliesAsync(conversation) is [{ Status: DeliveryStatus.Queued, Attempts: 1 }], "it waits");

        await phone.SayAsync("stop");

        Assert.Contains("no more messages", Assert.Single(await phone.HearAsync(all => all.Count >= 1)), StringComparison.Ordinal);
        Assert.Equal(DeliveryStatus.Withdrawn, (await path.Log.RepliesAsync(conversation))[0].Status);
    }

    [Fact]
    public async Task Stop_counts_also_while_a_person_has_the_chat()
    {
        var (phone, conversation) = NewCustomer();
        await phone.AskAsync("hello", "You said: hello");
        await TakeOverAsync(conversation);

        await phone.SayAsync("STOP");
        await Eventually.IsTrueAsync(async () => (await path.Log.InboundAsync(conversation)).TrueForAll(row => row.TurnId is not null), "it is closed");
        await SayAsMemberAsync(conversation, "One more thing");

        var refused = await Eventually.BecomesAsync(() => path.Log.RepliesAsync(conversation), rows => rows.Count == 2);
        Assert.Equal((DeliveryStatus.Failed, "opted_out"), (refused[1].Status, refused[1].FailureCode));
        Assert.Equal(["You said: hello"], await phone.ReceivedAsync());
    }

    [Fact]
    public async Task A_receipt_that_comes_while_a_person_has_the_chat_is_kept_and_is_the_orders()
    {
        var (phone, conversation) = NewCustomer();
        await PrepareConfirmedCartAsync(phone, conversation);
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new PlaceOrderCall(), cancel);
            return ScriptedBrain.Say(turn, "Placed");
        });
        await phone.AskAsync("yes", "Placed");
        await TakeOverAsync(conversation);

        await phone.SendAsync(new { from = phone.Address, to = path.Shop.Account.Address, body = "", media = new[] { new { data = Convert.ToBase64String(Png), contentType = "image/png" } } });

        await Eventually.IsTrueAsync(
            async () => await path.Log.ScalarAsync<long>(
                "SELECT count(*) FROM receipts r JOIN payments p ON p.id = r.payment_id JOIN orders o ON o.id = p.order_id WHERE o.conversation_id = $1", conversation) == 1,
            "the receipt is the order's");
        Assert.Equal(1, await path.Log.ScalarAsync<long>("SELECT count(*) FROM media_assets WHERE conversation_id = $1", conversation));
        Assert.Equal("awaiting_confirmation", await path.Log.ScalarAsync<string>("SELECT status FROM orders WHERE conversation_id = $1", conversation));
        await Eventually.IsTrueAsync(async () => (await path.Log.InboundAsync(conversation)).TrueForAll(row => row.TurnId is not null), "it is closed");
    }

    [Fact]
    public async Task What_a_cut_off_turn_had_done_is_told_before_its_files_have_come()
    {
        var (phone, conversation) = NewCustomer();
        await PrepareConfirmedCartAsync(phone, conversation);
        var placed = new TaskCompletionSource();
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new PlaceOrderCall(), cancel);
            placed.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            return ScriptedBrain.Say(turn, "The agent goes on");
        });
        await phone.SwitchAsync("media-404");
        await phone.SendAsync(new { from = phone.Address, to = path.Shop.Account.Address, body = "yes", media = new[] { new { data = Convert.ToBase64String(Png), contentType = "image/png" } } });
        await placed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await phone.SwitchAsync("media-slow", delayMs: 10_000);

        await TakeOverAsync(conversation);

        await phone.HearAsync(all => all.Any(text => text.Contains("is placed", StringComparison.Ordinal)));
        Assert.Equal(0, await path.Log.ScalarAsync<long>("SELECT count(*) FROM media_assets WHERE conversation_id = $1", conversation));
        await Eventually.IsTrueAsync(
            async () => await path.Log.ScalarAsync<long>("SELECT count(*) FROM media_assets WHERE conversation_id = $1", conversation) == 1
                && (await path.Log.InboundAsync(conversation)).TrueForAll(row => row.FailureCode is null),
            "the file has come");
    }

    [Fact]
    public async Task Files_of_a_turn_that_was_cut_off_while_it_fetched_them_can_be_asked_for_until_they_are_there()
    {
        var (phone, conversation) = NewCustomer();
        await phone.AskAsync("hello", "You said: hello");
        await phone.SwitchAsync("media-slow", times: 2, delayMs: 6000);
        await phone.SendAsync(new { from = phone.Address, to = path.Shop.Account.Address, body = "look", media = new[] { new { data = Convert.ToBase64String(Png), contentType = "image/png" } } });
        await Eventually.IsTrueAsync(
            async () => await path.Log.ScalarAsync<long>("SELECT count(*) FROM turns WHERE conversation_id = $1 AND status = 'Running'", conversation) == 1, "the turn fetches");

        await TakeOverAsync(conversation);

        await Eventually.IsTrueAsync(async () => (await path.Log.InboundAsync(conversation))[^1].FailureCode == "file_not_fetched", "it can be asked for");
        await Eventually.IsTrueAsync(
            async () => await path.Log.ScalarAsync<long>("SELECT count(*) FROM media_assets WHERE conversation_id = $1", conversation) == 1
                && (await path.Log.InboundAsync(conversation))[^1].FailureCode is null,
            "the file has come");
    }

    [Fact]
    public async Task A_turn_that_fails_three_times_is_told_to_the_customer_and_escalated()
    {
        var (phone, conversation) = NewCustomer();
        var attempts = 0;
        path.Brain.Teach(conversation, (_, _, _) =>
        {
            attempts++;
            throw new InvalidOperationException("The brain broke.");
        });

        await phone.SayAsync("hello");

        Assert.Contains("went wrong", Assert.Single(await phone.HearAsync(all => all.Count >= 1, TimeSpan.FromSeconds(60))), StringComparison.Ordinal);
        Assert.Equal(3, attempts);
        Assert.Equal("Dead", await path.Log.ScalarAsync<string>("SELECT status FROM turns WHERE conversation_id = $1", conversation));
        Assert.Equal("TurnFailed", await path.Log.ScalarAsync<string>("SELECT reason FROM escalations WHERE conversation_id = $1 AND resolved_at IS NULL", conversation));
    }

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    private (TwilioPhone Phone, Guid Conversation) NewCustomer()
    {
        var phone = path.NewPhone();
        return (phone, phone.ConversationId(path.Log.Index));
    }

    private async Task HandBackAsync(Guid conversation, string? note) => Assert.True(
        (await path.UseAsync<ReturnToAgent, Outcome<Guid>>(back => back.HandleAsync(path.Shop.Id, conversation, Ada, note, default))).Succeeded);

    /// <summary>More than once, if need be: the worker may know the shop as it was a second ago.</summary>
    private Task<ReplyDraft> DraftAsync(Guid conversation, Predicate<ReplyDraft> wanted) => Eventually.BecomesAsync(
        async () => (await path.UseAsync<SuggestReply, Outcome<ReplyDraft>>(suggest => suggest.HandleAsync(path.Shop.Id, conversation, default))).Value, wanted);

    private async Task AskTheOwnerAsync(TwilioPhone phone, Guid conversation, string text)
    {
        await phone.SayAsync(text);
        await Eventually.IsTrueAsync(async () => (await path.Log.InboundAsync(conversation)).TrueForAll(row => row.TurnId is not null), "it is closed");
    }

    private Task<string> CountsAsync(Guid conversation) => path.Log.ScalarAsync<string>(
        """
        SELECT concat_ws('/', (SELECT count(*) FROM message_logs WHERE conversation_id = $1), (SELECT count(*) FROM turns WHERE conversation_id = $1),
                         (SELECT count(*) FROM escalations WHERE conversation_id = $1), (SELECT epoch FROM conversations WHERE id = $1))
        """,
        conversation);

    private async Task TakeOverAsync(Guid conversation) => Assert.True(
        (await path.UseAsync<TakeOverConversation, Outcome<Guid>>(take => take.HandleAsync(path.Shop.Id, conversation, Ada, default))).Succeeded);

    private async Task SayAsMemberAsync(Guid conversation, string text) => Assert.True(
        (await path.UseAsync<SendMemberMessage, Outcome<long?>>(send => send.HandleAsync(path.Shop.Id, conversation, Ada, text, Guid.CreateVersion7(), default))).Succeeded);

    private async Task PrepareConfirmedCartAsync(TwilioPhone phone, Guid conversation)
    {
        Product jollof = await path.Shop.SellAsync("Jollof", 3500, stock: 100);
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new AddToCartCall(jollof.Id, null, 2), cancel);
            await tools.CallAsync(new ChoosePickupCall(), cancel);
            await tools.CallAsync(new ShowSummaryCall(), cancel);
            return ScriptedBrain.Say(turn, "Shall I place it?");
        });
        await phone.AskAsync("2 jollof, pickup", "Shall I");
    }
}
