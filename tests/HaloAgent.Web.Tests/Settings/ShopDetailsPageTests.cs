using System.Net;
using Bunit;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Web.Settings;
using HaloAgent.Web.Tests.Support;
using Xunit;

namespace HaloAgent.Web.Tests.Settings;

public sealed class ShopDetailsPageTests : WebTest
{
    private const string Path = "/api/business/details";

    private static readonly ShopDetailsView Details = new(
        "Home food.", "3 Allen Avenue, Ikeja", [new("monday", new TimeOnly(9, 0), new TimeOnly(18, 0))], [new(["Ikeja", "Allen"], 1500m)], 7);

    [Fact]
    public void Days_areas_and_address_are_sent_with_the_version_that_was_read()
    {
        Api.On($"GET {Path}", Details);
        Api.On($"PUT {Path}", Details with { Version = 8 });
        var page = Shown("owner");
        page.Find("[data-day=monday] .day-times input").Change("08:30");
        page.Find("[data-day=sunday] input[type=checkbox]").Change(true);
        page.Find("[data-field=fee]").Change("1800");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("\"version\":7", Api.BodyOf($"PUT {Path}"), StringComparison.Ordinal));
        var sent = Api.BodyOf($"PUT {Path}");
        Assert.Contains("""{"day":"monday","opens":"08:30:00","closes":"18:00:00"}""", sent, StringComparison.Ordinal);
        Assert.Contains("\"day\":\"sunday\"", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("tuesday", sent, StringComparison.Ordinal);
        Assert.Contains("""{"names":["Ikeja","Allen"],"fee":1800}""", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_api_refuses_of_an_area_stands_beside_it_and_a_row_left_empty_is_left_out()
    {
        Api.On($"GET {Path}", Details);
        Api.OnProblem($"PUT {Path}", HttpStatusCode.BadRequest, "Something needs correcting.", new Dictionary<string, string[]> { ["deliveryAreas[0]"] = ["Give the area a name."] });
        var page = Shown("owner");
        page.FindAll("button").Single(button => button.TextContent.Trim() == "Add an area").Click();
        page.Find("[data-field=area]").Change("");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Give the area a name.", page.Find("[data-area]").InnerHtml, StringComparison.Ordinal));
        Assert.Single(page.FindAll("[data-area]"));
    }

    [Fact]
    public void An_area_whose_fee_was_forgotten_is_not_saved_as_free_delivery()
    {
        Api.On($"GET {Path}", Details);
        Api.On($"PUT {Path}", Details with { Version = 8 });
        var page = Shown("owner");
        page.Find("[data-field=fee]").Change("");

        page.Find("form").Submit();

        Assert.Contains("Enter what delivery there costs; 0 means free.", page.Find("[data-area]").InnerHtml, StringComparison.Ordinal);
        Assert.Equal(0, Api.Count($"PUT {Path}"));
        page.Find("[data-field=fee]").Change("0");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("""{"names":["Ikeja","Allen"],"fee":0}""", Api.BodyOf($"PUT {Path}"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_fee_below_nothing_is_refused_and_not_made_free()
    {
        Api.On($"GET {Path}", Details);
        var page = Shown("owner");
        Assert.Equal("1,500", page.Find("[data-field=fee]").GetAttribute("value"));
        page.Find("[data-field=fee]").Change("-5");

        page.Find("form").Submit();

        Assert.Contains("A fee is ₦0 or more, and at most ₦1,000,000.", page.Find("[data-area]").InnerHtml, StringComparison.Ordinal);
        Assert.Equal((0, "-5"), (Api.Count($"PUT {Path}"), page.Find("[data-field=fee]").GetAttribute("value")));
    }

    [Fact]
    public void A_fee_of_nothing_says_that_delivery_is_free()
    {
        Api.On($"GET {Path}", Details);
        var page = Shown("owner");
        Assert.DoesNotContain("Free delivery", page.Markup, StringComparison.Ordinal);

        page.Find("[data-field=fee]").Change("0");

        Assert.Contains("Free delivery", page.Find("[data-area]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8", "08:00")]
    [InlineData("0830", "08:30")]
    [InlineData("8.30", "08:30")]
    [InlineData("8:30 PM", "20:30")]
    [InlineData("24:00", "00:00")]
    [InlineData("noonish", "noonish")]
    public void Times_stand_on_the_clock_that_customers_are_told(string typed, string shown)
    {
        Api.On($"GET {Path}", Details);
        var page = Shown("owner");
        Assert.Equal(["09:00", "18:00"], page.FindAll("[data-day=monday] .day-times input").Select(time => time.GetAttribute("value")));

        page.Find("[data-day=monday] .day-times input").Change(typed);

        Assert.Equal(shown, page.Find("[data-day=monday] .day-times input").GetAttribute("value"));
    }

    [Fact]
    public void A_time_that_was_cleared_is_asked_for_and_the_old_one_is_not_saved_unseen()
    {
        Api.On($"GET {Path}", Details);
        Api.On($"PUT {Path}", Details with { Version = 8 });
        var page = Shown("owner");
        page.Find("[data-day=monday] .day-times input").Change("");

        page.Find("form").Submit();

        Assert.Contains("Say from when to when, for example 09:00 and 18:00.", page.Find("[data-day=monday]").TextContent, StringComparison.Ordinal);
        Assert.Equal(("", "true"), (page.Find("[data-day=monday] .day-times input").GetAttribute("value") ?? "", page.Find("[data-day=monday] .day-times input").GetAttribute("aria-invalid")));
        Assert.Equal(0, Api.Count($"PUT {Path}"));
    }

    [Fact]
    public void Without_a_day_the_hours_are_not_said_and_nobody_reads_closed()
    {
        Api.On($"GET {Path}", Details with { OpeningHours = [] });
        var page = Shown("owner");
        Assert.Contains("the hours are not known yet", page.Find("[data-no-hours]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Not set yet", page.Find("[data-day=sunday]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Closed", page.Markup, StringComparison.Ordinal);

        page.Find("[data-day=monday] input[type=checkbox]").Change(true);

        Assert.Empty(page.FindAll("[data-no-hours]"));
        Assert.Contains("Closed", page.Find("[data-day=sunday]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_control_is_for_is_said_to_who_does_not_see_it_and_the_focus_stays_in_the_list()
    {
        Api.On($"GET {Path}", Details);
        var page = Shown("owner");
        var sunday = page.Find("[data-day=sunday] input[type=checkbox]");
        Assert.Equal("Open on Sunday", sunday.GetAttribute("aria-label"));
        Assert.Equal("Closed", page.Find($"#{sunday.GetAttribute("aria-describedby")}").TextContent);
        page.FindAll("button").Single(button => button.TextContent.Trim() == "Add an area").Click();
        Assert.Equal(["Remove Ikeja", "Remove the new area"], page.FindAll("[data-remove]").Select(button => button.GetAttribute("aria-label")));

        page.FindAll("[data-remove]")[^1].Click();

        Assert.Single(page.FindAll("[data-area]"));
        JSInterop.VerifyFocusAsyncInvoke();
    }

    [Fact]
    public void Staff_read_it_and_have_nothing_to_save_with()
    {
        Api.On($"GET {Path}", Details);

        var page = Shown("staff");

        Assert.Empty(page.FindAll("button[type=submit]"));
        Assert.All((string[])["[data-day=monday] input[type=checkbox]", "[data-day=monday] .day-times input", "[data-field=area]", "[data-field=fee]", "[data-field=address]"], field => Assert.True(page.Find(field).HasAttribute("disabled")));
    }

    private IRenderedComponent<ShopDetailsPage> Shown(string role)
    {
        SignedInAs(role);
        Render<MudBlazor.MudPopoverProvider>();
        var page = Render<ShopDetailsPage>();
        page.WaitForElement("form");
        return page;
    }
}
