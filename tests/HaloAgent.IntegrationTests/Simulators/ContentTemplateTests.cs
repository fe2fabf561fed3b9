using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>Twilio's Content API: templates with variables, buttons and lists.</summary>
public class ContentTemplateTests
{
    [Fact]
    public async Task A_template_is_filled_with_its_variables()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        var sid = await CreateAsync(twilio, "twilio/text", new { body = "Hello {{1}}, your total is {{2}}." });

        using var response = await twilio.CreateAsync(
            ("To", SimulatedTwilio.Customer), ("From", SimulatedTwilio.Shop), ("ContentSid", sid), ("ContentVariables", """{"1":"Ada","2":"₦5,000"}"""));

        Assert.Equal("Hello Ada, your total is ₦5,000.", (await SimulatedTwilio.SentAsync(response)).GetProperty("body").GetString());
    }

    [Fact]
    public async Task Variables_that_are_no_object_of_strings_are_refused()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        var sid = await CreateAsync(twilio, "twilio/text", new { body = "Hello {{1}}" });

        using var response = await twilio.CreateAsync(
            ("To", SimulatedTwilio.Customer), ("From", SimulatedTwilio.Shop), ("ContentSid", sid), ("ContentVariables", "[1]"));

        Assert.Equal(21656, (await SimulatedTwilio.JsonAsync(response)).GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Buttons_are_shown_on_the_phone()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        var sid = await CreateAsync(twilio, "twilio/quick-reply", new { body = "Shall I place it?", actions = new[] { new { title = "Yes", id = "confirm" } } });
        using var response = await twilio.CreateAsync(("To", SimulatedTwilio.Customer), ("From", SimulatedTwilio.Shop), ("ContentSid", sid));

        var shown = await twilio.GetAsync($"/phone/messages?customer={Uri.EscapeDataString(SimulatedTwilio.Customer)}&shop={Uri.EscapeDataString(SimulatedTwilio.Shop)}");

        var choice = Assert.Single(Assert.Single(shown.EnumerateArray()).GetProperty("choices").EnumerateArray());
        Assert.Equal(("confirm", "Yes"), (choice.GetProperty("id").GetString(), choice.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task A_list_row_longer_than_WhatsApp_allows_is_refused()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var response = await PostAsync(twilio, "twilio/list-picker", new { body = "Menu", button = "See", items = new[] { new { item = new string('x', 25), id = "1" } } });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<string> CreateAsync(SimulatedTwilio twilio, string type, object content)
    {
        using var response = await PostAsync(twilio, type, content);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await SimulatedTwilio.JsonAsync(response)).GetProperty("sid").GetString()!;
    }

    private static Task<HttpResponseMessage> PostAsync(SimulatedTwilio twilio, string type, object content) =>
        twilio.Twilio.PostAsJsonAsync("/v1/Content", new { friendly_name = "test", language = "en", types = new Dictionary<string, object> { [type] = content } }, TestContext.Current.CancellationToken);
}
