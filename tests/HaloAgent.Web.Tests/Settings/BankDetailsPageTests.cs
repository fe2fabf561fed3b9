using System.Net;
using Bunit;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Web.Settings;
using HaloAgent.Web.Tests.Support;
using MudBlazor;
using Xunit;

namespace HaloAgent.Web.Tests.Settings;

public sealed class BankDetailsPageTests : WebTest
{
    private const string Path = "/api/business/bank-details";

    private static readonly BankDetailsView None = new("", "", "", 2, 7);

    private static readonly BankDetailsView Account = new("GTBank", "0123456789", "Halo Kitchen Ltd", 0, 8);

    [Fact]
    public void The_owner_saves_the_account_and_sends_it_to_who_waits()
    {
        Api.On($"GET {Path}", None);
        Api.On($"PUT {Path}", new BankDetailsView("GTBank", "0123456789", "Halo Kitchen Ltd", 2, 8));
        Api.On($"POST {Path}/send", new BankDetailsSent(2));
        var dialogs = Render<MudDialogProvider>();
        var page = Shown("owner");
        Assert.Contains("2 customers are waiting", page.Find("[data-waiting]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-send]"));
        page.Find("[data-field=bank]").Input("GTBank");
        page.Find("[data-field=number]").Input("0123456789");
        page.Find("[data-field=name]").Input("Halo Kitchen Ltd");

        page.Find("form").Submit();
        page.WaitForElement("[data-send]").Click();
        Answer(dialogs, "2 customers are waiting for them. Customers who still owe will be told to pay into GTBank, 0123456789, Halo Kitchen Ltd.", "Go back");
        Assert.Equal(0, Api.Count($"POST {Path}/send"));
        page.Find("[data-send]").Click();
        Answer(dialogs, "Send the bank details?", "Send them");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-waiting]")));
        Assert.Equal(1, Api.Count($"POST {Path}/send"));
        var sent = Api.BodyOf($"PUT {Path}");
        Assert.Contains("\"version\":7", sent, StringComparison.Ordinal);
        Assert.Contains("\"accountNumber\":\"0123456789\"", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_wants_no_messages_is_not_counted_among_those_it_was_sent_to()
    {
        Api.On($"GET {Path}", Account with { WaitingCustomers = 1, OptedOutCustomers = 1 });
        Api.On($"POST {Path}/send", new BankDetailsSent(0) { OptedOutCustomers = 2 });
        var (dialogs, told) = (Render<MudDialogProvider>(), Render<MudSnackbarProvider>());
        var page = Shown("staff");
        Assert.Contains("1 customer waiting for them has opted out of messages", page.Find("[data-opted-out]").TextContent, StringComparison.Ordinal);
        Assert.Contains("GTBank, 0123456789, Halo Kitchen Ltd", page.Find("[data-waiting]").TextContent, StringComparison.Ordinal);

        page.Find("[data-send]").Click();
        Answer(dialogs, "Send the bank details?", "Send them");

        page.WaitForAssertion(() => Assert.Contains("2 customers waiting for them have opted out of messages", page.Find("[data-opted-out]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-waiting]"));
        Assert.Contains("They were not sent to anybody.", told.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_press_while_the_question_stands_asks_no_second_one()
    {
        Api.On($"GET {Path}", Account);
        Api.On($"PUT {Path}", Account with { AccountNumber = "7012345678", Version = 9 });
        var dialogs = Render<MudDialogProvider>();
        var page = Shown("owner");
        page.Find("[data-field=number]").Input("7012345678");

        page.Find("form").Submit();
        page.Find("form").Submit();

        Answer(dialogs, "Change the account?", "Change it");
        page.WaitForAssertion(() => Assert.Equal(1, Api.Count($"PUT {Path}")));
    }

    [Fact]
    public void What_the_api_refuses_stands_beside_its_field()
    {
        Api.On($"GET {Path}", None);
        Api.OnProblem($"PUT {Path}", HttpStatusCode.BadRequest, "Something needs correcting.", new Dictionary<string, string[]> { ["accountNumber"] = ["This account is not known."] });
        var page = Shown("owner");
        Fill(page, "GTBank", "0123456789", "Halo Kitchen Ltd");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("This account is not known.", page.Markup, StringComparison.Ordinal));
        Assert.Equal("0123456789", page.Find("[data-field=number]").GetAttribute("value"));
    }

    [Theory]
    [InlineData("GTBank", "12345", "Halo Kitchen Ltd", "An account number has ten digits.")]
    [InlineData("GTBank", "01234 5678a", "Halo Kitchen Ltd", "An account number has ten digits.")]
    [InlineData("GTBank", "7012345678", " ", "Say whose account it is, as the bank shows it.")]
    [InlineData("", "7012345678", "Halo Kitchen Ltd", "Say at which bank.")]
    public void What_can_be_no_account_is_said_before_anybody_is_asked_whether_they_mean_it(string bank, string number, string name, string said)
    {
        Api.On($"GET {Path}", Account);
        var dialogs = Render<MudDialogProvider>();
        var page = Shown("owner");
        Fill(page, bank, number, name);

        page.Find("form").Submit();

        Assert.Contains(said, page.Markup, StringComparison.Ordinal);
        Assert.Empty(dialogs.FindAll(".mud-dialog"));
        Assert.Equal(0, Api.Count($"PUT {Path}"));
    }

    [Fact]
    public void Spaces_and_hyphens_between_the_digits_are_how_people_write_it()
    {
        Api.On($"GET {Path}", None);
        Api.On($"PUT {Path}", Account);
        var page = Shown("owner");
        Fill(page, "GTBank", "0123 456-789", "Halo Kitchen Ltd");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal(1, Api.Count($"PUT {Path}")));
    }

    [Fact]
    public void Staff_read_the_account_and_have_nothing_to_save_with()
    {
        Api.On($"GET {Path}", Account);

        var page = Shown("staff");

        Assert.Contains("Only the owner of the shop can change this.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button[type=submit]"));
        Assert.True(page.Find("[data-field=number]").HasAttribute("disabled"));
    }

    [Fact]
    public void Another_account_is_saved_only_when_both_were_seen_side_by_side()
    {
        Api.On($"GET {Path}", Account);
        Api.On($"PUT {Path}", Account with { AccountNumber = "7012345678", Version = 9 });
        var dialogs = Render<MudDialogProvider>();
        var page = Shown("owner");
        page.Find("[data-field=number]").Input("7012345678");

        page.Find("form").Submit();
        Answer(dialogs, "From the next message on, customers will be given GTBank, 7012345678, Halo Kitchen Ltd instead of GTBank, 0123456789", "Go back");
        Assert.Equal(0, Api.Count($"PUT {Path}"));
        Assert.Equal("7012345678", page.Find("[data-field=number]").GetAttribute("value"));

        page.Find("form").Submit();
        Answer(dialogs, "Change the account?", "Change it");
        page.WaitForAssertion(() => Assert.Contains("\"accountNumber\":\"7012345678\"", Api.BodyOf($"PUT {Path}"), StringComparison.Ordinal));
    }

    [Fact]
    public void An_account_is_taken_away_only_when_that_was_meant()
    {
        Api.On($"GET {Path}", Account);
        Api.On($"PUT {Path}", None);
        var dialogs = Render<MudDialogProvider>();
        var page = Shown("owner");
        foreach (var field in (string[])["bank", "number", "name"])
        {
            page.Find($"[data-field={field}]").Input("");
        }

        page.Find("form").Submit();
        Answer(dialogs, "Remove the account?", "Remove it");

        page.WaitForAssertion(() => Assert.Contains("\"accountNumber\":\"\"", Api.BodyOf($"PUT {Path}"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_save_over_a_newer_version_is_said_not_done_and_nothing_typed_is_lost()
    {
        Api.On($"GET {Path}", None);
        Api.OnProblem($"PUT {Path}", HttpStatusCode.Conflict, "Changed meanwhile.");
        var page = Shown("owner");
        Fill(page, "Opay", "7012345678", "Halo Kitchen Ltd");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Somebody else has changed this in the meantime.", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Opay", page.Find("[data-field=bank]").GetAttribute("value"));
    }

    [Fact]
    public void Leaving_what_is_not_saved_is_asked_about()
    {
        Api.On($"GET {Path}", None);
        var dialogs = Render<MudDialogProvider>();
        var page = Shown("owner");
        page.Find("[data-field=bank]").Input("Opay");

        LeaveFor(page, "/more");
        Answer(dialogs, "Leave without saving?", "Keep editing");

        Assert.Equal("/", Address);
    }

    private static void Fill(IRenderedComponent<BankDetailsPage> page, string bank, string number, string name)
    {
        page.Find("[data-field=bank]").Input(bank);
        page.Find("[data-field=number]").Input(number);
        page.Find("[data-field=name]").Input(name);
    }

    private static void Answer(IRenderedComponent<MudDialogProvider> dialogs, string asked, string answer)
    {
        dialogs.WaitForAssertion(() => Assert.Contains(asked, dialogs.Markup, StringComparison.Ordinal));
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == answer).Click();
        dialogs.WaitForAssertion(() => Assert.DoesNotContain(asked, dialogs.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<BankDetailsPage> Shown(string role)
    {
        SignedInAs(role);
        Render<MudPopoverProvider>();
        var page = Render<BankDetailsPage>();
        page.WaitForElement("form");
        return page;
    }
}
