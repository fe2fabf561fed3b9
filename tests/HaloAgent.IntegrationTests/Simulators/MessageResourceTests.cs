using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>Twilio's REST wire: the message resource, its errors and its credentials.</summary>
public class MessageResourceTests
{
    [Fact]
    public async Task A_created_message_is_answered_with_Twilios_resource()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();

        using var response = await twilio.SayHelloAsync(body: "Your order: ₦3,500 👍");
        var message = await SimulatedTwilio.SentAsync(response);

        string[] fields =
        [
            "account_sid", "api_version", "body", "date_created", "date_sent", "date_updated", "direction", "error_code", "error_message", "from",
            "messaging_service_sid", "num_media", "num_segments", "price", "price_unit", "sid", "status", "subresource_uris", "to", "uri",
        ];
        Assert.Equal(fields, message.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        var sid = message.GetProperty("sid").GetString()!;
        Assert.Matches("^SM[0-9a-f]{32}$", sid);
        Assert.Equal("queued", message.GetProperty("status").GetString());
        Assert.Equal("outbound-api", message.GetProperty("direction").GetString());
        Assert.Equal("Your order: ₦3,500 👍", message.GetProperty("body").GetString());
        Assert.Equal("0", message.GetProperty("num_media").GetString());
        Assert.Equal("1", message.GetProperty("num_segments").GetString());
        Assert.Equal($"/2010-04-01/Accounts/{SimulatedTwilio.Account}/Messages/{sid}.json", message.GetProperty("uri").GetString());
        Assert.True(DateTimeOffset.TryParseExact(
            message.GetProperty("date_created").GetString(), "ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));
        Assert.Contains("\"to\":\"whatsapp:+2348030000101\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "whatsapp:+14155238886", "Hi", 21604)]
    [InlineData("whatsapp:+2348030000101", "", "Hi", 21603)]
    [InlineData("whatsapp:08030000101", "whatsapp:+14155238886", "Hi", 21211)]
    [InlineData("whatsapp:NG.", "whatsapp:+14155238886", "Hi", 21211)]
    [InlineData("whatsapp:+2348030000101", "whatsapp:HaloKitchen", "Hi", 63007)]
    [InlineData("+2348030000101", "HaloKitchen!", "Hi", 21212)]
    [InlineData("+2348030000101", "whatsapp:+14155238886", "Hi", 21910)]
    [InlineData("whatsapp:+2348030000101", "whatsapp:+14155238886", "", 21619)]
    public async Task A_wrong_form_is_refused_with_Twilios_code(string to, string from, string body, int code)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await AssertRefusedAsync(twilio, code, ("To", to), ("From", from), ("Body", body));
    }

    [Theory]
    [InlineData("MediaUrl", "not a url", 21620)]
    [InlineData("MediaUrl", "ftp://shop.example/a.png", 21620)]
    [InlineData("StatusCallback", "/relative", 21609)]
    [InlineData("ContentSid", "HX1", 21655)]
    [InlineData("ContentSid", "HX00000000000000000000000000000000", 21655)]
    public async Task A_wrong_extra_is_refused_with_Twilios_code(string field, string value, int code)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await AssertRefusedAsync(twilio, code, ("To", SimulatedTwilio.Customer), ("From", SimulatedTwilio.Shop), ("Body", "Hi"), (field, value));
    }

    [Fact]
    public async Task A_body_of_1600_characters_passes_and_one_more_does_not()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();

        using var fits = await twilio.SayHelloAsync(body: new string('x', 1600));
        Assert.Equal(HttpStatusCode.Created, fits.StatusCode);
        using var forgotten = await twilio.Http.DeleteAsync("/twilio/messages", TestContext.Current.CancellationToken);
        await AssertRefusedAsync(twilio, 21617, ("To", SimulatedTwilio.Customer), ("From", SimulatedTwilio.Shop), ("Body", new string('x', 1601)));
    }

    [Fact]
    public async Task A_second_picture_in_one_WhatsApp_message_is_refused()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await AssertRefusedAsync(
            twilio, 21623, ("To", SimulatedTwilio.Customer), ("From", SimulatedTwilio.Shop), ("MediaUrl", "https://a.example/1.png"), ("MediaUrl", "https://a.example/2.png"));
    }

    [Fact]
    public async Task A_customer_without_a_phone_number_can_be_written_to()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();

        using var response = await twilio.SayHelloAsync(to: "whatsapp:NG.1349120865530274");
        Assert.Equal("whatsapp:NG.1349120865530274", (await SimulatedTwilio.SentAsync(response)).GetProperty("to").GetString());
    }

    [Theory]
    [InlineData(SimulatedTwilio.Account, "wrong")]
    [InlineData("ACwrong", SimulatedTwilio.Token)]
    [InlineData("", "")]
    public async Task Wrong_credentials_are_refused_with_20003(string user, string password)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        twilio.Twilio.DefaultRequestHeaders.Authorization = user.Length == 0 ? null : SimulatedTwilio.Basic(user, password);

        using var response = await twilio.SayHelloAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(20003, (await SimulatedTwilio.JsonAsync(response)).GetProperty("code").GetInt32());
        Assert.Empty(await twilio.ReceivedAsync());
    }

    [Fact]
    public async Task Another_accounts_address_is_refused()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/2010-04-01/Accounts/ACother/Messages.json");
        request.Headers.Authorization = SimulatedTwilio.Basic(SimulatedTwilio.Account, SimulatedTwilio.Token);

        using var response = await twilio.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Credentials_in_another_scheme_are_refused()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        twilio.Twilio.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SimulatedTwilio.Token);

        using var response = await twilio.Twilio.GetAsync("Messages.json", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static async Task AssertRefusedAsync(SimulatedTwilio twilio, int code, params (string Key, string Value)[] fields)
    {
        using var response = await twilio.CreateAsync(fields);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await SimulatedTwilio.JsonAsync(response);
        Assert.Equal(["code", "message", "more_info", "status"], error.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(code, error.GetProperty("code").GetInt32());
        Assert.Equal(400, error.GetProperty("status").GetInt32());
        Assert.Equal($"https://www.twilio.com/docs/errors/{code}", error.GetProperty("more_info").GetString());
        Assert.Empty(await twilio.ReceivedAsync());
    }
}
