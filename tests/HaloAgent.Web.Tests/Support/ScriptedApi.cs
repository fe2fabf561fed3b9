using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace HaloAgent.Web.Tests.Support;

/// <summary>An Api that answers what a test told it to, and remembers what it was asked. Anything untold fails the call.</summary>
internal sealed class ScriptedApi : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, Func<HttpRequestMessage, Task<HttpResponseMessage>>> _answers = new();
    private readonly ConcurrentQueue<Asked> _asked = new();

    public IReadOnlyList<Asked> AskedFor => [.. _asked];

    /// <param name="call">Method and path, without the query: <c>GET /api/orders</c>.</param>
    public ScriptedApi On(string call, Func<HttpRequestMessage, Task<HttpResponseMessage>> answer)
    {
        _answers[call] = answer;
        return this;
    }

    public ScriptedApi On(string call, object body) => On(call, _ => Task.FromResult(Ok(body)));

    public ScriptedApi On(string call, HttpStatusCode status) => On(call, _ => Task.FromResult(new HttpResponseMessage(status)));

    public ScriptedApi OnProblem(string call, HttpStatusCode status, string title, object? errors = null) =>
        On(call, _ => Task.FromResult(Problem(status, title, errors)));

    public int Count(string call) => _asked.Count(asked => asked.Call == call);

    public string BodyOf(string call) => _asked.Last(asked => asked.Call == call).Body;

    public static HttpResponseMessage Ok(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body, body.GetType()) };

    public static HttpResponseMessage Problem(HttpStatusCode status, string title, object? errors = null)
    {
        var answer = new HttpResponseMessage(status) { Content = JsonContent.Create(new { title, errors }) };
        answer.Content.Headers.ContentType = new("application/problem+json");
        return answer;
    }

    public static HttpRequestException Away() => new(HttpRequestError.ConnectionError, "connection refused");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        _asked.Enqueue(new(call, request.RequestUri.Query, body, request.Headers.Authorization?.Parameter, request.Headers.TryGetValues("X-Halo-Visitor", out var visitor) ? visitor.First() : null, request.Headers.TryGetValues("X-Forwarded-For", out var address) ? address.First() : null));
        return _answers.TryGetValue(call, out var answer) ? await answer(request) : new HttpResponseMessage(HttpStatusCode.NotImplemented);
    }
}

internal sealed record Asked(string Call, string Query, string Body, string? Token, string? Visitor, string? Address);

internal sealed class OneClient(HttpMessageHandler handler) : IHttpClientFactory
{
    public HttpClient CreateClient(string name) => new(handler, disposeHandler: false) { BaseAddress = new Uri("http://api"), Timeout = Timeout.InfiniteTimeSpan };
}
