using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using HaloAgent.Live;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Media;

/// <summary>Writes beside a customer's message why a file of it is not kept, for the owner to read; or that all are there by now.</summary>
public sealed class NoteMissingFiles(HaloDbContext db, ILiveEvents live)
{
    /// <summary>Asking the provider once more may help.</summary>
    public const string MayComeCode = "file_not_fetched";

    /// <summary>It will never be kept: too large, or of a kind that is not accepted.</summary>
    public const string RefusedCode = "file_refused";

    /// <param name="why">A sentence for the owner; null: nothing is missing.</param>
    public async Task HandleAsync(Guid businessId, Guid conversationId, long messageId, string? why, bool mayCome, CancellationToken cancellationToken)
    {
        var code = why is null ? null : mayCome ? MayComeCode : RefusedCode;
        var changed = await db.Messages
            .Where(m => m.Id == messageId && m.ConversationId == conversationId && m.Direction == Messaging.MessageDirection.Inbound && m.FailureReason != why)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.FailureCode, code).SetProperty(m => m.FailureReason, why), cancellationToken);
        if (changed > 0)
        {
            live.Publish(new LiveEvent(LiveEventKinds.MessageChanged, businessId, conversationId));
        }
    }
}
