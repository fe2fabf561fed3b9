using System.Net;
using Bunit;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Web.Settings;
using HaloAgent.Web.Tests.Support;
using Microsoft.AspNetCore.Components.Routing;
using Xunit;

namespace HaloAgent.Web.Tests.Settings;

public sealed class ShopProfilePageTests : WebTest
{
    private const string Path = "/api/business/profile";

    private static readonly ShopProfileView Profile = new("No refunds.", ["How far, dear?"], ["en"], 7);

    [Fact]
    public void What_the_owner_writes_is_sent_with_the_version_that_was_read()
    {
        Api.On($"GET {Path}", Profile);
        Api.On($"PUT {Path}", new ShopProfileView("Exchange within 3 days.", ["Good day."], ["en", "yo"], 8));
        var page = Shown("owner");
        page.Find("[data-field=policies]").Input(" Exchange within 3 days. ");
        page.Find("[data-field=sample]").Change("Good day.");
        page.Find("[data-language=yo]").Click();

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal("true", page.Find("[data-language=yo]").GetAttribute("aria-pressed")));
        var sent = Api.BodyOf($"PUT {Path}");
        Assert.Contains("\"version\":7", sent, StringComparison.Ordinal);
        Assert.Contains("\"policies\":\"Exchange within 3 days.\"", sent, StringComparison.Ordinal);
        Assert.Contains("[\"en\",\"yo\"]", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_are_set_beside_what_they_are_worth_and_a_refusal_stands_at_the_field()
    {
        Api.On($"GET {Path}", Profile);
        Api.On($"PUT {Path}", Profile with { Loyalty = new LoyaltyRulesView(1000, 10) });
        var page = Shown("owner");
        page.Find("[data-field=spend]").Change("1000");
        page.Find("[data-field=worth]").Change("10");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("\"loyalty\":{\"spendPerPoint\":1000,\"pointValue\":10}", Api.BodyOf($"PUT {Path}"), StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_left_empty_is_left_out()
    {
        Api.On($"GET {Path}", Profile);
        Api.On($"PUT {Path}", Profile with { SampleMessages = [] });
        var page = Shown("owner");
        page.Find("[data-field=sample]").Change("  ");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("\"sampleMessages\":[]", Api.BodyOf($"PUT {Path}"), StringComparison.Ordinal));
    }

    [Fact]
    public void Staff_read_it_and_have_nothing_to_save_with()
    {
        Api.On($"GET {Path}", Profile);

        var page = Shown("staff");

        Assert.Contains("Only the owner of the shop can change this.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button[type=submit]"));
        Assert.True(page.Find("[data-field=policies]").HasAttribute("disabled"));
        Assert.True(page.Find("[data-language=yo]").HasAttribute("disabled"));
    }

    [Fact]
    public void What_the_api_refuses_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        Api.On($"GET {Path}", Profile);
        Api.OnProblem($"PUT {Path}", HttpStatusCode.BadRequest, "Something needs correcting.", new Dictionary<string, string[]> { ["sampleMessages[0]"] = ["At most 300 characters."] });
        var page = Shown("owner");
        page.Find("[data-field=sample]").Change("Very long");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("At most 300 characters.", page.Find("[data-sample]").InnerHtml, StringComparison.Ordinal));
        Assert.Equal("Very long", page.Find("[data-field=sample]").TextContent.Length > 0 ? page.Find("[data-field=sample]").TextContent : page.Find("[data-field=sample]").GetAttribute("value"));
    }

    [Fact]
    public void A_save_over_a_newer_version_is_said_not_done()
    {
        Api.On($"GET {Path}", Profile);
        Api.OnProblem($"PUT {Path}", HttpStatusCode.Conflict, "Changed meanwhile.");
        var page = Shown("owner");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Somebody else has changed this in the meantime.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void While_it_is_saved_nothing_can_be_typed()
    {
        Api.On($"GET {Path}", Profile);
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        Api.On($"PUT {Path}", _ => answer.Task);
        var page = Shown("owner");
        page.Find("[data-language=yo]").Click();

        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.True(page.Find("fieldset").HasAttribute("disabled")));
        answer.SetResult(ScriptedApi.Ok(Profile with { Languages = ["en", "yo"], Version = 8 }));

        page.WaitForAssertion(() => Assert.False(page.Find("fieldset").HasAttribute("disabled")));
    }

    [Fact]
    public async Task Leaving_is_asked_about_until_it_is_saved()
    {
        Api.On($"GET {Path}", Profile);
        Api.On($"PUT {Path}", Profile with { Languages = ["en", "yo"], Version = 8 });
        var dialogs = Render<MudBlazor.MudDialogProvider>();
        var page = Shown("owner");
        page.Find("[data-language=yo]").Click();
        LeaveFor(page, "/more");
        dialogs.WaitForAssertion(() => Assert.Contains("Leave without saving?", dialogs.Markup, StringComparison.Ordinal));
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Keep editing").Click();
        Assert.Equal("/", Address);

        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.False(page.FindComponent<NavigationLock>().Instance.ConfirmExternalNavigation));
        LeaveFor(page, "/more");

        await Until.TrueAsync(() => Address == "/more");
    }

    private IRenderedComponent<ShopProfilePage> Shown(string role)
    {
        SignedInAs(role);
        Render<MudBlazor.MudPopoverProvider>();
        var page = Render<ShopProfilePage>();
        page.WaitForElement("form");
        return page;
    }
}
