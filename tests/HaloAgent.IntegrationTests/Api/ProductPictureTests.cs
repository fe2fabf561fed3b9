using System.Net;
using System.Net.Http.Json;
using HaloAgent.Contracts.Businesses;
using SkiaSharp;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

/// <summary>Product pictures in the width that a page asks for.</summary>
public sealed class ProductPictureTests(ApiHost api) : IClassFixture<ApiHost>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 160)]
    [InlineData(160, 160)]
    [InlineData(200, 320)]
    public async Task A_picture_comes_about_as_narrow_as_asked_in_its_own_format_and_shape(int asked, int width)
    {
        using var client = api.Client();
        var address = await AddressAsync(client);
        using var original = SKBitmap.Decode(await client.GetByteArrayAsync(address, Cancelled));

        using var answer = await client.GetAsync($"{address}?w={asked}", Cancelled);
        using var again = await client.GetAsync($"{address}?w={asked}", Cancelled);

        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancelled);
        using var picture = SKBitmap.Decode(bytes);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(width, picture.Width);
        Assert.InRange(picture.Height, (width * original.Height / original.Width) - 1, (width * original.Height / original.Width) + 1);
        Assert.Equal(bytes, await again.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.True(answer.Headers.CacheControl?.Public);
    }

    [Fact]
    public async Task No_picture_is_made_larger_and_each_width_has_a_tag_of_its_own()
    {
        using var client = api.Client();
        var address = await AddressAsync(client);

        using var original = await client.GetAsync(address, Cancelled);
        using var wide = await client.GetAsync($"{address}?w=1600", Cancelled);
        using var narrow = await client.GetAsync($"{address}?w=100", Cancelled);

        Assert.Equal(await original.Content.ReadAsByteArrayAsync(Cancelled), await wide.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.NotEqual(original.Headers.ETag, narrow.Headers.ETag);
        using var unchanged = new HttpRequestMessage(HttpMethod.Get, $"{address}?w=100");
        unchanged.Headers.IfNoneMatch.Add(narrow.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(unchanged, Cancelled)).StatusCode);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1601")]
    [InlineData("99999999999")]
    [InlineData("wide")]
    [InlineData("1e3")]
    [InlineData("12.5")]
    public async Task A_width_that_cannot_be_is_refused_by_name(string width)
    {
        using var client = api.Client();

        using var answer = await client.GetAsync($"{await AddressAsync(client)}?w={width}", Cancelled);

        Assert.Contains("w", (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
    }

    [Fact]
    public async Task No_picture_is_no_picture_in_any_width()
    {
        using var client = api.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/public/images/{Guid.CreateVersion7()}?w=100", Cancelled)).StatusCode);
    }

    private static async Task<string> AddressAsync(HttpClient client)
    {
        var shop = await client.GetFromJsonAsync<PublicBusinessView>("/api/public/businesses/halo-kitchen", Cancelled);
        return new Uri(shop!.Products.First(product => product.ImageUrl is not null).ImageUrl!, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } url
            ? url.AbsolutePath
            : shop.Products.First(product => product.ImageUrl is not null).ImageUrl!;
    }
}
