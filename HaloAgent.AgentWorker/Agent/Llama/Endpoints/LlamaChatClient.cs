using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaloAgent.AgentWorker.Agent.Llama.Replies;
using Microsoft.Extensions.AI;

namespace HaloAgent.AgentWorker.Agent.Llama.Endpoints;

/// <summary>
/// One endpoint as an <see cref="IChatClient"/>: one POST to <c>/chat/completions</c>, no streaming, no retries of its own
/// (<see cref="LlamaRouter"/> decides about those). Everything a server may do differently is mended by
/// <see cref="LlamaReplyNormaliser"/>.
/// </summary>
internal sealed class LlamaChatClient(HttpClient http, LlamaEndpoint endpoint, TimeProvider time) : IChatClient
{
    /// <summary>Longer answers are no chat; reading them would only fill memory.</summary>
    private const int LongestAnswer = 1024 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly Uri address = new(endpoint.Url.TrimEnd('/') + "/chat/completions");

    /// <exception cref="LlamaRefusedException">No completion came back.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        var offered = LlamaRequest.Offered(options);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(LlamaRequest.Of(sent, options, endpoint.Model))) { Headers = { ContentType = Json } },
        };
        if (!string.IsNullOrWhiteSpace(endpoint.ApiKey)) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", endpoint.ApiKey);

        var (response, body) = await SendAsync(request, cancellationToken);
        using (response)
        {
            var reply = response.IsSuccessStatusCode ? Read(body, offered, sent.Count) : Refused(response, body, offered, sent.Count);
            return ToResponse(reply);
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The HTTP client belongs to whoever made it.
    }

    private async Task<(HttpResponseMessage Response, string Body)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        try
        {
            response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.Content.Headers.ContentLength > LongestAnswer) throw new LlamaRefusedException(null, "answer_too_long");
            await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
            // As UTF-8 whatever the server calls it: JSON is nothing else, and a name of it that .NET does not know would throw.
            return (response, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken)).TrimStart('\uFEFF'));
        }
        catch (Exception exception)
        {
            response?.Dispose();
            if (exception is HttpRequestException or IOException) throw new LlamaRefusedException(null, "unreachable", inner: exception);
            throw;
        }
    }

    private static LlamaReply Read(string body, IReadOnlyList<OfferedTool> offered, int place)
    {
        try
        {
            return LlamaReplyNormaliser.Read(body, offered, place);
        }
        catch (JsonException exception)
        {
            // Also an error that came with status 200 (Ollama, in the middle of a stream).
            throw new LlamaRefusedException(null, "not_a_completion", inner: exception);
        }
    }

    private LlamaReply Refused(HttpResponseMessage response, string body, IReadOnlyList<OfferedTool> offered, int place)
    {
        if (response.StatusCode == HttpStatusCode.BadRequest && Refusal.FailedGeneration(body) is { } failed
            && LlamaReplyNormaliser.ReadFailedGeneration(failed, offered, place) is { } salvaged)
        {
            return salvaged;
        }

        throw Refusal.Of(response.StatusCode, body, RetryAfter(response.Headers.RetryAfter));
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero : null);

    private ChatResponse ToResponse(LlamaReply reply)
    {
        List<AIContent> contents = reply.Text is { } text ? [new TextContent(text)] : [];
        contents.AddRange(reply.Calls.Select(call => new FunctionCallContent(call.Id, call.Name, call.Arguments.ToDictionary(argument => argument.Key, argument => ToValue(argument.Value)))));
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, contents))
        {
            ModelId = reply.Model ?? endpoint.Model,
            FinishReason = reply.Calls.Count > 0 ? ChatFinishReason.ToolCalls : reply.CutOff ? ChatFinishReason.Length : ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = reply.PromptTokens, OutputTokenCount = reply.CompletionTokens },
            AdditionalProperties = new AdditionalPropertiesDictionary { [Repairs] = string.Join(", ", reply.Repairs.Distinct()) },
        };
        if (reply.CutOff) response.AdditionalProperties[CutOff] = true;
        return response;
    }

    /// <summary>Key of a response that ran into its length limit, calls or not.</summary>
    public const string CutOff = "halo.cut-off";

    /// <summary>Key of what was mended in a response.</summary>
    public const string Repairs = "halo.repairs";

    private static object? ToValue(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node is null ? null : JsonSerializer.SerializeToElement(node);
}
