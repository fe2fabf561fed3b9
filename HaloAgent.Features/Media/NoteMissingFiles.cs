using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using HaloAgent.Live;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Media;

/// <summary>Writes beside a customer's message why a file of it is not kept, for the owner to read; or that all are there by now.</summary>
public sealed class NoteMissingFiles(HaloDbContext db, ILiveEvents live)
{
    /// <summary>Asking the provider once more may help.</summary>
    public const string MayComeCode = "file_not_fetched";

    /// <summary>It will never be kept: too large, or of a kind that is not accepted.</summary>
    public const string RefusedCode = "file_refused";

    private const string NotYet = "The file is not fetched yet.";

    /// <param name="why">A sentence for the owner; null: nothing is missing.</param>
    public async Task HandleAsync(Guid businessId, Guid conversationId, long messageId, string? why, bool mayCome, CancellationToken cancellationToken)
    {
        var code = why is null ? null : mayCome ? MayComeCode : RefusedCode;
        // In vain again is news too, though the reason is the same: somebody may have asked and waits.
        var changed = await Of(businessId, conversationId, messageId).Where(m => why != null || m.FailureReason != null).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.FailureCode, code).SetProperty(m => m.FailureReason, why).SetProperty(m => m.Attempts, m => why == null ? m.Attempts : m.Attempts + 1),
            cancellationToken);
        if (changed > 0)
        {
            live.Publish(new LiveEvent(LiveEventKinds.MessageChanged, businessId, conversationId));
        }
    }

    /// <summary>Before files are fetched that no turn will look for: should that never end, a member can ask for them. Joins the context's transaction.</summary>
    /// <param name="files">How many the message carries.</param>
    public async Task ExpectAsync(Guid businessId, Guid conversationId, long messageId, int files, CancellationToken cancellationToken)
    {
        var due = await Of(businessId, conversationId, messageId)
            .Where(m => m.FailureReason == null && db.MediaAssets.Count(a => a.BusinessId == businessId && a.MessageId == m.Id) < files)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.FailureCode, MayComeCode).SetProperty(m => m.FailureReason, NotYet), cancellationToken);
        if (due > 0)
        {
            db.Announcements.Changed(LiveEventKinds.MessageChanged, businessId, conversationId);
        }
    }

    // By the conversation: while a person has the chat, the row itself names no business until it is closed.
    private IQueryable<Message> Of(Guid businessId, Guid conversationId, long messageId) => db.Messages.Where(m =>
        m.Id == messageId && m.ConversationId == conversationId && m.Direction == MessageDirection.Inbound
        && db.Conversations.Any(c => c.Id == conversationId && c.BusinessId == businessId));
}
