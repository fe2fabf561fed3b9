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

        await media.HandleAsync(conversation, await CloseAsync(scope.ServiceProvider, conversation, abandoned, cancellationToken), cancellationToken);
    }

    /// <summary>The customer is told before any file is fetched: that may take minutes.</summary>
    /// <returns>The messages whose files are still to come.</returns>
    private async Task<IReadOnlyList<WaitingMessage>> CloseAsync(
        IServiceProvider services, ConversationSnapshot conversation, IReadOnlyList<Guid> abandoned, CancellationToken cancellationToken)
    {
        List<WaitingMessage> withFiles = [];
        var db = services.GetRequiredService<HaloDbContext>();
        var shop = await shops.GetAsync(conversation.BusinessId, cancellationToken);
        var queue = services.GetRequiredService<QueueMessage>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var turnId in abandoned)
        {
            var closed = await CloseAsync(db, turnId, cancellationToken);
            if (closed) withFiles.AddRange(await media.ExpectOfTurnAsync(services, conversation, turnId, cancellationToken));
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
        return withFiles;
    }

    private async Task<bool> CloseAsync(HaloDbContext db, Guid turnId, CancellationToken cancellationToken) =>
        await db.Turns.Where(t => t.Id == turnId && t.Status == TurnStatus.Running).ExecuteUpdateAsync(
            set => set
                .SetProperty(t => t.Status, TurnStatus.Closed)
                .SetProperty(t => t.Brain, Answerers.HeldGate)
                .SetProperty(t => t.BrainReason, "A person took the chat over")
                .SetProperty(t => t.CompletedAt, time.GetUtcNow()),
            cancellationToken) == 1;
}
