using System.Net;
using Bunit;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Contracts.Live;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Live;
using HaloAgent.Web.Products;
using HaloAgent.Web.Tests.Support;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.Web.Tests.Products;

public sealed class ProductPageTests : WebTest
{
    [Fact]
    public void A_product_without_name_or_price_is_not_sent_and_says_what_is_missing()
    {
        Render<MudBlazor.MudPopoverProvider>();
        var page = Render<ProductPage>();
        page.WaitForElement("form");

        page.Find("form").Submit();

        Assert.Contains("Give it a name.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Enter the price.", page.Markup, StringComparison.Ordinal);
        Assert.Equal(0, Api.Count("POST /api/products"));
    }

    [Theory]
    [InlineData("-50", "3", "A price is above ₦0, and at most ₦100,000,000.")]
    [InlineData("0", "3", "A price is above ₦0, and at most ₦100,000,000.")]
    [InlineData("50", "-3", "The stock is 0 or more, and at most 1,000,000.")]
    public void A_number_that_cannot_be_is_refused_and_not_made_zero(string price, string stock, string said)
    {
        var page = New();
        page.Find("[data-field=price]").Change(price);
        page.Find("[data-field=stock]").Change(stock);

        page.Find("form").Submit();

        Assert.Contains(said, page.Markup, StringComparison.Ordinal);
        Assert.Equal((price, stock), (page.Find("[data-field=price]").GetAttribute("value"), page.Find("[data-field=stock]").GetAttribute("value")));
        Assert.Equal(0, Api.Count("POST /api/products"));
    }

    [Fact]
    public void A_size_cannot_cost_nothing_either()
    {
        var page = New();
        page.FindAll("button").Single(button => button.TextContent.Trim() == "Add a size or choice").Click();
        page.Find("[data-field=variant-price]").Change("-1");

        page.Find("form").Submit();

        Assert.Contains("Give every choice a name, a price and a stock.", page.Find(".wrong").TextContent, StringComparison.Ordinal);
        page.Find(".variant-row input").Change("Small");
        page.FindAll(".variant-row input")[^1].Change("2");
        page.Find("form").Submit();
        Assert.Contains("A price is above ₦0", page.Find(".wrong").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, Api.Count("POST /api/products"));
    }

    [Fact]
    public void A_price_reads_as_it_does_everywhere_else()
    {
        var page = Shown(Samples.Product(1, "Jollof", "Rice", 13500.00m, 40));

        Assert.Equal("13,500", page.Find("[data-field=price]").GetAttribute("value"));
    }

