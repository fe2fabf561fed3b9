using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>What customers send: Twilio's complete form, correctly signed, posted to the webhook.</summary>
public class InboundTests
{
    [Fact]
    public async Task A_text_arrives_as_a_signed_form()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();

        var result = await twilio.InboundAsync(new { from = SimulatedTwilio.Customer, to = SimulatedTwilio.Shop, body = "2 jollof & 1 zobo — ẹ jọ̀ọ́ 🙏 +more=x", profileName = "Adaeze \"O\" <b>" });
        var webhook = Assert.Single(await twilio.Api.TakeAsync(1));

        Assert.Equal(200, result.GetProperty("status").GetInt32());
        Assert.True(result.GetProperty("accepted").GetBoolean());
        Assert.Equal(twilio.Api.BaseUrl + "/webhooks/whatsapp", webhook.Url);
        IndependentSignature.AssertValid(webhook);
        Assert.Equal(result.GetProperty("messageSid").GetString(), webhook["MessageSid"]);
        Assert.Matches("^SM[0-9a-f]{32}$", webhook["MessageSid"]);
        Assert.Equal(webhook["MessageSid"], webhook["SmsMessageSid"]);
        Assert.Equal(webhook["MessageSid"], webhook["SmsSid"]);
        Assert.Equal(SimulatedTwilio.Account, webhook["AccountSid"]);
        Assert.Equal(SimulatedTwilio.Customer, webhook["From"]);
        Assert.Equal(SimulatedTwilio.Shop, webhook["To"]);
        Assert.Equal("2348030000101", webhook["WaId"]);
        Assert.Equal("2 jollof & 1 zobo — ẹ jọ̀ọ́ 🙏 +more=x", webhook["Body"]);
        Assert.Equal("Adaeze \"O\" <b>", webhook["ProfileName"]);
        Assert.Equal("text", webhook["MessageType"]);
        Assert.Equal("0", webhook["NumMedia"]);
        Assert.Equal("received", webhook["SmsStatus"]);
        Assert.Equal("2010-04-01", webhook["ApiVersion"]);
        Assert.Matches("^whatsapp:NG\\.", webhook["ExternalUserId"]);
    }

    [Fact]
    public async Task A_person_who_hides_the_number_has_only_a_business_scoped_id()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.InboundAsync(new { from = "whatsapp:NG.1349120865530274", body = "Good morning" });

        var webhook = Assert.Single(await twilio.Api.TakeAsync(1));
        Assert.Equal("whatsapp:NG.1349120865530274", webhook["From"]);
        Assert.Equal("whatsapp:NG.1349120865530274", webhook["ExternalUserId"]);
        Assert.False(webhook.Form.ContainsKey("WaId"));
    }

    [Fact]
    public async Task Everything_that_Twilios_form_can_carry_is_there()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.InboundAsync(new
        {
            from = SimulatedTwilio.Customer,
            listId = "p-7",
            listTitle = "Zobo 50cl",
            listDescription = "₦800",
            repliedSid = "SM00000000000000000000000000000001",
            frequentlyForwarded = true,
            referral = new { headline = "Jollof Friday", sourceId = "9", sourceType = "ad", sourceUrl = "https://fb.me/x", ctwaClid = "c" },
            extra = new Dictionary<string, string> { ["SomethingNew"] = "1" },
        });

        var list = Assert.Single(await twilio.Api.TakeAsync(1));
        Assert.Equal("interactive", list["MessageType"]);
        Assert.Equal("Zobo 50cl", list["Body"]);
        Assert.Equal("p-7", list["ListId"]);
        Assert.Equal("₦800", list["ListDescription"]);
        Assert.Equal("SM00000000000000000000000000000001", list["OriginalRepliedMessageSid"]);
        Assert.Equal(SimulatedTwilio.Shop, list["OriginalRepliedMessageSender"]);
        Assert.Equal("true", list["Forwarded"]);
        Assert.Equal("true", list["FrequentlyForwarded"]);
        Assert.Equal("ad", list["ReferralSourceType"]);
        Assert.Equal("Jollof Friday", list["ReferralHeadline"]);
        Assert.Equal("1", list["SomethingNew"]);
        IndependentSignature.AssertValid(list);
    }

    [Fact]
    public async Task A_tapped_button_and_a_place_have_their_own_fields()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.InboundAsync(new { from = SimulatedTwilio.Customer, buttonPayload = "confirm", buttonText = "Yes, please" });
        await twilio.InboundAsync(new { from = SimulatedTwilio.Customer, location = new { latitude = 6.6018, longitude = 3.3515, address = "12 Adeniyi Jones, Ikeja" } });

        var webhooks = await twilio.Api.TakeAsync(2);
        Assert.Equal(("button", "confirm", "Yes, please"), (webhooks[0]["MessageType"], webhooks[0]["ButtonPayload"], webhooks[0]["Body"]));
        Assert.Equal(("location", "6.6018", "3.3515"), (webhooks[1]["MessageType"], webhooks[1]["Latitude"], webhooks[1]["Longitude"]));
        Assert.Equal("12 Adeniyi Jones, Ikeja", webhooks[1]["Address"]);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(403)]
    public async Task A_refused_webhook_is_told_and_can_be_sent_again_under_the_same_sid(int status)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        twilio.Api.Status = status;
        var failed = await twilio.InboundAsync(new { from = SimulatedTwilio.Customer, body = "Hello" });
        twilio.Api.Status = 200;
        using var again = await twilio.Http.PostAsync($"/twilio/inbound/{failed.GetProperty("messageSid")}/again", null, TestContext.Current.CancellationToken);

        Assert.Equal(status, failed.GetProperty("status").GetInt32());
        Assert.False(failed.GetProperty("accepted").GetBoolean());
        Assert.Contains($"{status}", failed.GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.True((await SimulatedTwilio.JsonAsync(again)).GetProperty("accepted").GetBoolean());
        var webhooks = await twilio.Api.TakeAsync(2);
        Assert.Equal(webhooks[0].Form, webhooks[1].Form);
        Assert.Equal(webhooks[0].Signature, webhooks[1].Signature);
        Assert.Equal(webhooks[0].IdempotencyToken, webhooks[1].IdempotencyToken);
    }

    [Fact]
    public async Task A_server_that_is_not_running_is_told_as_such()
    {
        await using var twilio = await SimulatedTwilio.StartAsync("--Simulators:ApiBaseUrl=http://127.0.0.1:9");
        var result = await twilio.InboundAsync(new { from = SimulatedTwilio.Customer, body = "Hello" });

        Assert.Equal(0, result.GetProperty("status").GetInt32());
        Assert.Contains("not running", result.GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("missing")]
    public async Task A_forged_message_carries_no_valid_signature(string signature)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.InboundAsync(new { from = SimulatedTwilio.Customer, body = "Hello", signature });

        var webhook = Assert.Single(await twilio.Api.TakeAsync(1));
        Assert.NotEqual(IndependentSignature.Of(SimulatedTwilio.Token, webhook.Url, webhook.Form), webhook.Signature);
    }

    [Fact]
    public async Task Messages_in_order_wait_for_the_answer_to_the_one_before()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        var underWay = 0;
        var most = 0;
        twilio.Api.Meanwhile = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underWay));
            await Task.Yield();
            Interlocked.Decrement(ref underWay);
        };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => twilio.InboundAsync(new { from = SimulatedTwilio.Customer, body = $"{number}", inOrder = true })));

        Assert.Equal(20, twilio.Api.Requests.Length);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_text_in_the_webhooks_answer_reaches_the_customer()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        twilio.Api.Answer = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>We are closed &amp; open at 8</Message></Response>";
        await twilio.InboundAsync(new { from = SimulatedTwilio.Customer, body = "Hello" });

        Assert.Equal("We are closed & open at 8", Assert.Single(await twilio.ReceivedAsync()).GetProperty("body").GetString());
    }

    [Theory]
    [InlineData("", null, null, "from")]
    [InlineData("Adaeze", null, null, "from")]
    [InlineData("+2348030000101", "somewhere", null, "to")]
    [InlineData("+2348030000101", null, "SM1", "messageSid")]
    public async Task A_message_that_no_phone_could_send_is_refused_by_field(string from, string? to, string? messageSid, string field)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var response = await twilio.Http.PostAsJsonAsync("/twilio/inbound", new { from, to, messageSid, body = "Hello" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await SimulatedTwilio.JsonAsync(response)).GetProperty("errors").TryGetProperty(field, out _));
        Assert.Empty(twilio.Api.Requests);
    }
}
