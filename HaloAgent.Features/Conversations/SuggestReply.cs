using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HaloAgent.Conversations;

/// <summary>
/// A draft for a member: what the agent would answer to what stands unanswered, if it can be said without doing anything; else the
/// template of the open request for a person. Nothing is sent and nothing changes.
/// </summary>
public sealed partial class SuggestReply(HaloDbContext db, IGrainReach reach, BriefThePerson brief, TimeProvider time, ILogger<SuggestReply> logger)
{
    /// <summary>The agent needs milliseconds for it; a member who waits longer writes themselves.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<Outcome<ReplyDraft>> HandleAsync(Guid businessId, Guid conversationId, CancellationToken cancellationToken)
    {
        if (!await db.Conversations.AnyAsync(c => c.Id == conversationId && c.BusinessId == businessId, cancellationToken))
        {
            return TakeOverConversation.NoSuchConversation;
        }

        return await AskAgentAsync(conversationId, cancellationToken) is { } drafted
            ? new ReplyDraft(drafted, ByAgent: true)
            : new ReplyDraft(await TemplateAsync(businessId, conversationId, cancellationToken), ByAgent: false);
    }

    private async Task<string?> AskAgentAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        try
        {
            return reach.Grains is { } grains
                ? await grains.GetGrain<IConversationGrain>(conversationId).DraftReply().WaitAsync(Patience, time, cancellationToken)
                : null;
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            Log.NotDrafted(logger, exception, conversationId);
            return null;
        }
    }

    private async Task<string> TemplateAsync(Guid businessId, Guid conversationId, CancellationToken cancellationToken)
    {
        var reason = await db.Escalations.AsNoTracking()
            .Where(e => e.ConversationId == conversationId && e.BusinessId == businessId && e.ResolvedAt == null)
            .OrderByDescending(e => e.OpenedAt).Select(e => (EscalationReason?)e.Reason).FirstOrDefaultAsync(cancellationToken);
        var known = await brief.HandleAsync(businessId, conversationId, reason ?? EscalationReason.Other, language: null, cancellationToken);
        return known?.SuggestedReply ?? "";
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The agent drafted no reply in conversation {ConversationId}; the template is offered")]
        public static partial void NotDrafted(ILogger logger, Exception exception, Guid conversationId);
    }
}

/// <param name="ByAgent">False: the template for the reason why a person is needed.</param>
public sealed record ReplyDraft(string Text, bool ByAgent);
