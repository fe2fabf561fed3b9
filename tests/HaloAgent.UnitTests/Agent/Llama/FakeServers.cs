using System.Collections.Concurrent;
using System.Net;
using System.Text;
using HaloAgent.AgentWorker.Agent.Llama.Endpoints;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>Model servers in memory: by host name, what each answers next; the last answer is repeated.</summary>
internal sealed class FakeServers : HttpMessageHandler, IHttpClientFactory
{
    private readonly Dictionary<string, Queue<Func<CancellationToken, Task<HttpResponseMessage>>>> answers = [];

    public ConcurrentQueue<(string Host, string Body)> Asked { get; } = new();

    public const string Fine = """{"model":"m","choices":[{"message":{"role":"assistant","content":"Fine."},"finish_reason":"stop"}],"usage":{"prompt_tokens":1000,"completion_tokens":100}}""";

    public FakeServers Answers(string host, int status, string body, int? retryAfter = null) => Answers(host, _ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is { } seconds) response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return Task.FromResult(response);
    });

    public FakeServers Answers(string host, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        if (!answers.TryGetValue(host, out var queue)) answers[host] = queue = new();
        queue.Enqueue(answer);
        return this;
    }

    public LlamaRouter Router(TimeProvider? time = null, Action<LlamaOptions>? configure = null)
    {
        var options = new LlamaOptions();
        foreach (var host in answers.Keys) options.Endpoints.Add(new LlamaEndpoint { Url = $"http://{host}/v1", Model = "m", ApiKey = "key", InputPrice = 0.5m, OutputPrice = 2m });
        configure?.Invoke(options);
        return new LlamaRouter(this, Options.Create(options), time ?? TimeProvider.System, NullLogger<LlamaRouter>.Instance);
    }

    public static Task<ChatResponse> AskAsync(LlamaRouter router, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        router.GetResponseAsync([new ChatMessage(ChatRole.User, "hello")], options, cancellationToken);

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var host = request.RequestUri!.Host;
        Asked.Enqueue((host, await request.Content!.ReadAsStringAsync(cancellationToken)));
        Func<CancellationToken, Task<HttpResponseMessage>> answer;
        lock (answers) answer = answers[host].Count > 1 ? answers[host].Dequeue() : answers[host].Peek();
        return await answer(cancellationToken);
    }
}
