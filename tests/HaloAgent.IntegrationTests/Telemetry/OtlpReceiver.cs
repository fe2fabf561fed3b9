using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HaloAgent.IntegrationTests.Telemetry;

/// <summary>
/// Takes OTLP over HTTP (protobuf), as a collector would, and keeps it. Source: opentelemetry.io/docs/specs/otlp.
/// </summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private OtlpReceiver(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>Every body as it came, by path (<c>/v1/traces</c>, <c>/v1/logs</c>, <c>/v1/metrics</c>).</summary>
    public ConcurrentQueue<(string Path, byte[] Body)> Received { get; } = [];

    public IEnumerable<OtlpSpan> Spans => Received.Where(one => one.Path == "/v1/traces").SelectMany(one => OtlpTraces.Read(one.Body));

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(app);
        app.MapPost("/v1/{signal}", receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        Received.Enqueue((request.Path.Value!, body.ToArray()));
        return TypedResults.Bytes([], "application/x-protobuf");
    }
}
