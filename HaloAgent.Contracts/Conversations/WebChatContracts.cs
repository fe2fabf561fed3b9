using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Contracts.Conversations;

/// <summary>Answer of <c>POST /api/public/businesses/{slug}/chat/visitors</c>: the token goes into the header <c>X-Halo-Visitor</c> of the calls below it.</summary>
public sealed record VisitorView(string Token);

/// <summary>Body of <c>POST /api/public/businesses/{slug}/chat/messages</c>; answered 202.</summary>
public sealed record ChatMessageRequest
{
    /// <summary>Made by the visitor's browser; the same id is stored once.</summary>
    [Required]
    public required Guid ClientId { get; init; }

    [Required, StringLength(4000, MinimumLength = 1)]
    public required string Text { get; init; }
}

/// <summary>One bubble in the visitor's chat: <c>GET …/chat/messages?after={id}</c>, oldest first.</summary>
/// <param name="Author">visitor, agent or owner.</param>
public sealed record ChatMessageView(string Id, Guid? ClientId, string Author, string Text, string? ImageUrl, DateTimeOffset At);
