using System.Net;
using System.Net.Http.Json;
using System.Text;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Contracts.Contacts;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

public sealed class HostileInputTests(ApiHost api) : IClassFixture<ApiHost>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "body")]
    [InlineData("{", "body")]
    [InlineData("[]", "body")]
    [InlineData("null", "body")]
    [InlineData("{\"name\":\"x\"}", "category")]
    [InlineData("{\"name\":5,\"category\":\"x\",\"price\":1,\"stock\":1}", "name")]
    [InlineData("{\"name\":\"x\",\"category\":\"x\",\"price\":\"1\",\"stock\":1}", "price")]
    [InlineData("{\"name\":\"x\",\"category\":\"x\",\"price\":1.005,\"stock\":1}", "price")]
    [InlineData("{\"name\":\"x\",\"category\":\"x\",\"price\":-1,\"stock\":1}", "price")]
    [InlineData("{\"name\":\"x\",\"category\":\"x\",\"price\":1e40,\"stock\":1}", "price")]
    [InlineData("{\"name\":\"x\",\"category\":\"x\",\"price\":1,\"stock\":1.5}", "stock")]
    [InlineData("{\"name\":\"  \",\"category\":\"x\",\"price\":1,\"stock\":1}", "name")]
    [InlineData("{\"name\":\"a\\u0000b\",\"category\":\"x\",\"price\":1,\"stock\":1}", "name")]
    [InlineData("{\"name\":\"\\ud800\",\"category\":\"x\",\"price\":1,\"stock\":1}", "name")]
    [InlineData("{\"name\":\"x\",\"category\":\"x\",\"price\":1,\"stock\":1,\"synonyms\":[null]}", "synonyms[0]")]
    [InlineData("{\"name\":\"x\",\"category\":\"x\",\"price\":1,\"stock\":1,\"variants\":[null]}", "variants[0]")]
    [InlineData("{\"name\":\"x\",\"category\":\"x\",\"price\":1,\"stock\":1,\"variants\":[{\"name\":\"S\",\"price\":1,\"stock\":1},{\"name\":\"s\",\"price\":1,\"stock\":1}]}", "variants[1].name")]
    [InlineData("{\"name\":\"x\",\"category\":\"x\",\"price\":1,\"stock\":1,\"variants\":[{\"id\":\"01890000-0000-7000-8000-000000000001\",\"name\":\"S\",\"price\":1,\"stock\":1},{\"id\":\"01890000-0000-7000-8000-000000000001\",\"name\":\"M\",\"price\":1,\"stock\":1}]}", "variants[1].id")]
    public async Task A_product_that_cannot_be_is_refused_naming_the_field(string body, string field)
    {
        using var client = await api.SignedInAsync();

        using var answer = await client.PostAsync("/api/products", new StringContent(body, Encoding.UTF8, "application/json"), Cancelled);

        var problem = await answer.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Contains(field, problem.Fields());
    }

    /// <summary>Valid UTF-8, and .NET refuses to normalise it: looking for it finds nothing, and storing it keeps it.</summary>
    [Fact]
    public async Task A_noncharacter_is_searched_for_and_stored_like_any_other_sign()
    {
        using var client = await api.SignedInAsync();

        foreach (var list in (string[])["orders", "contacts", "conversations"])
        {
            using var found = await client.GetAsync($"/api/{list}?q=%EF%BF%BE", Cancelled);
            Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        }

        using var added = await client.PostAsJsonAsync(
            "/api/products", new SaveProductRequest { Name = "Ak\uFFFEara", Category = "x", Price = 1, Stock = 1, Available = false }, Cancelled);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
    }

    [Fact]
    public async Task Broken_UTF8_is_refused()
    {
        using var client = await api.SignedInAsync();
        byte[] body = [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\",\"category\":\"x\",\"price\":1,\"stock\":1}"u8];
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");

        using var answer = await client.PostAsync("/api/products", content, Cancelled);

        await answer.ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Text_of_100_kB_is_refused_where_it_does_not_belong()
    {
        using var client = await api.SignedInAsync();

        using var answer = await client.PostAsJsonAsync(
            "/api/products", new SaveProductRequest { Name = new string('a', 100_000), Category = "x", Price = 1, Stock = 1 }, Cancelled);

        Assert.Contains("name", (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
    }

    [Fact]
    public async Task More_than_a_body_may_weigh_answers_413()
    {
        using var client = await api.SignedInAsync();

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/products") { Content = new StringContent(new string(' ', 2 * 1024 * 1024), Encoding.UTF8, "application/json") };
        // Asked first, or the refusal would race with the rest of the body and break the pipe.
        request.Headers.ExpectContinue = true;

        using var answer = await client.SendAsync(request, Cancelled);

        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("'; DROP TABLE products; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("مرحبا \u202Egnp.exe")]
    [InlineData("a\u200Bb 👩🏾‍🍳")]
    public async Task Strange_names_are_kept_as_they_are(string name)
    {
        using var client = await api.SignedInAsync();

        using var added = await client.PostAsJsonAsync("/api/products", new SaveProductRequest { Name = name, Category = "Strange", Price = 1, Stock = 1 }, Cancelled);
        var product = await added.Content.ReadFromJsonAsync<ProductView>(Cancelled);
        using var identified = await client.PostAsJsonAsync(
            "/api/contacts/identify", new IdentifyContactRequest { PhoneNumber = $"0803{Random.Shared.Next(1_000_000, 9_999_999)}", Name = name }, Cancelled);
        var contact = await identified.Content.ReadFromJsonAsync<ContactView>(Cancelled);

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal((name, name), (product!.Name, contact!.Name));
        foreach (var path in new[] { "/api/orders", "/api/contacts", "/api/conversations" })
        {
            using var search = await client.GetAsync($"{path}?q={Uri.EscapeDataString(name)}", Cancelled);
            Assert.Equal(HttpStatusCode.OK, search.StatusCode);
        }
    }

    [Theory]
    [InlineData("/api/orders?limit=0", "limit")]
    [InlineData("/api/orders?limit=1000", "limit")]
    [InlineData("/api/orders?limit=many", "limit")]
    [InlineData("/api/orders?cursor=%00", "cursor")]
    [InlineData("/api/orders?cursor=LTEuMA", "cursor")]
    [InlineData("/api/orders?status=paid&status=stolen", "status")]
    [InlineData("/api/conversations?filter=x", "filter")]
    [InlineData("/api/contacts/orders", "contactId")]
    [InlineData("/api/contacts/orders?contactId=x", "contactId")]
    [InlineData("/api/contacts/orders?phoneNumber=hello", "phoneNumber")]
    public async Task A_question_that_makes_no_sense_is_refused_naming_the_parameter(string path, string field)
    {
        using var client = await api.SignedInAsync();

        using var answer = await client.GetAsync(path, Cancelled);

        Assert.Contains(field, (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
    }

    [Theory]
    [InlineData("/api/orders?q=%00")]
    [InlineData("/api/contacts?q=%F0%9F")]
    [InlineData("/api/public/businesses/%00")]
    [InlineData("/api/public/businesses/..%2F..")]
    [InlineData("/api/public/businesses/%F0%9F%A6%84")]
    public async Task Odd_bytes_in_an_address_break_nothing(string path)
    {
        using var client = await api.SignedInAsync();

        using var answer = await client.GetAsync(path, Cancelled);

        Assert.InRange((int)answer.StatusCode, 200, 499);
    }

    [Fact]
    public async Task Every_kind_of_refusal_is_problem_json()
    {
        using var client = await api.SignedInAsync();

        await (await client.GetAsync("/api/nothing", Cancelled)).ProblemAsync(HttpStatusCode.NotFound);
        await (await client.GetAsync("/api/orders/not-an-id", Cancelled)).ProblemAsync(HttpStatusCode.NotFound);
        await (await client.DeleteAsync("/api/orders", Cancelled)).ProblemAsync(HttpStatusCode.MethodNotAllowed);
        await (await client.PostAsync("/api/products", new StringContent("x=1", Encoding.UTF8, "application/x-www-form-urlencoded"), Cancelled))
            .ProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }
}
