using HaloAgent.Simulators.Twilio.Inbound;
using HaloAgent.Simulators.Twilio.Media;
using HaloAgent.Simulators.Twilio.Templates;

namespace HaloAgent.Simulators.Twilio.Messages;

/// <summary>One message in either direction, as the provider remembers it. Changes by its own methods, safe from any thread.</summary>
internal sealed class SimulatedMessage
{
    private readonly Lock _lock = new();
    private readonly List<MessageStep> _steps = [];
    private bool _isDelivered;
    private bool _isRead;

    public required string Sid { get; init; }

    /// <summary>Twilio's word: <c>inbound</c>, <c>outbound-api</c>, <c>outbound-reply</c>.</summary>
    public required string Direction { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? MessagingServiceSid { get; init; }

    public string? StatusCallback { get; init; }

    public IReadOnlyList<SimulatedMedia> Media { get; init; } = [];

    public SharedLocation? Location { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public string? RepliedSid { get; init; }

    public bool Forwarded { get; init; }

    /// <summary>The webhook form of an inbound message, kept so that it can be sent again unchanged.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> WebhookForm { get; init; } = [];

    public bool IsInbound => Direction == "inbound";

    public string Customer => IsInbound ? From : To;

    public string Shop => IsInbound ? To : From;

    public string Status { get; private set; } = MessageStatus.Queued;

    public int? ErrorCode { get; private set; }

    public string? ErrorMessage => ErrorCode is { } code ? TwilioErrors.AsynchronousMessage(code) : null;

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>The phone page has shown it.</summary>
    public bool Shown { get; private set; }

    /// <summary>For an inbound message: what became of the webhook.</summary>
    public WebhookState Webhook { get; private set; } = WebhookState.None;

    public string? WebhookProblem { get; private set; }

    /// <summary>What happened to it, oldest first: statuses, callbacks and webhook attempts.</summary>
    public MessageStep[] Steps
    {
        get
        {
            lock (_lock)
            {
                return [.. _steps];
            }
        }
    }

    public void Advance(string status, DateTimeOffset at, int? errorCode = null)
    {
        lock (_lock)
        {
            if (MessageStatus.Rank(status) < MessageStatus.Rank(Status))
            {
                return;
            }

            Status = status;
            ErrorCode = errorCode ?? ErrorCode;
            UpdatedAt = at;
            SentAt ??= MessageStatus.Rank(status) >= MessageStatus.Rank(MessageStatus.Sent) ? at : null;
        }
    }

    /// <summary>Notes that a person has seen it. True when the read receipt is due now; never twice.</summary>
    public bool Show()
    {
        lock (_lock)
        {
            Shown = true;
            return IsReadDue();
        }
    }

    /// <summary>Notes that <em>delivered</em> has been called back. True when the read receipt is due now; never twice.</summary>
    public bool FinishDelivery(bool readAtOnce)
    {
        lock (_lock)
        {
            _isDelivered = true;
            Shown |= readAtOnce;
            return IsReadDue();
        }
    }

    public void NoteWebhook(WebhookState state, string? problem, DateTimeOffset at)
    {
        lock (_lock)
        {
            Webhook = state;
            WebhookProblem = problem;
            UpdatedAt = at;
        }
    }

    /// <summary>Keeps the last few steps, enough to explain and too few to fill the memory.</summary>
    public void Note(MessageStep step)
    {
        lock (_lock)
        {
            if (_steps.Count == 12)
            {
                _steps.RemoveAt(0);
            }

            _steps.Add(step);
        }
    }

    private bool IsReadDue()
    {
        var due = Shown && _isDelivered && !_isRead;
        _isRead |= due;
        return due;
    }
}

/// <summary>One thing that happened to a message. <paramref name="Answer"/> is the HTTP status our Api gave, 0 when there was none.</summary>
internal sealed record MessageStep(DateTimeOffset At, string What, int? Answer, string? Problem);

internal enum WebhookState
{
    None,
    Sending,
    Accepted,
    Failed,
}
