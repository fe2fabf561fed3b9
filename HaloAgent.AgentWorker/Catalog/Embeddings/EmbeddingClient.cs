using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HaloAgent.Catalog.Meaning;
using Microsoft.Extensions.Options;

namespace HaloAgent.AgentWorker.Catalog.Embeddings;

/// <summary>One POST to <c>/embeddings</c>, in the shape that OpenAI, Ollama, llama.cpp and vLLM share. No retries: whoever asks decides.</summary>
internal sealed class EmbeddingClient(IHttpClientFactory clients, IOptions<EmbeddingOptions> options) : ITextVectors
{
    public const string HttpClientName = "embeddings";

    /// <summary>Room for the longest vectors there are, and no more.</summary>
    public const int LongestAnswer = 32 * 1024 * 1024;

    private readonly EmbeddingOptions options = options.Value;

    public string Model => options.Model!;

    public async Task<IReadOnlyList<float[]>> ReadAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Endpoint!.TrimEnd('/') + "/embeddings")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { model = Model, input = texts, encoding_format = "float" }), Encoding.UTF8, "application/json"),
        };
        if (!string.IsNullOrWhiteSpace(options.ApiKey)) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);

        using var http = clients.CreateClient(HttpClientName);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? Read(await response.Content.ReadAsByteArrayAsync(cancellationToken), texts.Count)
                : throw new NoVectorsException($"status {(int)response.StatusCode}", IsTheTexts(response.StatusCode));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new NoVectorsException("unreachable", inner: failure);
        }
    }

    // llama.cpp says 500 to a text that is too long for it.
    private static bool IsTheTexts(HttpStatusCode status) => status is
        HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity or HttpStatusCode.InternalServerError;

    private static float[][] Read(byte[] body, int expected)
    {
        try
        {
            List<One> data = [.. (JsonSerializer.Deserialize<Answer>(body, JsonSerializerOptions.Web)?.Data ?? []).OfType<One>()];
            // Each says whose it is; their order is not promised.
            float[][] vectors = [.. data.OrderBy(one => one.Index).Select(one => one.Embedding ?? [])];
            var isComplete = data.Select(one => one.Index).Order().SequenceEqual(Enumerable.Range(0, expected)) && vectors.All(vector => vector.Length > 0 && vector.Length == vectors[0].Length);
            return isComplete ? vectors : throw new NoVectorsException("not a vector for each text");
        }
        catch (JsonException failure)
        {
            throw new NoVectorsException("not vectors", inner: failure);
        }
    }

    private sealed record Answer(IReadOnlyList<One?>? Data);

    private sealed record One(int Index, float[]? Embedding);
}
