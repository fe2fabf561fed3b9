using System.Net;
using Bunit;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Products;
using HaloAgent.Web.Tests.Support;
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

        page.WaitForAssertion(() => Assert.Contains("Somebody else changed this product", page.Markup, StringComparison.Ordinal));
        Assert.Contains("\"version\":1", Api.BodyOf($"PUT /api/products/{product.Id}"), StringComparison.Ordinal);
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
            ["63 in stock · 2 choices", "Not offered at present", "40 in stock", "Only 4 left", "Sold out"],
            page.FindAll("[data-item] .small").Select(line => line.TextContent));
        Assert.Contains("₦800–1,500", page.Markup, StringComparison.Ordinal);
    }
}
