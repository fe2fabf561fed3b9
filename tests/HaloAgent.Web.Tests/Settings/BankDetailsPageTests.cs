using System.Net;
using Bunit;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Web.Settings;
using HaloAgent.Web.Tests.Support;
using Xunit;

namespace HaloAgent.Web.Tests.Settings;

public sealed class BankDetailsPageTests : WebTest
{
    private const string Path = "/api/business/bank-details";

    private static readonly BankDetailsView None = new("", "", "", 2, 7);

    [Fact]
    public void The_owner_saves_the_account_and_sends_it_to_who_waits()
    {
        Api.On($"GET {Path}", None);
        Api.On($"PUT {Path}", new BankDetailsView("GTBank", "0123456789", "Halo Kitchen Ltd", 2, 8));
        Api.On($"POST {Path}/send", new BankDetailsSent(2));
        var page = Shown("owner");
        Assert.Contains("2 customers wait", page.Find("[data-waiting]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-send]"));
        page.Find("[data-field=bank]").Input("GTBank");
        page.Find("[data-field=number]").Input("0123456789");
        page.Find("[data-field=name]").Input("Halo Kitchen Ltd");

        page.Find("form").Submit();
        page.WaitForElement("[data-send]").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-waiting]")));
        var sent = Api.BodyOf($"PUT {Path}");
        Assert.Contains("\"version\":7", sent, StringComparison.Ordinal);
        Assert.Contains("\"accountNumber\":\"0123456789\"", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_api_refuses_stands_beside_its_field()
    {
        Api.On($"GET {Path}", None);
        Api.OnProblem($"PUT {Path}", HttpStatusCode.BadRequest, "Something needs correcting.", new Dictionary<string, string[]> { ["accountNumber"] = ["An account number has ten digits."] });
        var page = Shown("owner");
        page.Find("[data-field=number]").Input("123");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("An account number has ten digits.", page.Markup, StringComparison.Ordinal));
        Assert.Equal("123", page.Find("[data-field=number]").GetAttribute("value"));
    }

    [Fact]
    public void Staff_read_the_account_and_have_nothing_to_save_with()
    {
        Api.On($"GET {Path}", new BankDetailsView("GTBank", "0123456789", "Halo Kitchen Ltd", 0, 8));

        var page = Shown("staff");

        Assert.Contains("Only the owner of the shop can change this.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button[type=submit]"));
        Assert.True(page.Find("[data-field=number]").HasAttribute("readonly"));
    }

    private IRenderedComponent<BankDetailsPage> Shown(string role)
    {
        SignedInAs(role);
        Render<MudBlazor.MudPopoverProvider>();
        var page = Render<BankDetailsPage>();
        page.WaitForElement("form");
        return page;
    }
}
