using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Channels;

/// <summary>Twilio answers neither the send nor the question what became of it: the message waits, unknown, and nothing is sent twice.</summary>
public sealed class TwilioLookupTests(PatientPath patient) : IClassFixture<PatientPath>
{
    private readonly WholePath path = patient.Path;

    [Fact]
    public async Task What_twilio_never_took_stays_unknown_while_it_is_asked_in_vain_and_is_sent_again_only_when_twilio_says_so()
    {
        var phone = path.NewPhone();
        await phone.SwitchAsync("lookup-500", times: null);
        await phone.SwitchAsync("500");
        await phone.SayAsync("hello");

        var waiting = Assert.Single(await Eventually.BecomesAsync(
            () => RepliesAsync(phone), rows => rows is [{ Status: DeliveryStatus.Unknown }], describe: Describe));
        var sentAt = await TimeAsync(waiting, "sending_since");
        var firstLook = await Eventually.BecomesAsync(() => TimeAsync(waiting, "next_attempt_at"), time => time.Length > 0);
        await Eventually.BecomesAsync(() => TimeAsync(waiting, "next_attempt_at"), time => time.Length > 0 && time != firstLook);

        var still = Assert.Single(await RepliesAsync(phone));
        Assert.Equal((DeliveryStatus.Unknown, 1), (still.Status, still.Attempts));
        Assert.Equal(sentAt, await TimeAsync(waiting, "sending_since"));
        Assert.Empty(await phone.ReceivedAsync());

        await phone.SwitchAsync("lookup-500", times: 1);
        Assert.Equal(2, Assert.Single(await ArrivedAsync(phone)).Attempts);
        Assert.Equal(["You said: hello"], await phone.ReceivedAsync());
    }

    [Fact]
    public async Task What_twilio_has_is_found_however_late_it_answers_and_not_sent_again()
    {
        var phone = path.NewPhone();
        await phone.SayAsync("hello");
        var sent = await DeliveredAsync(phone);
        await phone.SwitchAsync("lookup-500", times: 2);

        await ForgetOutcomeAsync(sent);
        await Eventually.BecomesAsync(() => TimeAsync(sent, "next_attempt_at"), time => time.Length > 0);

        var found = Assert.Single(await ArrivedAsync(phone));
        Assert.Equal((sent.ProviderId, sent.Attempts), (found.ProviderId, found.Attempts));
        Assert.Single(await phone.ReceivedAsync());
    }

    [Fact]
    public async Task A_callback_settles_it_while_the_look_up_is_still_unanswered_and_the_next_message_goes_out()
    {
        var phone = path.NewPhone();
        await phone.SayAsync("first");
        var sent = await DeliveredAsync(phone);
        await phone.SwitchAsync("lookup-500", times: null);
        await ForgetOutcomeAsync(sent);
        await phone.SayAsync("second");
        await Eventually.BecomesAsync(() => TimeAsync(sent, "next_attempt_at"), time => time.Length > 0);

        List<KeyValuePair<string, string>> delivered = [new("MessageSid", sent.ProviderId!), new("MessageStatus", "delivered")];
        using var answer = await path.PostAsync(delivered, $"/webhooks/whatsapp/status?m={sent.Id}");

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(["You said: first", "You said: second"], await phone.HearAsync(all => all.Count >= 2));
    }

    private Task<List<LoggedMessage>> RepliesAsync(TwilioPhone phone) => path.Log.RepliesAsync(phone.ConversationId(path.Log.Index));

    private Task<List<LoggedMessage>> ArrivedAsync(TwilioPhone phone) =>
        Eventually.BecomesAsync(() => RepliesAsync(phone), rows => rows is [{ Arrived: true }], describe: Describe);

    /// <summary>With its callbacks heard: none of them comes later and settles what was forgotten.</summary>
    private async Task<LoggedMessage> DeliveredAsync(TwilioPhone phone) => Assert.Single(await Eventually.BecomesAsync(
        () => RepliesAsync(phone), rows => rows is [{ Status: DeliveryStatus.Delivered }], describe: Describe));

    /// <summary>As if the process had died between the call and its answer, and no callback had come.</summary>
    private Task<int> ForgetOutcomeAsync(LoggedMessage message) => path.Database.ReadAsync(db => db.Database.ExecuteSqlAsync(
        $"UPDATE message_logs SET delivery_status = 20, provider_message_id = NULL WHERE id = {message.Id}"));

    private Task<string> TimeAsync(LoggedMessage message, string column) =>
        path.Log.ScalarAsync<string>($"SELECT COALESCE({column}::text, '') FROM message_logs WHERE id = $1", message.Id);

    private static string Describe(List<LoggedMessage> rows) => string.Join("; ", rows);
}

/// <summary>A message path that gives nothing up while a test waits.</summary>
public sealed class PatientPath(PostgresFixture postgres, GarnetFixture garnet) : IAsyncLifetime
{
    public WholePath Path { get; } = new(postgres, garnet) { WorkerOptions = { ["Agent:GiveUpDeliveryAfter"] = "00:02:00" } };

    public ValueTask InitializeAsync() => Path.InitializeAsync();

    public ValueTask DisposeAsync() => Path.DisposeAsync();
}
