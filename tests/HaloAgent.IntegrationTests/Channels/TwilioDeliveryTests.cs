using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Messaging;
using Xunit;

namespace HaloAgent.IntegrationTests.Channels;

/// <summary>What goes out: once, in order, and honestly shown when it could not be delivered.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class TwilioDeliveryTests(WholePath path)
{
    [Fact]
    public async Task Too_many_requests_are_tried_again_when_twilio_says_so_and_delivered_once_in_order()
    {
        var phone = path.NewPhone();
        await phone.SwitchAsync("429", times: 2, retryAfter: 1);

        await phone.SayAsync("first");
        await phone.SayAsync("second");

        Assert.Equal(["You said: first", "You said: second"], await phone.HearAsync(all => all.Count >= 2));
        var replies = await ArrivedAsync(phone, 2);
        Assert.Equal([3, 1], replies.Select(reply => reply.Attempts));
        Assert.Equal(2, (await phone.ReceivedAsync()).Count);
    }

    [Fact]
    public async Task A_server_error_leaves_it_unknown_and_it_is_sent_again_only_because_twilio_does_not_have_it()
    {
        var phone = path.NewPhone();
        await phone.SwitchAsync("500");

        await phone.SayAsync("hello");

        await Eventually.BecomesAsync(() => RepliesAsync(phone), rows => rows is [{ Status: DeliveryStatus.Unknown }], describe: Describe);
        var reply = Assert.Single(await ArrivedAsync(phone, 1));
        Assert.Equal(2, reply.Attempts);
        Assert.Single(await phone.ReceivedAsync());
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_found_in_twilios_list_and_not_sent_again()
    {
        var phone = path.NewPhone();
        await phone.SayAsync("hello");
        var sent = Assert.Single(await ArrivedAsync(phone, 1));

        // As if the process had died between the call and its answer, and no callback had come.
        await ForgetOutcomeAsync(sent);

        var found = Assert.Single(await ArrivedAsync(phone, 1));
        Assert.Equal(sent.ProviderId, found.ProviderId);
        Assert.Single(await phone.ReceivedAsync());
    }

    [Fact]
    public async Task The_same_words_said_before_are_not_taken_for_the_message_that_was_lost()
    {
        var phone = path.NewPhone();
        await phone.SayAsync("hello");
        await ArrivedAsync(phone, 1);
        await phone.SwitchAsync("500");

        await phone.SayAsync("hello");

        var replies = await ArrivedAsync(phone, 2);
        Assert.Equal(2, replies.Select(reply => reply.ProviderId).Distinct().Count());
        Assert.Equal(["You said: hello", "You said: hello"], await phone.ReceivedAsync());
    }

    [Theory]
    [InlineData("21610", "blocked")]
    [InlineData("63016", "24 hours")]
    public async Task A_permanent_refusal_is_shown_with_its_reason_and_the_next_message_goes_out(string code, string reason)
    {
        var phone = path.NewPhone();
        await phone.SwitchAsync(code);

        await phone.SayAsync("first");
        await phone.SayAsync("second");

        Assert.Equal(["You said: second"], await phone.HearAsync(all => all.Count >= 1));
        var replies = await RepliesAsync(phone);
        Assert.Equal((DeliveryStatus.Failed, code, 1), (replies[0].Status, replies[0].FailureCode, replies[0].Attempts));
        Assert.Contains(reason, replies[0].FailureReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_twilio_accepted_delivers_exactly_once()
    {
        var phone = path.NewPhone();
        await phone.SwitchAsync("drop-after-accept");

        await phone.SayAsync("hello");
        await phone.SayAsync("again");

        await ArrivedAsync(phone, 2);
        Assert.Equal(["You said: hello", "You said: again"], await phone.ReceivedAsync());
    }

    [Theory]
    [InlineData("callback-before-201")]
    [InlineData("out-of-order")]
    public async Task Callbacks_in_any_order_end_in_the_furthest_status(string mode)
    {
        var phone = path.NewPhone();
        await phone.SwitchAsync(mode);

        await phone.SayAsync("hello");

        await Eventually.BecomesAsync(() => RepliesAsync(phone), rows => rows is [{ Status: DeliveryStatus.Delivered }], describe: Describe);
        Assert.Single(await phone.ReceivedAsync());
    }

    [Fact]
    public async Task A_status_never_moves_backwards()
    {
        var phone = path.NewPhone();
        await phone.SayAsync("hello");
        var reply = Assert.Single(await Eventually.BecomesAsync(() => RepliesAsync(phone), rows => rows is [{ Status: DeliveryStatus.Delivered }], describe: Describe));

        await CallBackAsync(reply, "read");
        await CallBackAsync(reply, "delivered");
        await CallBackAsync(reply, "undelivered", ("ErrorCode", "63024"));
        await CallBackAsync(reply, "sent");

        var after = Assert.Single(await RepliesAsync(phone));
        Assert.Equal((DeliveryStatus.Read, (string?)null), (after.Status, after.FailureCode));
    }

    [Fact]
    public async Task A_callback_about_another_message_than_the_one_it_names_changes_nothing()
    {
        var phone = path.NewPhone();
        await phone.SayAsync("hello");
        var reply = Assert.Single(await Eventually.BecomesAsync(() => RepliesAsync(phone), rows => rows is [{ Status: DeliveryStatus.Delivered }], describe: Describe));

        await CallBackAsync(reply with { ProviderId = "SM" + Guid.CreateVersion7().ToString("N") }, "read");

        Assert.Equal(DeliveryStatus.Delivered, Assert.Single(await RepliesAsync(phone)).Status);
    }

    [Fact]
    public async Task A_failure_that_comes_only_by_callback_is_shown_with_its_reason()
    {
        var phone = path.NewPhone();
        await phone.SwitchAsync("fail-async");

        await phone.SayAsync("hello");

        var failed = Assert.Single(await Eventually.BecomesAsync(() => RepliesAsync(phone), rows => rows is [{ Status: DeliveryStatus.Failed }], describe: Describe));
        Assert.Equal("63024", failed.FailureCode);
        Assert.NotNull(failed.FailureReason);
    }

    [Fact]
    public async Task What_fails_for_too_long_is_given_up_and_no_longer_in_the_way()
    {
        var phone = path.NewPhone();
        await phone.SwitchAsync("429", times: 3, retryAfter: 5);

        await phone.SayAsync("first");
        await phone.SayAsync("second");

        await phone.HearAsync(all => all.Contains("You said: second"), TimeSpan.FromSeconds(40));
        var replies = await RepliesAsync(phone);
        Assert.Equal(DeliveryStatus.Failed, replies[0].Status);
        Assert.Contains("gave up", replies[0].FailureReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_a_product_is_sent_by_our_public_address()
    {
        var phone = path.NewPhone();
        var image = Guid.CreateVersion7();
        path.Brain.Teach(phone.ConversationId(path.Log.Index), (turn, _, _) => Task.FromResult(
            ScriptedBrain.Say(turn, "") with { Bubbles = [new HaloAgent.AgentWorker.Agent.ReplyBubble("Jollof", image)] }));

        await phone.SayAsync("picture?");

        await phone.HearAsync(all => all.Count == 1);
        var message = (await path.Simulators.GetStringAsync($"/twilio/messages?to={Uri.EscapeDataString(phone.Address)}"));
        Assert.Contains($"{path.PublicBase}/api/public/images/{image}", message, StringComparison.Ordinal);
    }

    private Task<List<LoggedMessage>> RepliesAsync(TwilioPhone phone) => path.Log.RepliesAsync(phone.ConversationId(path.Log.Index));

    private Task<List<LoggedMessage>> ArrivedAsync(TwilioPhone phone, int count) =>
        Eventually.BecomesAsync(() => RepliesAsync(phone), rows => rows.Count == count && rows.TrueForAll(row => row.Arrived), describe: Describe);

    private Task<int> ForgetOutcomeAsync(LoggedMessage message) => path.Database.ReadAsync(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
        db.Database, $"UPDATE message_logs SET delivery_status = 20, provider_message_id = NULL WHERE id = {message.Id}"));

    private async Task CallBackAsync(LoggedMessage message, string status, params (string Name, string Value)[] more)
    {
        List<KeyValuePair<string, string>> form = [new("MessageSid", message.ProviderId!), new("MessageStatus", status)];
        form.AddRange(more.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await path.PostAsync(form, $"/webhooks/whatsapp/status?m={message.Id}");
        Assert.True(answer.IsSuccessStatusCode);
    }

    private static string Describe(List<LoggedMessage> rows) => string.Join("; ", rows);
}
