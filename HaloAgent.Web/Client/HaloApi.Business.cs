using HaloAgent.Contracts.Businesses;

namespace HaloAgent.Web.Client;

internal sealed partial class HaloApi
{
    public Task<ApiResult<ShopProfileView>> GetShopProfileAsync(CancellationToken stop) => GetAsync<ShopProfileView>("/api/business/profile", stop);

    public Task<ApiResult<ShopProfileView>> SaveShopProfileAsync(SaveShopProfileRequest profile, CancellationToken stop) =>
        SendAsync<ShopProfileView>(HttpMethod.Put, "/api/business/profile", profile, stop);

    public Task<ApiResult<ShopDetailsView>> GetShopDetailsAsync(CancellationToken stop) => GetAsync<ShopDetailsView>("/api/business/details", stop);

    public Task<ApiResult<ShopDetailsView>> SaveShopDetailsAsync(SaveShopDetailsRequest details, CancellationToken stop) =>
        SendAsync<ShopDetailsView>(HttpMethod.Put, "/api/business/details", details, stop);

    public Task<ApiResult<BankDetailsView>> GetBankDetailsAsync(CancellationToken stop) => GetAsync<BankDetailsView>("/api/business/bank-details", stop);

    public Task<ApiResult<BankDetailsView>> SaveBankDetailsAsync(SaveBankDetailsRequest details, CancellationToken stop) =>
        SendAsync<BankDetailsView>(HttpMethod.Put, "/api/business/bank-details", details, stop);

    public Task<ApiResult<BankDetailsSent>> SendBankDetailsAsync(CancellationToken stop) =>
        SendAsync<BankDetailsSent>(HttpMethod.Post, "/api/business/bank-details/send", null, stop);
}
