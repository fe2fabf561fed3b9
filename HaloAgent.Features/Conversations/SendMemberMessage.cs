using HaloAgent.Data;
using HaloAgent.Messaging;

namespace HaloAgent.Conversations;

/// <summary>A member writes to the customer. Writing takes the chat over: two voices at once would confuse everyone.</summary>
public sealed class SendMemberMessage(HaloDbContext db, TakeOverConversation takeOver, QueueMessage queue)
{
    /// <param name="clientId">Made by the client: a repeated request sends nothing twice.</param>
    /// <returns>The message's id, or null when this client id was sent before.</returns>
    public Task<Outcome<long?>> HandleAsync(
        Guid businessId, Guid conversationId, Actor member, string text, Guid clientId, CancellationToken cancellationToken) =>
        db.InTransactionAsync<long?>(
            async () =>
            {
                var taken = await takeOver.HandleAsync(businessId, conversationId, member, cancellationToken);
                if (!taken.Succeeded)
                {
                    return taken.Failure;
                }

                return await queue.HandleAsync(
                    new OutboundDraft(
                        businessId, conversationId, MessageAuthor.Owner, member.Name, MessageContent.OfText(text),
                        $"member:{conversationId:N}:{clientId:N}"),
                    cancellationToken);
            },
            cancellationToken);
}
