using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>A request as the shop's server received it.</summary>
internal sealed record RecordedRequest(string Url, string? Signature, string? IdempotencyToken, IReadOnlyDictionary<string, string> Form)
{
    public string this[string field] => Form.TryGetValue(field, out var value) ? value : "";
}

/// <summary>Stands where our Api stands: records what it is sent, and answers what the test wants.</summary>
internal sealed class RecordingApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private RecordingApi()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/pictures/{name}", (string name) => Results.Bytes("a picture"u8.ToArray(), name.EndsWith(".png", StringComparison.Ordinal) ? "image/png" : "image/jpeg"));
        _app.MapFallback(RecordAsync);
    }

    public string BaseUrl => _app.Urls.Single();

    public string StatusUrl => BaseUrl + "/webhooks/whatsapp/status?m=42&note=a%20b";

    public RecordedRequest[] Requests => [.. _requests];

    /// <summary>What a webhook is answered with.</summary>
    public int Status { get; set; } = 200;

    public string Answer { get; set; } = """<?xml version="1.0" encoding="UTF-8"?><Response/>""";

    /// <summary>Runs while a request is being answered.</summary>
    public Func<RecordedRequest, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    public static async Task<RecordingApi> StartAsync()
    {
        var api = new RecordingApi();
        await api._app.StartAsync();
        return api;
    }

    /// <summary>The first <paramref name="count"/> requests, as soon as they are there.</summary>
    public async Task<RecordedRequest[]> TakeAsync(int count)
    {
        for (var arrived = 0; arrived < count; arrived++)
        {
            Assert.True(
                await _arrived.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken),
                $"Waited for {count} requests, {arrived} came: {string.Join(", ", Requests.Select(request => request["MessageStatus"]))}");
        }

        return [.. Requests.Take(count)];
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task RecordAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var request = new RecordedRequest(
            BaseUrl + http.Request.Path + http.Request.QueryString,
            http.Request.Headers["X-Twilio-Signature"],
            http.Request.Headers["I-Twilio-Idempotency-Token"],
            form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        _requests.Enqueue(request);
        await Meanwhile(request);
        http.Response.StatusCode = Status;
        http.Response.ContentType = "text/xml";
        await http.Response.WriteAsync(Answer);
        _arrived.Release();
    }
}