    [Fact]
    public void What_the_api_refuses_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        var product = Samples.Product(1, "Jollof", "Rice", 3500m, 40);
        Api.On($"GET /api/products/{product.Id}", product);
        Api.OnProblem($"PUT /api/products/{product.Id}", HttpStatusCode.BadRequest, "Something needs correcting.", new { name = new[] { "Another product has this name." } });
        var page = Render<ProductPage>(parameters => parameters.Add(shown => shown.Id, product.Id));
        page.WaitForElement("form");
        page.Find("[data-field=name]").Change("Jollof rice");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Another product has this name.", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Jollof rice", page.Find("[data-field=name]").GetAttribute("value"));
    }

    [Fact]
    public void An_edit_over_a_newer_version_is_said_not_done()
    {
        var product = Samples.Product(1, "Jollof", "Rice", 3500m, 40);
        Api.On($"GET /api/products/{product.Id}", product);
        Api.OnProblem($"PUT /api/products/{product.Id}", HttpStatusCode.Conflict, "Changed meanwhile.");
        var page = Render<ProductPage>(parameters => parameters.Add(shown => shown.Id, product.Id));
        page.WaitForElement("form");

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Somebody else has changed this product", page.Markup, StringComparison.Ordinal));
        Assert.Contains("\"version\":1", Api.BodyOf($"PUT /api/products/{product.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_picture_does_not_bring_back_what_was_sold_since_the_fields_were_filled()
    {
        var product = Samples.Product(3, "Ofada", "Rice", 3800m, 10);
        var page = Shown(product);
        Api.On($"POST /api/products/{product.Id}/image", HttpStatusCode.OK);
        Api.On($"GET /api/products/{product.Id}", product with { Stock = 8, Version = 2, ImageUrl = $"/api/public/images/{Samples.Id(700)}" });
        Api.OnProblem($"PUT /api/products/{product.Id}", HttpStatusCode.Conflict, "Changed meanwhile.");

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("picture", "ofada.png", contentType: "image/png"));

        page.WaitForAssertion(() => Assert.Contains(Samples.Id(700).ToString(), page.Find("img").GetAttribute("src"), StringComparison.Ordinal));
        Assert.Equal("10", page.Find("[data-field=stock]").GetAttribute("value"));
        Assert.Contains("This product was changed elsewhere", page.Markup, StringComparison.Ordinal);
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("Somebody else has changed this product", page.Markup, StringComparison.Ordinal));
        Assert.Contains("\"version\":1", Api.BodyOf($"PUT /api/products/{product.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_is_saved_nothing_can_be_typed_and_what_others_change_is_not_missed()
    {
        var line = new LiveLine();
        line.Serve(Api);
        var product = Samples.Product(1, "Jollof", "Rice", 3500m, 10);
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        Api.On($"PUT /api/products/{product.Id}", _ => answer.Task);
        var page = Shown(product);
        Services.GetRequiredService<LiveFeed>().Start();
        // The line stands now, and what was told to nobody before it stood is read.
        await ReadAsync(2);
        page.Find("[data-field=stock]").Change("20");

        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.True(page.Find("fieldset").HasAttribute("disabled")));
        Api.On($"GET /api/products/{product.Id}", product with { Stock = 19, Version = 3 });
        await line.SayAsync(LiveEventKinds.ProductChanged, product.Id);
        await ReadAsync(3);
        Assert.DoesNotContain("changed elsewhere", page.Markup, StringComparison.Ordinal);
        answer.SetResult(ScriptedApi.Ok(product with { Stock = 20, Version = 2 }));

        page.WaitForAssertion(() => Assert.Contains("This product was changed elsewhere", page.Markup, StringComparison.Ordinal));
        Assert.False(page.Find("fieldset").HasAttribute("disabled"));
        Assert.Equal("20", page.Find("[data-field=stock]").GetAttribute("value"));

        Task ReadAsync(int times) => Until.TrueAsync(() =>
        {
            Clock.Advance(TimeSpan.FromMilliseconds(60));
            return Api.Count($"GET /api/products/{product.Id}") == times;
        });
    }

    [Fact]
    public async Task Leaving_with_something_unsaved_is_asked_about()
    {
        var dialogs = RenderDialogs();
        var page = Render<ProductPage>(parameters => parameters.Add(shown => shown.Id, Scripted(Samples.Product(1, "Jollof", "Rice", 3500m, 40)).Id));
        page.WaitForElement("form");
        Assert.False(page.FindComponent<NavigationLock>().Instance.ConfirmExternalNavigation);
        page.Find("[data-field=name]").Change("Jollof rice");
        Assert.True(page.FindComponent<NavigationLock>().Instance.ConfirmExternalNavigation);

        LeaveFor(page, "/orders");
        dialogs.WaitForAssertion(() => Assert.Contains("Leave without saving?", dialogs.Markup, StringComparison.Ordinal));
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Keep editing").Click();
        dialogs.WaitForAssertion(() => Assert.DoesNotContain("Leave without saving?", dialogs.Markup, StringComparison.Ordinal));
        Assert.Equal("/", Address);

        LeaveFor(page, "/orders");
        dialogs.WaitForAssertion(() => Assert.Contains("Leave without saving?", dialogs.Markup, StringComparison.Ordinal));
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Leave").Click();
        await Until.TrueAsync(() => Address == "/orders");
    }

    [Fact]
    public async Task A_product_that_was_added_is_shown_without_a_question()
    {
        var dialogs = RenderDialogs();
        Api.On("POST /api/products", Scripted(Samples.Product(1, "Jollof", "Rice", 3500m, 40)));
        var page = Render<ProductPage>();
        page.WaitForElement("form");
        page.Find("[data-field=name]").Change("Jollof");
        page.Find("[data-field=category]").Change("Rice");
        page.Find("[data-field=price]").Change("3500");
        page.Find("[data-field=stock]").Change("40");

        page.Find("form").Submit();

        await Until.TrueAsync(() => Address == $"/products/{Samples.Id(501)}");
        Assert.DoesNotContain("Leave without saving?", dialogs.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_that_was_removed_is_left_without_a_second_question()
    {
        var dialogs = RenderDialogs();
        var product = Scripted(Samples.Product(1, "Jollof", "Rice", 3500m, 40));
        Api.On($"DELETE /api/products/{product.Id}", HttpStatusCode.NoContent);
        var page = Render<ProductPage>(parameters => parameters.Add(shown => shown.Id, product.Id));
        page.WaitForElement("form");
        page.Find("[data-field=name]").Change("Jollof rice");

        page.FindAll("button").Single(button => button.TextContent.Trim() == "Remove").Click();
        dialogs.WaitForAssertion(() => Assert.Contains("Remove this product?", dialogs.Markup, StringComparison.Ordinal));
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Remove").Click();

        await Until.TrueAsync(() => Address == "/products");
        Assert.DoesNotContain("Leave without saving?", dialogs.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Stock_is_shown_in_words()
    {
        Api.On("GET /api/products", new[]
        {
            Samples.Product(1, "Jollof", "Rice", 3500m, 40), Samples.Product(2, "Fried rice", "Rice", 4200m, 4), Samples.Product(3, "Ofada", "Rice", 3800m, 0),
            Samples.Product(4, "Zobo", "Drinks", 800m, 0, "", [new(Samples.Id(1), "50cl", 800m, 60), new(Samples.Id(2), "1 litre", 1500m, 3)]),
            Samples.Product(5, "Chapman", "Drinks", 1500m, 9, available: false),
        });

        var page = Render<ProductsPage>();
        page.WaitForElement("[data-item]");

        Assert.Equal(
            ["63 in stock · 2 choices", "Not on offer right now", "40 in stock", "Only 4 left", "Sold out"],
            page.FindAll("[data-item] .small").Select(line => line.TextContent));
        Assert.Contains("₦800–1,500", page.Markup, StringComparison.Ordinal);
    }

    private ProductView Scripted(ProductView product)
    {
        Api.On($"GET /api/products/{product.Id}", product);
        return product;
    }

    private IRenderedComponent<ProductPage> New()
    {
        Render<MudBlazor.MudPopoverProvider>();
        var page = Render<ProductPage>();
        page.WaitForElement("form");
        page.Find("[data-field=name]").Change("Moi moi");
        page.Find("[data-field=category]").Change("Food");
        return page;
    }

    private IRenderedComponent<ProductPage> Shown(ProductView product)
    {
        Render<MudBlazor.MudPopoverProvider>();
        var page = Render<ProductPage>(parameters => parameters.Add(shown => shown.Id, Scripted(product).Id));
        page.WaitForElement("form");
        return page;
    }
}
