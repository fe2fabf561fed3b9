using System.ComponentModel.DataAnnotations;
using HaloAgent.Contracts.Contacts;

namespace HaloAgent.Contracts.Conversations;

/// <param name="Channel">whatsapp_twilio or web_chat.</param>
/// <param name="HeldBy">Name of the member who has taken the chat over; null while the agent answers.</param>
/// <param name="Attention">Why it needs a person (escalation reason), or null.</param>
/// <param name="WindowClosesAt">Until when WhatsApp lets us write freely; null for channels without a window.</param>
/// <param name="HandBack">The last one; only where one conversation is read.</param>
/// <param name="Escalations">The open requests for a person, oldest first; only where one conversation is read.</param>
/// <param name="MessagesRemovedUntil">Older messages were deleted because of their age, the newest of them from this time; null: none was.</param>
public sealed record ConversationView(
    Guid Id, string Channel, ContactBadge Contact, string? LastMessage, string? LastAuthor, DateTimeOffset? LastMessageAt, int UnreadCount,
    string? HeldBy, string? Attention, DateTimeOffset? AttentionSince, string Language, bool OptedOut, DateTimeOffset? WindowClosesAt,
    IReadOnlyList<EscalationView>? Escalations = null, HandBackView? HandBack = null, DateTimeOffset? MessagesRemovedUntil = null)
{
    /// <summary>A message of it was given up lately, and no member has seen to that.</summary>
    public bool Undelivered { get; init; }
}

/// <summary>The last time a member gave the chat back to the agent.</summary>
/// <param name="Summary">What that member and the customer said meanwhile, in lines, shortened.</param>
public sealed record HandBackView(string By, DateTimeOffset At, string Summary);

/// <summary>A draft for the message box: <c>POST /api/conversations/{id}/suggest-reply</c>. It is not sent.</summary>
/// <param name="Source">agent: what it would answer; template: for the reason why a person is needed.</param>
public sealed record ReplyDraftView(string Text, string Source);

/// <summary>An open request for a person.</summary>
/// <param name="Reason">As <see cref="ConversationView.Attention"/>.</param>
/// <param name="Summary">What a person has to know to go on, in lines.</param>
/// <param name="SuggestedReply">In the customer's language, to be edited before it is sent.</param>
public sealed record EscalationView(Guid Id, string Reason, string? Detail, string? Summary, string? SuggestedReply, DateTimeOffset OpenedAt);

/// <param name="Direction">inbound or outbound.</param>
/// <param name="Author">customer, agent, owner or system.</param>
/// <param name="Kind">text, image, voice, audio, video, document, location, button, list_choice, contact_card, sticker, unsupported.</param>
/// <param name="Status">inbound: received or answered; outbound: queued, sending, sent, delivered, read, failed, unknown, withdrawn.</param>
/// <param name="FailureReason">A plain sentence with the next step, or null. Inbound: why a file of it is not kept.</param>
/// <param name="TurnId">The turn that answered or wrote it: opens the explanation.</param>
public sealed record MessageView(
    string Id, string Direction, string Author, string? AuthorName, string Kind, string Content, string? MediaUrl, string? MediaType, string Status,
    string? FailureReason, DateTimeOffset CreatedAt, Guid? TurnId, MessageContextView? Context)
{
    /// <summary>The other files of a message that carries several; the first one is <see cref="MediaUrl"/>.</summary>
    public IReadOnlyList<MediaView> MoreMedia { get; init; } = [];

    /// <summary>It was given up, and nobody has said yet that they have seen to it: <c>POST …/failed-messages/seen</c>.</summary>
    public bool FailureWaits { get; init; }

    /// <summary>How often the provider was asked in vain for a file of it.</summary>
    public int FetchAttempts { get; init; }

    /// <summary>A file of it is missing, and <c>POST …/messages/{id}/fetch-files</c> may bring it.</summary>
    public bool MayFetchFiles { get; init; }
}

/// <param name="Type">Content type.</param>
public sealed record MediaView(string Url, string Type);

/// <summary>What came with a message besides its words.</summary>
public sealed record MessageContextView(
    string? QuotedText, bool Forwarded, string? AdHeadline, string? AdUrl, double? Latitude, double? Longitude, string? LocationLabel)
{
    /// <summary>An advertisement brought the customer, whether or not it has a headline.</summary>
    public bool FromAd { get; init; }
}

public sealed record SendMessageRequest
{
    [Required, StringLength(1600, MinimumLength = 1)]
    public required string Text { get; init; }

    /// <summary>Made by the client, so that a repeated request sends nothing twice.</summary>
    public Guid? ClientId { get; init; }
}

/// <summary>Body of <c>POST /api/conversations/{id}/failed-messages/seen</c>.</summary>
public sealed record FailedMessagesSeenRequest
{
    /// <summary>The ids of those that were shown; others of the chat wait on.</summary>
    [Required, MinLength(1), MaxLength(1000)]
    public required IReadOnlyList<long> Messages { get; init; }
}

public sealed record HandBackRequest
{
    /// <summary>For the team, not for the customer.</summary>
    [StringLength(500)]
    public string? Note { get; init; }
}

/// <summary>Why the agent said it: <c>GET /api/conversations/{id}/turns/{turnId}</c>.</summary>
/// <param name="Heard">What the customer wrote, in order; what is no text stands as its kind in brackets.</param>
/// <param name="Replies">What was answered, in order.</param>
/// <param name="ExplanationRemovedAt">When steps, intent and reason were deleted because of their age; null: they are kept.</param>
public sealed record TurnView(
    Guid Id, DateTimeOffset StartedAt, DateTimeOffset? CompletedAt, string Status, string? Brain, string? BrainReason, string? Language,
    string? Intent, double? Confidence, int Attempts, IReadOnlyList<TurnStepView> Steps, ModelUseView? Model = null,
    IReadOnlyList<string>? Heard = null, IReadOnlyList<string>? Replies = null, DateTimeOffset? ExplanationRemovedAt = null)
{
    /// <summary>0 to 1; 0: the words alone told no language. Null: it was not read from them, because the customer had asked for it.</summary>
    public double? LanguageConfidence { get; init; }
}

/// <summary>What a language model did for a turn.</summary>
/// <param name="Name">As its server names it.</param>
/// <param name="Milliseconds">Waited for it, all calls together.</param>
/// <param name="CostUsd">By the prices configured when the turn was made; 0 for an own machine.</param>
public sealed record ModelUseView(string Name, int Calls, int PromptTokens, int CompletionTokens, double Milliseconds, decimal CostUsd);

public sealed record TurnStepView(int Ordinal, string Kind, string Name, string? Arguments, string? Result, DateTimeOffset At, double DurationMs);
