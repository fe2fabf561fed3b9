using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace HaloAgent.AgentWorker.Agent.Llama.Endpoints;

/// <summary>Asks the endpoints in their order of preference until one answers. How long all of it may take is the caller's token.</summary>
internal sealed partial class LlamaRouter(IHttpClientFactory http, IOptions<LlamaOptions> options, TimeProvider time, ILogger<LlamaRouter> logger) : IChatClient
{
    /// <summary>Name of the HTTP client: it has no resilience of its own.</summary>
    public const string HttpClientName = "llama";

    /// <summary>Key of what an answer cost, in US dollars.</summary>
    public const string Cost = "halo.cost";

    private readonly IReadOnlyList<GuardedEndpoint> endpoints =
    [
        .. options.Value.All.Select(endpoint => new GuardedEndpoint(endpoint, new LlamaChatClient(http.CreateClient(HttpClientName), endpoint, time), options.Value, time)),
    ];

    /// <exception cref="ModelUnavailableException">None of them answered.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        List<string> why = [];
        foreach (var (endpoint, place) in endpoints.Select((endpoint, place) => (endpoint, place)))
        {
            if (endpoint.Rests)
            {
                why.Add("rests");
                continue;
            }

            try
            {
                var response = await endpoint.AskAsync(sent, options, cancellationToken);
                (response.AdditionalProperties ??= [])[Cost] = endpoint.CostOf(response.Usage);
                return response;
            }
            catch (Exception exception) when (exception is LlamaRefusedException or BrokenCircuitException or TimeoutRejectedException)
            {
                why.Add(WordFor(exception));
                Log.NotAnswered(logger, place + 1, why[^1]);
            }
        }

        throw new ModelUnavailableException(string.Join(", ", why));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static string WordFor(Exception exception) => exception switch
    {
        BrokenCircuitException => "left alone after failures",
        TimeoutRejectedException => "too slow",
        LlamaRefusedException { IsUnreadableAnswer: true } => "its server could not read what it wrote",
        LlamaRefusedException { Status: { } status } refused => $"{(int)status} {refused.Code}{(refused.Detail is { } detail ? $": {detail}" : "")}",
        LlamaRefusedException refused => refused.Code,
        _ => "failed",
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Llama endpoint {Place} did not answer: {Why}")]
        public static partial void NotAnswered(ILogger logger, int place, string why);
    }
}

/// <summary>No endpoint answered; the guided brain answers instead.</summary>
internal sealed class ModelUnavailableException(string why, Exception? inner = null) : Exception($"The model is not available: {why}.", inner)
{
    public string Why => why;
}
