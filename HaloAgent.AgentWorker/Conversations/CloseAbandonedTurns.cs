using HaloAgent.AgentWorker.Media;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Closes the turn that a take-over cut off. Nothing of its reply is sent, but what it had already done (an order placed, a claim
/// noted) is told to the customer.
/// </summary>
internal sealed class CloseAbandonedTurns(IServiceScopeFactory scopes, ShopCache shops, TellEffects effects, KeepHeldMedia media, TimeProvider time)
{
    public async Task HandleAsync(ConversationSnapshot conversation, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HaloDbContext>();
        var abandoned = await db.Turns
            .Where(t => t.ConversationId == conversation.Id && t.BusinessId == conversation.BusinessId && t.Status == TurnStatus.Running)
            .Select(t => t.Id).ToListAsync(cancellationToken);
        if (abandoned.Count == 0)
        {
            return;
        }

        // Before they are closed: after a crash in between nobody would look for the files of a closed turn. Fetched twice is kept once.
        foreach (var turnId in abandoned) await media.OfTurnAsync(conversation, turnId, cancellationToken);

        var shop = await shops.GetAsync(conversation.BusinessId, cancellationToken);
        var queue = scope.ServiceProvider.GetRequiredService<QueueMessage>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var turnId in abandoned)
        {
            var closed = await CloseAsync(db, turnId, cancellationToken);
            var told = closed ? await effects.HandleAsync(turnId, shop.Business, conversation.Language, cancellationToken) : [];
            for (var i = 0; i < told.Count; i++)
            {
                await queue.HandleAsync(
                    new OutboundDraft(
                        conversation.BusinessId, conversation.Id, MessageAuthor.System, Actor.System.Name, MessageContent.OfText(told[i]),
                        $"effect:{turnId:N}:{i}", turnId),
                    cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<bool> CloseAsync(HaloDbContext db, Guid turnId, CancellationToken cancellationToken) =>
        await db.Turns.Where(t => t.Id == turnId && t.Status == TurnStatus.Running).ExecuteUpdateAsync(
            set => set
                .SetProperty(t => t.Status, TurnStatus.Closed)
                .SetProperty(t => t.BrainReason, "A person took the chat over")
                .SetProperty(t => t.CompletedAt, time.GetUtcNow()),
            cancellationToken) == 1;
}
