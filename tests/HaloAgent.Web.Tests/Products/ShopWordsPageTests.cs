using System.Net;
using Bunit;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Web.Products;
using HaloAgent.Web.Tests.Support;
using Microsoft.AspNetCore.Components.Routing;
using Xunit;

namespace HaloAgent.Web.Tests.Products;

public sealed class ShopWordsPageTests : WebTest
{
    private const string Path = "/api/products/synonyms";

    [Fact]
    public void A_word_is_edited_and_sent_with_the_version_that_was_read()
    {
        Api.On($"GET {Path}", new SynonymsView([new("minerals", ["zobo", "chapman"])], 7));
        Api.On($"PUT {Path}", new SynonymsView([new("minerals", ["zobo", "malt"])], 8));
        var page = Shown();
        page.Find("[data-field=means]").Change(" zobo ,, malt ");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal("zobo, malt", page.Find("[data-field=means]").GetAttribute("value")));
        Assert.Contains("\"version\":7", Api.BodyOf($"PUT {Path}"), StringComparison.Ordinal);
        Assert.Contains("[\"zobo\",\"malt\"]", Api.BodyOf($"PUT {Path}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_without_a_meaning_is_not_sent()
    {
        Api.On($"GET {Path}", new SynonymsView([new("minerals", ["zobo"])], 7));
        var page = Shown();
        page.Find("[data-field=means]").Change(" , ");

        page.Find("form").Submit();

        Assert.Contains("Enter what it means.", page.Markup, StringComparison.Ordinal);
        Assert.Equal(0, Api.Count($"PUT {Path}"));
    }

    [Fact]
    public void What_the_api_refuses_stands_beside_its_word_and_nothing_typed_is_lost()
    {
        Api.On($"GET {Path}", new SynonymsView([new("a", ["b"]), new("minerals", ["zobo"])], 7));
        Api.OnProblem($"PUT {Path}", HttpStatusCode.BadRequest, "Something needs correcting.", new Dictionary<string, string[]> { ["synonyms[1].word"] = ["This word stands here twice."] });
        var page = Shown();
        page.FindAll("[data-field=word]")[1].Change("A");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("This word stands here twice.", page.FindAll("[data-word]")[1].InnerHtml, StringComparison.Ordinal));
        Assert.DoesNotContain("twice", page.FindAll("[data-word]")[0].InnerHtml, StringComparison.Ordinal);
        Assert.Equal("A", page.FindAll("[data-field=word]")[1].GetAttribute("value"));
    }

    [Fact]
    public void A_save_over_a_newer_version_is_said_not_done()
    {
        Api.On($"GET {Path}", new SynonymsView([new("minerals", ["zobo"])], 7));
        Api.OnProblem($"PUT {Path}", HttpStatusCode.Conflict, "Changed meanwhile.");
        var page = Shown();

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Somebody else has changed these words", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void While_it_is_saved_nothing_can_be_typed()
    {
        Api.On($"GET {Path}", new SynonymsView([new("minerals", ["zobo"])], 7));
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        Api.On($"PUT {Path}", _ => answer.Task);
        var page = Shown();
        page.Find("[data-field=means]").Change("zobo, malt");

        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.True(page.Find("fieldset").HasAttribute("disabled")));
        answer.SetResult(ScriptedApi.Ok(new SynonymsView([new("minerals", ["zobo", "malt"])], 8)));

        page.WaitForAssertion(() => Assert.False(page.Find("fieldset").HasAttribute("disabled")));
    }

    [Fact]
    public async Task Leaving_is_asked_about_until_it_is_saved()
    {
        Api.On($"GET {Path}", new SynonymsView([new("minerals", ["zobo"])], 7));
        Api.On($"PUT {Path}", new SynonymsView([new("minerals", ["zobo", "malt"])], 8));
        var dialogs = Render<MudBlazor.MudDialogProvider>();
        var page = Shown();
        page.Find("[data-field=means]").Change("zobo, malt");
        LeaveFor(page, "/more");
        dialogs.WaitForAssertion(() => Assert.Contains("Leave without saving?", dialogs.Markup, StringComparison.Ordinal));
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Keep editing").Click();
        Assert.Equal("/", Address);

        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.False(page.FindComponent<NavigationLock>().Instance.ConfirmExternalNavigation));
        LeaveFor(page, "/more");

        await Until.TrueAsync(() => Address == "/more");
    }

    private IRenderedComponent<ShopWordsPage> Shown()
    {
        Render<MudBlazor.MudPopoverProvider>();
        var page = Render<ShopWordsPage>();
        page.WaitForElement("form");
        return page;
    }
}
