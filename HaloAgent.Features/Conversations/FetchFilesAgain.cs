using HaloAgent.Data;
using HaloAgent.Media;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>
/// A member wants a file that could not be fetched: the conversation's actor asks the provider once more. What comes of it stands beside
/// the message; asking again while it is fetched keeps nothing twice.
/// </summary>
public sealed class FetchFilesAgain(HaloDbContext db, IGrainReach reach)
{
    public static readonly Failure NoSuchMessage = Failure.NotFound("message");

    public static readonly Failure NothingToFetch = Failure.Conflict("nothing_to_fetch", "No file of this message can be fetched again.");

    public static readonly Failure NoAgent = new(FailureKind.Busy, "agent_away", "The agent cannot be reached at the moment. Try again in a minute.");

    public async Task<Outcome<Guid>> HandleAsync(Guid businessId, Guid conversationId, long messageId, CancellationToken cancellationToken)
    {
        var message = await db.Messages.AsNoTracking()
            .Where(m => m.Id == messageId && m.ConversationId == conversationId && m.BusinessId == businessId && m.Direction == MessageDirection.Inbound)
            .Select(m => new { m.FailureCode }).FirstOrDefaultAsync(cancellationToken);
        if (message is null) return NoSuchMessage;
        if (message.FailureCode != NoteMissingFiles.MayComeCode) return NothingToFetch;
        if (reach.Grains is not { } grains) return NoAgent;

        await grains.GetGrain<IConversationGrain>(conversationId).FetchFiles(messageId);
        return conversationId;
    }
}
