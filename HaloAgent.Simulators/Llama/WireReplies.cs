using System.Globalization;
using System.Text;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama;

/// <summary>Sends an answer, or fails to, exactly as it was decided.</summary>
internal static class WireReplies
{
    public static async Task SendAsync(HttpContext http, WireReply reply)
    {
        switch (reply)
        {
            case WireReply.Json json:
                if (json.RetryAfterSeconds is { } seconds)
                {
                    http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                }

                await WriteAsync(http, json.Body.Written(), json.Status, "application/json");
                break;
            case WireReply.Raw raw:
                await WriteAsync(http, raw.Body, raw.Status, raw.ContentType);
                break;
            case WireReply.Hang:
                await HangAsync(http.RequestAborted);
                break;
            case WireReply.Drop drop:
                await DropAsync(http, drop.SentBefore);
                break;
        }
    }

    private static async Task WriteAsync(HttpContext http, string body, int status, string contentType)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static async Task HangAsync(CancellationToken gone)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = gone.Register(over.SetResult);
        await over.Task;
    }

    private static async Task DropAsync(HttpContext http, string sentBefore)
    {
        if (sentBefore.Length > 0)
        {
            http.Response.ContentType = "application/json";
            // More is promised than will come.
            http.Response.ContentLength = Encoding.UTF8.GetByteCount(sentBefore) + 1_000;
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(sentBefore), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }

        http.Abort();
    }
}
