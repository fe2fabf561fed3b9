using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HaloAgent.Channels;
using HaloAgent.Data;
using Xunit;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>One customer's phone at the simulated Twilio: writes by signed webhook, and knows what came back.</summary>
internal sealed class TwilioPhone(HttpClient simulators, string shop, string number)
{
    private static int phones = Random.Shared.Next(1_000_000, 4_000_000);

    public string Number => number;

    public string Address => "whatsapp:" + number;

    public static TwilioPhone New(HttpClient simulators, string shop) => new(simulators, shop, $"+234803{Interlocked.Increment(ref phones):D7}");

    public Guid ConversationId(BlindIndex index) =>
        ConversationKeys.Conversation(index, ConversationKeys.Account(index, Channel.WhatsappTwilio, shop), Address);

    /// <summary>Returns once the webhook was acknowledged.</summary>
    public async Task<string> SayAsync(string text) => await SendAsync(new { from = Address, to = shop, body = text });

    public async Task<string> SendAsync(object inbound)
    {
        using var answer = await simulators.PostAsJsonAsync("/twilio/inbound", inbound);
        var result = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode && result.GetProperty("accepted").GetBoolean(), result.ToString());
        return result.GetProperty("messageSid").GetString()!;
    }

    /// <summary>Says it again until it is acknowledged, under one id, as a provider that retries.</summary>
    public async Task<string> InsistAsync(string text)
    {
        var sid = "SM" + Guid.CreateVersion7().ToString("N");
        await Eventually.IsTrueAsync(
            async () =>
            {
                using var answer = await simulators.PostAsJsonAsync("/twilio/inbound", new { from = Address, to = shop, body = text, messageSid = sid });
                return answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accepted").GetBoolean();
            },
            "the webhook is acknowledged");
        return sid;
    }

    /// <summary>What this customer has received, in order.</summary>
    public async Task<List<string>> ReceivedAsync()
    {
        var messages = await simulators.GetFromJsonAsync<JsonElement>($"/twilio/messages?to={Uri.EscapeDataString(Address)}");
        return [.. messages.EnumerateArray().Select(message => message.GetProperty("body").GetString()!)];
    }

    /// <summary>How many came within one minute, in the minute in which most came.</summary>
    public async Task<int> MostInAMinuteAsync()
    {
        var messages = await simulators.GetFromJsonAsync<JsonElement>($"/twilio/messages?to={Uri.EscapeDataString(Address)}");
        List<DateTimeOffset> times = [.. messages.EnumerateArray().Select(message => message.GetProperty("at").GetDateTimeOffset()).Order()];
        return times.Count == 0 ? 0 : times.Max(first => times.Count(at => at >= first && at < first + TimeSpan.FromMinutes(1)));
    }

    /// <summary>Waits until what was received is as wanted.</summary>
    public Task<List<string>> HearAsync(Predicate<List<string>> wanted, TimeSpan? within = null) =>
        Eventually.BecomesAsync(ReceivedAsync, wanted, within, heard => string.Join(" | ", heard));

    /// <summary>Says it and waits for an answer that says this.</summary>
    public async Task<string> AskAsync(string text, string answer, TimeSpan? within = null)
    {
        var before = (await ReceivedAsync()).Count;
        await SayAsync(text);
        var heard = await HearAsync(all => all.Skip(before).Any(one => one.Contains(answer, StringComparison.OrdinalIgnoreCase)), within);
        return heard.Skip(before).First(one => one.Contains(answer, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What happens to the next messages to this customer.</summary>
    public async Task SwitchAsync(string mode, int? times = 1, int? retryAfter = null, int? delayMs = null)
    {
        using var answer = await simulators.PostAsJsonAsync("/twilio/switches", new { to = Address, mode, times, retryAfter, delayMs });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
