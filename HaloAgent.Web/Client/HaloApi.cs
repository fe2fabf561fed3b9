using System.Net.Http.Headers;
using System.Text.Json;

namespace HaloAgent.Web.Client;

/// <summary>The Api as the pages see it: one method an endpoint, grouped by feature in the other parts of this class.</summary>
internal sealed partial class HaloApi(ApiCaller caller, CurrentSession session)
{
    private async Task<ApiResult<T>> GetAsync<T>(string path, CancellationToken stop) =>
        await caller.CallAsync(await session.GetIdAsync(), () => new(HttpMethod.Get, path), ReadAsync<T>, stop);

    private async Task<ApiResult<ApiPage<T>>> GetPageAsync<T>(string path, CancellationToken stop) =>
        await caller.CallAsync(
            await session.GetIdAsync(),
            () => new(HttpMethod.Get, path),
            async response => new ApiPage<T>(await ReadAsync<List<T>>(response), NextLink.CursorOf(response.Headers)),
            stop);

    private async Task<ApiResult<T>> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken stop) =>
        await caller.CallAsync(await session.GetIdAsync(), () => Json(method, path, body), ReadAsync<T>, stop);

    private async Task<ApiResult<Nothing>> SendAsync(HttpMethod method, string path, object? body, CancellationToken stop) =>
        await caller.CallAsync(await session.GetIdAsync(), () => Json(method, path, body), _ => Task.FromResult(default(Nothing)), stop);

    private async Task<ApiResult<T>> UploadAsync<T>(string path, byte[] file, string fileName, string contentType, CancellationToken stop) =>
        await caller.CallAsync(await session.GetIdAsync(), () => File(path, file, fileName, contentType), ReadAsync<T>, stop);

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<T>() ?? throw new JsonException("The Api answered with an empty body.");

    private static HttpRequestMessage Json(HttpMethod method, string path, object? body) =>
        new(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType()) };

    private static HttpRequestMessage File(string path, byte[] file, string fileName, string contentType)
    {
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = MediaTypeHeaderValue.TryParse(contentType, out var type) ? type : new("application/octet-stream");
        return new(HttpMethod.Post, path) { Content = new MultipartFormDataContent { { part, "file", fileName } } };
    }
}
