using HaloAgent.Contracts.Catalog;

namespace HaloAgent.Web.Client;

internal sealed partial class HaloApi
{
    public Task<ApiResult<ApiPage<ProductView>>> ListProductsAsync(string? cursor, CancellationToken stop) =>
        GetPageAsync<ProductView>("/api/products".With(("limit", 100), ("cursor", cursor)), stop);

    public Task<ApiResult<ProductView>> GetProductAsync(Guid id, CancellationToken stop) => GetAsync<ProductView>($"/api/products/{id}", stop);

    public Task<ApiResult<ProductView>> CreateProductAsync(SaveProductRequest product, CancellationToken stop) =>
        SendAsync<ProductView>(HttpMethod.Post, "/api/products", product, stop);

    public Task<ApiResult<ProductView>> SaveProductAsync(Guid id, SaveProductRequest product, CancellationToken stop) =>
        SendAsync<ProductView>(HttpMethod.Put, $"/api/products/{id}", product, stop);

    public Task<ApiResult<Nothing>> DeleteProductAsync(Guid id, CancellationToken stop) =>
        SendAsync(HttpMethod.Delete, $"/api/products/{id}", null, stop);

    public Task<ApiResult<SynonymsView>> GetSynonymsAsync(CancellationToken stop) => GetAsync<SynonymsView>("/api/products/synonyms", stop);

    public Task<ApiResult<SynonymsView>> SaveSynonymsAsync(SaveSynonymsRequest words, CancellationToken stop) =>
        SendAsync<SynonymsView>(HttpMethod.Put, "/api/products/synonyms", words, stop);

    /// <summary>The answer's shape does not matter: whoever uploads reads the product again.</summary>
    public async Task<ApiResult<Nothing>> UploadProductImageAsync(Guid id, byte[] file, string fileName, string contentType, CancellationToken stop) =>
        await caller.CallAsync(
            await session.GetIdAsync(), () => File($"/api/products/{id}/image", file, fileName, contentType), _ => Task.FromResult(default(Nothing)), stop);
}
