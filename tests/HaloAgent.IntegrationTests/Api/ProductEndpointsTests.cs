using System.Net;
using System.Net.Http.Json;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

public sealed class ProductEndpointsTests(ApiHost api) : IClassFixture<ApiHost>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_product_is_added_edited_and_put_away_and_the_public_sees_it_in_between()
    {
        using var owner = await api.SignedInAsync();
        var product = await AddAsync(owner, "Ewa agoyin", new SaveVariantRequest { Name = "Small", Price = 900.50m, Stock = 0 }, new SaveVariantRequest { Name = "Big", Price = 1500, Stock = 4 });

        using var renamed = await owner.PutAsJsonAsync($"/api/products/{product.Id}", Edit(product, "Ewa agoyin & bread"), Cancelled);
        var edited = await renamed.Content.ReadFromJsonAsync<ProductView>(Cancelled);
        var shown = await PublicAsync(product.Id);
        using var gone = await owner.DeleteAsync($"/api/products/{product.Id}", Cancelled);

        Assert.Equal(product.Variants, edited!.Variants);
        Assert.Equal(("Ewa agoyin & bread", 900.50m, true), (shown!.Name, shown.Price, shown.InStock));
        Assert.Equal([false, true], shown.Variants.Select(v => v.InStock));
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Null(await PublicAsync(product.Id));
        await (await owner.GetAsync($"/api/products/{product.Id}", Cancelled)).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_an_edit_does_not_mention_stays_as_it_was()
    {
        using var owner = await api.SignedInAsync();
        var product = await AddAsync(owner, "Ofada pack", new SaveVariantRequest { Name = "Small", Price = 900, Stock = 2 });
        using var described = await owner.PutAsJsonAsync(
            $"/api/products/{product.Id}", Edit(product, "Ofada pack") with { Description = "With ayamase", Synonyms = ["brown rice"], Available = false }, Cancelled);
        var before = (await described.Content.ReadFromJsonAsync<ProductView>(Cancelled))!;

        using var content = new StringContent(
            $$"""{ "name": "Ofada", "category": "Rice", "price": 950, "stock": 0, "description": null, "version": {{before.Version}} }""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await owner.PutAsync($"/api/products/{product.Id}", content, Cancelled);
        var after = (await answer.Content.ReadFromJsonAsync<ProductView>(Cancelled))!;

        Assert.Equal(("Ofada", "Rice", "With ayamase", false), (after.Name, after.Category, after.Description, after.Available));
        Assert.Equal(["brown rice"], after.Synonyms);
        Assert.Equal(before.Variants, after.Variants);
    }

    [Fact]
    public async Task An_edit_of_what_was_sold_in_the_meantime_is_refused_also_in_a_variant()
    {
        using var owner = await api.SignedInAsync();
        var product = await AddAsync(owner, "Agege bread", new SaveVariantRequest { Name = "Big", Price = 1500, Stock = 4 });
        await api.UseAsync<HaloDbContext, int>(db => db.Database.ExecuteSqlAsync($"UPDATE product_variants SET stock = 3 WHERE product_id = {product.Id}", Cancelled));

        using var stale = await owner.PutAsJsonAsync($"/api/products/{product.Id}", Edit(product, "Bread"), Cancelled);
        using var blind = await owner.PutAsJsonAsync($"/api/products/{product.Id}", Edit(product, "Bread") with { Version = null }, Cancelled);

        await stale.ProblemAsync(HttpStatusCode.Conflict);
        var edited = (await blind.Content.ReadFromJsonAsync<ProductView>(Cancelled))!;
        Assert.Equal(("Bread", 4), (edited.Name, edited.Variants[0].Stock));
    }

    [Theory]
    [InlineData("\"price\": -50, \"stock\": 3", "price")]
    [InlineData("\"price\": 0, \"stock\": 3", "price")]
    [InlineData("\"price\": 50, \"stock\": -3", "stock")]
    [InlineData("\"price\": 50, \"stock\": 0, \"variants\": [{ \"name\": \"Small\", \"price\": 0, \"stock\": 1 }]", "variants[0].price")]
    public async Task What_costs_nothing_or_is_less_than_none_is_refused_at_its_field(string numbers, string field)
    {
        using var owner = await api.SignedInAsync();
        using var content = new StringContent($$"""{ "name": "Moi moi", "category": "Food", {{numbers}} }""", System.Text.Encoding.UTF8, "application/json");

        using var refused = await owner.PostAsync("/api/products", content, Cancelled);

        Assert.Equal(field, Assert.Single((await refused.ProblemAsync(HttpStatusCode.BadRequest)).Fields()), ignoreCase: true);
    }

    [Fact]
    public async Task Staff_may_edit_but_only_an_owner_puts_a_product_away()
    {
        using var staff = await api.SignedInAsync(ApiHost.Staff);
        var product = await AddAsync(staff, "Kilishi");

        using var refused = await staff.DeleteAsync($"/api/products/{product.Id}", Cancelled);

        await refused.ProblemAsync(HttpStatusCode.Forbidden);
        Assert.NotNull(await PublicAsync(product.Id));
    }

    [Fact]
    public async Task A_new_picture_has_a_new_address_and_is_cached_for_ever()
    {
        using var owner = await api.SignedInAsync();
        using var nobody = api.Client();
        var product = await AddAsync(owner, "Chin chin");

        using var uploaded = await owner.PostAsync($"/api/products/{product.Id}/image", Pictures.Form(Pictures.Png, "text/html"), Cancelled);
        var shown = await uploaded.Content.ReadFromJsonAsync<ProductView>(Cancelled);
        using var picture = await nobody.GetAsync(shown!.ImageUrl, Cancelled);
        using var again = new HttpRequestMessage(HttpMethod.Get, shown.ImageUrl) { Headers = { IfNoneMatch = { picture.Headers.ETag! } } };
        using var unchanged = await nobody.SendAsync(again, Cancelled);
        using var document = await owner.PostAsync($"/api/products/{product.Id}/image", Pictures.Form([.. "%PDF-1.7"u8]), Cancelled);
        using var large = await owner.PostAsync($"/api/products/{product.Id}/image", Pictures.Form(new byte[6 * 1024 * 1024]), Cancelled);

        Assert.Equal(Pictures.Png, await picture.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", picture.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", picture.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Contains("file", (await document.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
        Assert.Contains("file", (await large.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
    }

    [Fact]
    public async Task The_demo_shops_have_what_they_promise_and_are_planted_once()
    {
        using var nobody = api.Client();
        await api.UseAsync<DemoData, bool>(async demo =>
        {
            await demo.PlantAsync(Cancelled);
            return true;
        });

        var shops = await nobody.GetFromJsonAsync<List<PublicBusinessView>>("/api/public/businesses?limit=12", Cancelled);

        Assert.Equal(["ankara-corner", "halo-kitchen"], shops!.Select(shop => shop.Slug).Order());
        foreach (var slug in shops!.Select(shop => shop.Slug))
        {
            var shop = (await nobody.GetFromJsonAsync<PublicBusinessView>($"/api/public/businesses/{slug}", Cancelled))!;
            // Other tests of this class add products of their own, without a description.
            var own = shop.Products.Where(p => p is { ImageUrl: not null, Description.Length: > 0 }).ToList();
            Assert.True(own.Count >= 12);
            Assert.All(own, p => Assert.True(p is { Price: > 0, Category.Length: > 0 }));
            Assert.NotEmpty(shop.OpeningHours);
            Assert.NotEmpty(shop.DeliveryAreas);
            Assert.NotNull(shop.WhatsAppNumber);
            foreach (var product in own)
            {
                var picture = await nobody.GetByteArrayAsync(product.ImageUrl, Cancelled);
                Assert.InRange(picture.Length, 60, 40_000);
            }
        }
    }

    private static SaveProductRequest Edit(ProductView product, string name) => new()
    {
        Name = name,
        Category = product.Category,
        Price = product.Price,
        Stock = product.Stock,
        Variants = [.. product.Variants.Select(v => new SaveVariantRequest { Id = v.Id, Name = v.Name, Price = v.Price, Stock = v.Stock })],
        Version = product.Version,
    };

    private static async Task<ProductView> AddAsync(HttpClient client, string name, params SaveVariantRequest[] variants)
    {
        using var added = await client.PostAsJsonAsync(
            "/api/products", new SaveProductRequest { Name = name, Category = "Meals", Price = 1000, Stock = 5, Variants = variants }, Cancelled);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        return (await added.Content.ReadFromJsonAsync<ProductView>(Cancelled))!;
    }

    private async Task<PublicProductView?> PublicAsync(Guid id)
    {
        using var nobody = api.Client();
        var shop = await nobody.GetFromJsonAsync<PublicBusinessView>("/api/public/businesses/halo-kitchen", Cancelled);
        return shop!.Products.SingleOrDefault(product => product.Id == id);
    }
}
