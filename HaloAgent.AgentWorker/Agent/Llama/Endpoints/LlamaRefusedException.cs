using System.Net;

namespace HaloAgent.AgentWorker.Agent.Llama.Endpoints;

/// <summary>A server did not answer with a completion. The text says which status and which code, never what was asked.</summary>
/// <param name="retryAfter">How long the server asks to be left alone.</param>
internal sealed class LlamaRefusedException(HttpStatusCode? status, string code, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception($"The model's server answered {(status is { } known ? (int)known : 0)} {code}.", inner)
{
    public HttpStatusCode? Status => status;

    public string Code => code;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>May answer if asked again: overloaded, slow, gone for a moment, or what came back was no completion.</summary>
    public bool IsTransient => status is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)498 || (int)status >= 500 || code == "tool_use_failed";

    /// <summary>A wrong key, address or model: asking again is idle, and so is asking for the next customer.</summary>
    public bool LetsNobodyIn => status is HttpStatusCode.Unauthorized or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
}
