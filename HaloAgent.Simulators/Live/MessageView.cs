using HaloAgent.Simulators.Twilio.Inbound;
using HaloAgent.Simulators.Twilio.Messages;
using HaloAgent.Simulators.Twilio.Templates;

namespace HaloAgent.Simulators.Live;

/// <summary>A message as the phone page shows it. <c>Webhook</c> speaks of an inbound message, <c>Status</c> of an outbound one.</summary>
internal sealed record MessageView(
    string Sid,
    bool Inbound,
    string Customer,
    string Shop,
    string Body,
    DateTimeOffset At,
    string Status,
    int? ErrorCode,
    string? ErrorMessage,
    bool Shown,
    string? RepliedSid,
    bool Forwarded,
    SharedLocation? Location,
    IReadOnlyList<MediaView> Media,
    IReadOnlyList<Choice> Choices,
    string Webhook,
    string? WebhookProblem,
    MessageStep[] Steps)
{
    public static MessageView Of(SimulatedMessage message) => new(
        message.Sid,
        message.IsInbound,
        message.Customer,
        message.Shop,
        message.Body,
        message.At,
        message.Status,
        message.ErrorCode,
        message.ErrorMessage,
        message.Shown,
        message.RepliedSid,
        message.Forwarded,
        message.Location,
        [.. message.Media.Select(media => new MediaView(media.Sid, media.ContentType, media.FileName, media.Length, media.Problem))],
        message.Choices,
        Word(message.Webhook),
        message.WebhookProblem,
        message.Steps);

    private static string Word(WebhookState state) => state switch
    {
        WebhookState.Sending => "sending",
        WebhookState.Accepted => "accepted",
        WebhookState.Failed => "failed",
        _ => "none",
    };
}

internal sealed record MediaView(string Sid, string ContentType, string? FileName, long Length, string? Problem);
