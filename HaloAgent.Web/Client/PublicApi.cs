using System.Text.Json;
using HaloAgent.Contracts.Businesses;

namespace HaloAgent.Web.Client;

/// <summary>What anyone may read, without a session.</summary>
internal sealed class PublicApi(ApiCaller caller)
{
    public Task<ApiResult<List<PublicBusinessView>>> ListShopsAsync(CancellationToken stop) =>
        GetAsync<List<PublicBusinessView>>("/api/public/businesses?limit=12", stop);

    public Task<ApiResult<PublicBusinessView>> GetShopAsync(string slug, CancellationToken stop) =>
        GetAsync<PublicBusinessView>($"/api/public/businesses/{Uri.EscapeDataString(slug)}", stop);

    private Task<ApiResult<T>> GetAsync<T>(string path, CancellationToken stop) => caller.CallAsync(
        null,
        () => new(HttpMethod.Get, path),
        async response => await response.Content.ReadFromJsonAsync<T>(stop) ?? throw new JsonException("The Api answered with an empty body."),
        stop);
}
