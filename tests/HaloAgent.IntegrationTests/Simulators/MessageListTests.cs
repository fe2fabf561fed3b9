using System.Net;
using System.Text.Json;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>Listing, reading and deleting messages, as a sender does that looks for a message whose answer was lost.</summary>
public class MessageListTests
{
    [Fact]
    public async Task Messages_of_one_customer_are_listed_newest_first()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await SendAsync(twilio, "one", "two", "three");
        await SendToAsync(twilio, "whatsapp:+2348050000102", "for someone else");

        var page = await PageAsync(twilio, $"Messages.json?To={Uri.EscapeDataString(SimulatedTwilio.Customer)}");

        Assert.Equal(["three", "two", "one"], Bodies(page));
        Assert.Equal(50, page.GetProperty("page_size").GetInt32());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next_page_uri").ValueKind);
    }

    [Fact]
    public async Task Pages_are_walked_by_the_address_of_the_next()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await SendAsync(twilio, "one", "two", "three");

        var first = await PageAsync(twilio, "Messages.json?PageSize=2");
        var second = await PageAsync(twilio, first.GetProperty("next_page_uri").GetString()!);

        Assert.Equal(["three", "two"], Bodies(first));
        Assert.Equal(["one"], Bodies(second));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next_page_uri").ValueKind);
    }

    [Fact]
    public async Task The_day_of_sending_narrows_the_list()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await SendAsync(twilio, "one");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

        Assert.Single(Bodies(await PageAsync(twilio, $"Messages.json?DateSent%3E={today.AddDays(-1):yyyy-MM-dd}")));
        Assert.Empty(Bodies(await PageAsync(twilio, $"Messages.json?DateSent%3E={today.AddDays(2):yyyy-MM-dd}")));
        Assert.Empty(Bodies(await PageAsync(twilio, $"Messages.json?DateSent%3C={today.AddDays(-1):yyyy-MM-dd}")));
        Assert.Empty(Bodies(await PageAsync(twilio, $"Messages.json?DateSent={today.AddDays(-3):yyyy-MM-dd}")));
    }

    [Theory]
    [InlineData("DateSent=yesterday")]
    [InlineData("PageSize=0")]
    [InlineData("Page=first")]
    public async Task A_list_that_cannot_be_understood_is_refused(string query)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var response = await twilio.Twilio.GetAsync($"Messages.json?{query}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_deleted_message_is_gone()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var created = await twilio.SayHelloAsync();
        var sid = (await SimulatedTwilio.SentAsync(created)).GetProperty("sid").GetString();

        using var read = await twilio.Twilio.GetAsync($"Messages/{sid}.json", TestContext.Current.CancellationToken);
        using var deleted = await twilio.Twilio.DeleteAsync($"Messages/{sid}.json", TestContext.Current.CancellationToken);
        using var again = await twilio.Twilio.GetAsync($"Messages/{sid}.json", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(20404, (await SimulatedTwilio.JsonAsync(again)).GetProperty("code").GetInt32());
        Assert.Empty(await twilio.ReceivedAsync());
    }

    [Fact]
    public async Task What_a_customer_received_is_told_in_order()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await SendAsync(twilio, "one", "two");

        var received = await twilio.ReceivedAsync();

        Assert.Equal(["one", "two"], received.Select(message => message.GetProperty("body").GetString()));
        Assert.All(received, message =>
        {
            Assert.Equal(SimulatedTwilio.Shop, message.GetProperty("from").GetString());
            Assert.Equal(SimulatedTwilio.Customer, message.GetProperty("to").GetString());
            Assert.True(message.GetProperty("at").TryGetDateTimeOffset(out _));
            Assert.Equal(JsonValueKind.Array, message.GetProperty("mediaUrls").ValueKind);
        });
    }

    [Fact]
    public async Task A_test_can_wait_for_the_next_message()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await SendAsync(twilio, "one");
        var last = (await twilio.ReceivedAsync()).Single().GetProperty("sid").GetString();

        var waiting = twilio.GetAsync($"/twilio/messages?to={Uri.EscapeDataString(SimulatedTwilio.Customer)}&after={last}&wait=20");
        await SendAsync(twilio, "two");

        Assert.Equal("two", Assert.Single((await waiting).EnumerateArray()).GetProperty("body").GetString());
    }

    [Fact]
    public async Task The_store_keeps_the_latest_2000_messages_of_a_customer()
    {
        await using var twilio = await SimulatedTwilio.StartAsync("--Simulators:Callbacks=none");
        await Parallel.ForAsync(0, 2_010, TestContext.Current.CancellationToken, async (number, _) =>
        {
            using var response = await twilio.SayHelloAsync(body: $"{number}");
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        });

        Assert.Equal(2_000, (await twilio.ReceivedAsync()).Length);
    }

    private static Task SendAsync(SimulatedTwilio twilio, params string[] bodies) => SendToAsync(twilio, SimulatedTwilio.Customer, bodies);

    private static async Task SendToAsync(SimulatedTwilio twilio, string to, params string[] bodies)
    {
        foreach (var body in bodies)
        {
            using var response = await twilio.SayHelloAsync(to, body);
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        }
    }

    private static async Task<JsonElement> PageAsync(SimulatedTwilio twilio, string address)
    {
        using var response = await twilio.Twilio.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await SimulatedTwilio.JsonAsync(response);
    }

    private static string?[] Bodies(JsonElement page) =>
        [.. page.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("body").GetString())];
}
