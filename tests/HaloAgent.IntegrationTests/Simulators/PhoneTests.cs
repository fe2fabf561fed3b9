using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>What the phone page lives on: its state, its stream, its phone book, and the typing indicator.</summary>
public class PhoneTests
{
    private static readonly string _thread =
        $"/phone/messages?customer={Uri.EscapeDataString(SimulatedTwilio.Customer)}&shop={Uri.EscapeDataString(SimulatedTwilio.Shop)}";

    [Fact]
    public async Task An_open_phone_is_told_of_new_messages_and_of_typing()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await using var events = await PhoneEvents.OpenAsync(twilio);

        var inbound = await twilio.InboundAsync(new { from = SimulatedTwilio.Customer, body = "Good morning" });
        using var typing = await twilio.Twilio.PostAsync(
            "/v2/Indicators/Typing.json",
            SimulatedTwilio.Form(("channel", "whatsapp"), ("messageId", inbound.GetProperty("messageSid").GetString()!)),
            TestContext.Current.CancellationToken);
        using var reply = await twilio.SayHelloAsync();

        Assert.True((await SimulatedTwilio.JsonAsync(typing)).GetProperty("success").GetBoolean());
        Assert.Contains("Good morning", await events.NextAsync("message"), StringComparison.Ordinal);
        Assert.Contains("2348030000101", await events.NextAsync("typing"), StringComparison.Ordinal);
        Assert.Contains("Hello", await events.NextAsync("accepted"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_typing_indicator_marks_the_customers_message_as_read()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        var sid = (await twilio.InboundAsync(new { from = SimulatedTwilio.Customer, body = "Good morning" })).GetProperty("messageSid").GetString()!;
        using var v3 = await twilio.Twilio.PostAsJsonAsync("/v3/Indicators/Typing.json", new { channel = "WHATSAPP", messageId = sid }, TestContext.Current.CancellationToken);

        Assert.True((await SimulatedTwilio.JsonAsync(v3)).GetProperty("success").GetBoolean());
        var shown = Assert.Single((await twilio.GetAsync(_thread)).EnumerateArray());
        Assert.Equal(("read", "accepted"), (shown.GetProperty("status").GetString(), shown.GetProperty("webhook").GetString()));
    }

    [Theory]
    [InlineData("sms", "SM00000000000000000000000000000001")]
    [InlineData("whatsapp", "42")]
    public async Task A_typing_indicator_for_nothing_is_refused(string channel, string messageId)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var response = await twilio.Twilio.PostAsync(
            "/v2/Indicators/Typing.json", SimulatedTwilio.Form(("channel", channel), ("messageId", messageId)), TestContext.Current.CancellationToken);
        using var stranger = await twilio.Http.PostAsync(
            "/v2/Indicators/Typing.json", SimulatedTwilio.Form(("channel", channel), ("messageId", messageId)), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Fact]
    public async Task A_long_conversation_is_told_in_pages_from_the_end()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        foreach (var body in new[] { "one", "two", "three" })
        {
            using var sent = await twilio.SayHelloAsync(body: body);
        }

        var latest = (await twilio.GetAsync(_thread + "&limit=2")).EnumerateArray().ToArray();
        var earlier = (await twilio.GetAsync($"{_thread}&limit=2&before={latest[0].GetProperty("sid")}")).EnumerateArray().ToArray();

        Assert.Equal(["two", "three"], latest.Select(message => message.GetProperty("body").GetString()));
        Assert.Equal(["one"], earlier.Select(message => message.GetProperty("body").GetString()));
    }

    [Fact]
    public async Task A_removed_person_is_out_of_the_book_and_a_new_shop_is_in_it()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var removed = await twilio.Http.DeleteAsync($"/phone/customers?address={Uri.EscapeDataString(SimulatedTwilio.Customer)}", TestContext.Current.CancellationToken);
        using var added = await twilio.Http.PostAsJsonAsync("/phone/shops", new { name = "Test shop", number = "+1 415 523 8888" }, TestContext.Current.CancellationToken);
        using var wrong = await twilio.Http.PostAsJsonAsync("/phone/shops", new { name = "Test shop", number = "whatsapp:NG.12" }, TestContext.Current.CancellationToken);
        await twilio.InboundAsync(new { from = SimulatedTwilio.Customer, body = "Am I a stranger now?" });

