using System.Text.Json;
using HaloAgent.Contracts.Businesses;

namespace HaloAgent.Web.Client;

/// <summary>What anyone may read, without a session.</summary>
internal sealed class PublicApi(ApiCaller caller)
{
    public Task<ApiResult<List<PublicBusinessView>>> ListShopsAsync(HttpContext visitor) =>
        GetAsync<List<PublicBusinessView>>("/api/public/businesses?limit=12", visitor);

    public Task<ApiResult<PublicBusinessView>> GetShopAsync(string slug, HttpContext visitor) =>
        GetAsync<PublicBusinessView>($"/api/public/businesses/{Uri.EscapeDataString(slug)}", visitor);

    private Task<ApiResult<T>> GetAsync<T>(string path, HttpContext visitor) => caller.CallAsync(
        null,
        () => Request(path, visitor),
        async response => await response.Content.ReadFromJsonAsync<T>(visitor.RequestAborted) ?? throw new JsonException("The Api answered with an empty body."),
        visitor.RequestAborted);

    private static HttpRequestMessage Request(string path, HttpContext visitor)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.From(visitor.Connection.RemoteIpAddress?.ToString());
        return request;
    }
}
