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
        page.Find("[data-day=monday] input[type=time]").Change("08:30");
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
    public void Staff_read_it_and_have_nothing_to_save_with()
    {
        Api.On($"GET {Path}", Details);

        var page = Shown("staff");

        Assert.Empty(page.FindAll("button[type=submit]"));
        Assert.True(page.Find("[data-day=monday] input[type=checkbox]").HasAttribute("disabled"));
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
