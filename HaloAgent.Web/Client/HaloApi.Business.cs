using HaloAgent.Contracts.Businesses;

namespace HaloAgent.Web.Client;

internal sealed partial class HaloApi
{
    public Task<ApiResult<ShopProfileView>> GetShopProfileAsync(CancellationToken stop) => GetAsync<ShopProfileView>("/api/business/profile", stop);

    public Task<ApiResult<ShopProfileView>> SaveShopProfileAsync(SaveShopProfileRequest profile, CancellationToken stop) =>
        SendAsync<ShopProfileView>(HttpMethod.Put, "/api/business/profile", profile, stop);
}
