using System.Net;

namespace HaloAgent.AgentWorker.Agent.Llama.Endpoints;

/// <summary>A server did not answer with a completion. The text says which status and which code, never what was asked.</summary>
/// <param name="retryAfter">How long the server asks to be left alone.</param>
/// <param name="kind">Where the status alone would mislead.</param>
/// <param name="detail">Numbers that help to mend it; nothing of the chat.</param>
internal sealed class LlamaRefusedException(
    HttpStatusCode? status, string code, TimeSpan? retryAfter = null, Exception? inner = null, RefusalKind kind = RefusalKind.AsItsStatusSays, string? detail = null)
    : Exception($"The model's server answered {(status is { } known ? (int)known : 0)} {code}.", inner)
{
    public HttpStatusCode? Status => status;

    public string Code => code;

    public string? Detail => detail;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>The server is not well: overloaded, slow, gone for a moment, or what came back was no completion.</summary>
    public bool IsTransient => kind switch
    {
        RefusalKind.UnreadableAnswer or RefusalKind.OurRequest or RefusalKind.SetUpWrong => false,
        RefusalKind.StillLoading => true,
        _ => status is null or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or (HttpStatusCode)498 || (int)status >= 500 || code == "tool_use_failed",
    };

    /// <summary>May answer if it is asked again at once. A model that is being loaded will not: that takes seconds at least.</summary>
    public bool MayAnswerSoon => IsTransient && kind != RefusalKind.StillLoading;

    /// <summary>A wrong key, address, model or set-up: asking again is idle, and so is asking for the next customer.</summary>
    public bool LetsNobodyIn => kind == RefusalKind.SetUpWrong || status is HttpStatusCode.Unauthorized or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden or HttpStatusCode.NotFound;

    /// <summary>The model answered, and its server could make nothing of it: the fault of this one answer, while the server is well.</summary>
    public bool IsUnreadableAnswer => kind == RefusalKind.UnreadableAnswer;
}

internal enum RefusalKind
{
    AsItsStatusSays,
    UnreadableAnswer,
    OurRequest,
    SetUpWrong,
    StillLoading,
}
