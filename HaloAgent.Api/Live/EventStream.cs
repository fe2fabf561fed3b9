using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace HaloAgent.Api.Live;

/// <summary>A server-sent event stream, written by hand: the heartbeat is a comment, which the framework's writer cannot send.</summary>
internal sealed class EventStream(HttpContext context)
{
    /// <summary>Proxies close what is silent for a minute.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task OpenAsync(CancellationToken stop)
    {
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await CommentAsync(stop);
    }

    public async Task SendAsync<T>(string name, T data, CancellationToken stop)
    {
        await context.Response.WriteAsync($"event: {name}\ndata: {JsonSerializer.Serialize(data, JsonSerializerOptions.Web)}\n\n", stop);
        await context.Response.Body.FlushAsync(stop);
    }

    public async Task CommentAsync(CancellationToken stop)
    {
        await context.Response.WriteAsync(":\n\n", stop);
        await context.Response.Body.FlushAsync(stop);
    }
}
