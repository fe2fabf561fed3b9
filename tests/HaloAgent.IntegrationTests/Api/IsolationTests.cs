using System.Net;
using System.Net.Http.Json;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Orders;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

/// <summary>The route table itself is walked, so that an endpoint added tomorrow cannot be forgotten here.</summary>
public sealed class IsolationTests(ApiHost api) : IClassFixture<ApiHost>
{
    /// <summary>What may be called without signing in; everything else may not.</summary>
    private static readonly HashSet<string> Open =
    [
        "POST /api/auth/login", "POST /api/auth/refresh", "POST /api/auth/logout",
        "GET /api/public/businesses", "GET /api/public/businesses/{slug}", "GET /api/public/images/{id:guid}",
        "POST /api/public/businesses/{slug}/chat/visitors", "POST /api/public/businesses/{slug}/chat/messages",
        "GET /api/public/businesses/{slug}/chat/messages", "GET /api/public/businesses/{slug}/chat/stream",
        "GET /health", "GET /alive", "POST /webhooks/whatsapp", "POST /webhooks/whatsapp/status",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_shops_things_answer_like_things_that_do_not_exist()
    {
        var shop = await OneShop.OpenAsync(api);
        using var stranger = await api.SignedInAsync(ApiHost.OtherOwner);
        using var member = await api.SignedInAsync();
        var tried = 0;
        foreach (var (method, pattern) in Routes().Where(route => route.Pattern.Contains("{id", StringComparison.Ordinal) && !Open.Contains($"{route.Method} {route.Pattern}")))
        {
            var (theirs, noBodys) = (Path(pattern, shop, real: true), Path(pattern, shop, real: false));

            using var foreign = await SendAsync(stranger, method, theirs);
            using var missing = await SendAsync(stranger, method, noBodys);

            Assert.True(foreign.StatusCode == HttpStatusCode.NotFound, $"{method} {pattern}: {foreign.StatusCode}");
            Assert.Equal(await missing.ComparableAsync(), await foreign.ComparableAsync());
            tried++;
        }

        // The things are really there, for those whose they are.
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"/api/orders/{shop.OrderId}", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"/api/conversations/{shop.ConversationId}/turns/{shop.TurnId}", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"/api/media/{shop.MediaId}", Cancelled)).StatusCode);
        Assert.True(tried >= 19, $"Only {tried} endpoints take an id?");
    }

    [Fact]
    public async Task Lists_show_nothing_of_another_shop()
    {
        await OneShop.OpenAsync(api, "ankara-corner", "+2348039999999");
        using var stranger = await api.SignedInAsync(ApiHost.Staff);
        foreach (var path in new[]
        {
            "/api/orders?q=HA", "/api/contacts?q=08039999999", "/api/contacts/orders?phoneNumber=08039999999", "/api/conversations?q=08039999999",
        })
        {
            Assert.Equal("[]", await stranger.GetStringAsync(path, Cancelled));
        }

        var products = await stranger.GetFromJsonAsync<List<ProductView>>("/api/products", Cancelled);
        Assert.DoesNotContain(products!, product => product.Name.Contains("Ankara", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whatever_is_not_public_wants_a_member()
    {
        using var nobody = api.Client();
        foreach (var (method, pattern) in Routes())
        {
            if (Open.Contains($"{method} {pattern}"))
            {
                continue;
            }

            using var answer = await SendAsync(nobody, method, Path(pattern, null, real: false));

            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {pattern}: {answer.StatusCode}");
            await answer.ProblemAsync(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public void What_is_public_is_written_down_here_and_is_there()
    {
        var anonymous = api.Routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null).SelectMany(Of)
            .Where(route => route.Pattern.StartsWith("/api", StringComparison.Ordinal)).Select(route => $"{route.Method} {route.Pattern}");

        Assert.Equal(Open.Where(route => route.Contains(" /api", StringComparison.Ordinal)).Order(), anonymous.Distinct().Order());
    }

    private IEnumerable<(string Method, string Pattern)> Routes() => api.Routes.SelectMany(Of).Distinct();

    private static IEnumerable<(string Method, string Pattern)> Of(RouteEndpoint route) =>
        (route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method =>
            (method, "/" + (route.RoutePattern.RawText ?? "").Trim('/')));

    /// <summary>A pattern that names a kind of thing which is not known here fails the test: add it.</summary>
    private static string Path(string pattern, OneShop? shop, bool real)
    {
        var nothing = new Guid("01a20000-0000-7000-8000-000000000000");
        var id = pattern switch
        {
            _ when !real => nothing,
            _ when pattern.StartsWith("/api/orders/decisions/", StringComparison.Ordinal) => shop!.DecisionId,
            _ when pattern.StartsWith("/api/orders/", StringComparison.Ordinal) => shop!.OrderId,
            _ when pattern.StartsWith("/api/conversations/", StringComparison.Ordinal) => shop!.ConversationId,
            _ when pattern.StartsWith("/api/contacts/", StringComparison.Ordinal) => shop!.ContactId,
            _ when pattern.StartsWith("/api/products/", StringComparison.Ordinal) => shop!.ProductId,
            _ when pattern.StartsWith("/api/media/", StringComparison.Ordinal) => shop!.MediaId,
            _ => throw new InvalidOperationException($"Which id does {pattern} take? Say so in {nameof(IsolationTests)}."),
        };
        return pattern.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal)
            .Replace("{turnId:guid}", (real ? shop!.TurnId : nothing).ToString(), StringComparison.Ordinal)
            .Replace("{messageId:long}", (real ? shop!.MessageId : 0).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{slug}", "halo-kitchen", StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = method is "GET" or "DELETE" ? null : BodyFor(path);
        return await client.SendAsync(request, Cancelled);
    }

    /// <summary>A body that is good, so that only the id can be the reason of a refusal.</summary>
    private static HttpContent BodyFor(string path) => path.Split('/')[^1] switch
    {
        "upload-receipt" or "image" => Pictures.Form(Pictures.Png),
        "update-status" => JsonContent.Create(new UpdateOrderStatusRequest { Status = OrderStatuses.Preparing }),
        "approve-payment" => JsonContent.Create(new ApprovePaymentRequest()),
        "reject-payment" => JsonContent.Create(new RejectPaymentRequest { Reason = "not found" }),
        "seen" => JsonContent.Create(new FailedMessagesSeenRequest { Messages = [1] }),
        "messages" => JsonContent.Create(new SendMessageRequest { Text = "hello" }),
        _ when path.StartsWith("/api/products", StringComparison.Ordinal) =>
            JsonContent.Create(new SaveProductRequest { Name = "Stolen", Category = "Things", Price = 1, Stock = 1, Version = 1 }),
        _ => JsonContent.Create(new { }),
    };
}
