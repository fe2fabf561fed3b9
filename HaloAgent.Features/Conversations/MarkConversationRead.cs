using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using HaloAgent.Live;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>A member has looked at the conversation: nothing in it is unread.</summary>
public sealed class MarkConversationRead(HaloDbContext db, ILiveEvents live)
{
    public async Task<Outcome<Guid>> HandleAsync(Guid businessId, Guid conversationId, CancellationToken cancellationToken)
    {
        var mine = db.Conversations.Where(c => c.Id == conversationId && c.BusinessId == businessId);
        if (await mine.Where(c => c.UnreadCount > 0).ExecuteUpdateAsync(set => set.SetProperty(c => c.UnreadCount, 0), cancellationToken) > 0)
        {
            live.Publish(new LiveEvent(LiveEventKinds.ConversationChanged, businessId, conversationId));
            return conversationId;
        }

        return await mine.AnyAsync(cancellationToken) ? conversationId : TakeOverConversation.NoSuchConversation;
    }
}