        var state = await twilio.GetAsync("/phone/state");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.DoesNotContain(state.GetProperty("customers").EnumerateArray(), customer => customer.GetProperty("address").GetString() == SimulatedTwilio.Customer);
        Assert.Contains(state.GetProperty("shops").EnumerateArray(), shop => shop.GetProperty("address").GetString() == "whatsapp:+14155238888");
        Assert.Equal(SimulatedTwilio.Customer, Assert.Single(state.GetProperty("strangers").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task What_is_uploaded_is_shown_harmlessly()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var page = new StringContent("<script>alert(1)</script>", System.Text.Encoding.UTF8, "text/html");
        using var upload = await twilio.Http.PostAsync("/phone/media?name=a.html", page, TestContext.Current.CancellationToken);
        using var shown = await twilio.Http.GetAsync($"/phone/media/{(await SimulatedTwilio.JsonAsync(upload)).GetProperty("id")}", TestContext.Current.CancellationToken);
        using var empty = await twilio.Http.PostAsync("/phone/media", new ByteArrayContent([]), TestContext.Current.CancellationToken);

        Assert.Contains("sandbox", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
    }

    [Fact]
    public async Task While_a_phone_is_open_its_people_read_only_what_it_shows()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await using var events = await PhoneEvents.OpenAsync(twilio);

        using var ofTheBook = await twilio.SayHelloAsync();
        await twilio.Api.TakeAsync(3);
        using var stranger = await twilio.SayHelloAsync("whatsapp:+2348099999999");
        await twilio.Api.TakeAsync(4);

        Assert.Equal("read", Assert.Single(twilio.Api.Requests, callback => callback["MessageStatus"] == "read")["MessageStatus"]);
        Assert.Equal("delivered", Assert.Single(await twilio.ReceivedAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Unread_messages_are_counted_by_shop()
    {
        await using var twilio = await SimulatedTwilio.StartAsync("--Simulators:ReadReceipts=Shown");
        using var one = await twilio.SayHelloAsync();
        using var two = await twilio.SayHelloAsync();

        var state = await twilio.GetAsync("/phone/state");
        var customer = state.GetProperty("customers").EnumerateArray().First(entry => entry.GetProperty("address").GetString() == SimulatedTwilio.Customer);
        Assert.Equal(2, Assert.Single(customer.GetProperty("threads").EnumerateArray()).GetProperty("unread").GetInt32());
    }

    [Theory]
    [InlineData("0803 111 2222", "whatsapp:+2348031112222")]
    [InlineData("234 (0)803-111-2222", "whatsapp:+2348031112222")]
    [InlineData("+44 20 7946 0000", "whatsapp:+442079460000")]
    public async Task A_number_is_understood_as_people_write_it(string number, string address)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var response = await twilio.Http.PostAsJsonAsync("/phone/customers", new { name = "Bola", number }, TestContext.Current.CancellationToken);

        Assert.Equal(address, (await SimulatedTwilio.JsonAsync(response)).GetProperty("address").GetString());
    }

    [Fact]
    public async Task A_person_without_a_number_gets_a_business_scoped_id()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var response = await twilio.Http.PostAsJsonAsync("/phone/customers", new { name = "Bola" }, TestContext.Current.CancellationToken);

        Assert.Matches("^whatsapp:NG\\.[0-9]{16}$", (await SimulatedTwilio.JsonAsync(response)).GetProperty("address").GetString());
    }

    [Theory]
    [InlineData("", "0803 111 2222", "name")]
    [InlineData("Bola", "call me", "number")]
    public async Task A_wrong_entry_is_refused_by_field(string name, string number, string field)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var response = await twilio.Http.PostAsJsonAsync("/phone/customers", new { name, number }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await SimulatedTwilio.JsonAsync(response)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task It_says_that_it_is_well(string path)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        Assert.Equal("Healthy", await twilio.Http.GetStringAsync(path, TestContext.Current.CancellationToken));
    }

    /// <summary>An open phone page's stream.</summary>
    private sealed class PhoneEvents(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> items) : IAsyncDisposable
    {
        public static async Task<PhoneEvents> OpenAsync(SimulatedTwilio twilio)
        {
            var response = await twilio.Http.GetAsync("/phone/stream", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            var events = new PhoneEvents(response, SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator());
            await events.NextAsync("ready");
            return events;
        }

        public async Task<string> NextAsync(string kind)
        {
            while (await items.MoveNextAsync())
            {
                if (items.Current.EventType == kind)
                {
                    return items.Current.Data;
                }
            }

            throw new InvalidOperationException($"The stream ended before a {kind}.");
        }

        public async ValueTask DisposeAsync()
        {
            await items.DisposeAsync();
            response.Dispose();
        }
    }
}
