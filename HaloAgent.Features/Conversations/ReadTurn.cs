using HaloAgent.Contracts.Conversations;
using HaloAgent.Data;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>Why the agent said it: a turn's journal.</summary>
public sealed class ReadTurn(HaloDbContext db, MessageCodec codec)
{
    private static readonly Failure NoSuchTurn = Failure.NotFound("turn");

    public async Task<Outcome<TurnView>> HandleAsync(Guid businessId, Guid conversationId, Guid turnId, CancellationToken cancellationToken)
    {
        var turn = await db.Turns.AsNoTracking().Include(t => t.Steps)
            .SingleOrDefaultAsync(t => t.Id == turnId && t.ConversationId == conversationId && t.BusinessId == businessId, cancellationToken);
        if (turn is null)
        {
            return NoSuchTurn;
        }

        var messages = await db.Messages.AsNoTracking().Where(m => m.ConversationId == conversationId && m.TurnId == turnId)
            .OrderBy(m => m.Id).Select(m => new { m.Direction, m.Content }).ToListAsync(cancellationToken);
        var said = messages.ToLookup(m => m.Direction, m => Words(codec.Decode(m.Content).Content));
        return new TurnView(
                turn.Id, turn.StartedAt, turn.CompletedAt, WireNames.Of(turn.Status), turn.Brain, turn.BrainReason, turn.Language, turn.Intent,
                turn.Confidence, turn.Attempts,
                await StepsAsync(turn, cancellationToken),
                turn.Model is null ? null : new ModelUseView(turn.Model, turn.ModelCalls, turn.PromptTokens, turn.CompletionTokens, turn.ModelMs, turn.ModelCost),
                [.. said[MessageDirection.Inbound]], [.. said[MessageDirection.Outbound]], turn.ExplanationRemovedAt)
        {
            LanguageConfidence = turn.LanguageConfidence,
        };
    }

    private async Task<IReadOnlyList<TurnStepView>> StepsAsync(Turn turn, CancellationToken cancellationToken)
    {
        List<TurnStepView> steps = [];
        var goods = await NamedGoods.OfAsync(db, turn.BusinessId, turn.Steps, cancellationToken);
        foreach (var step in turn.Steps.OrderBy(s => s.Ordinal).ThenBy(s => s.At))
        {
            var result = step is { Name: "place_order", OperationId: not null, Result: { } recorded and not Conventions.Unreadable }
                ? await RecordedOrder.CompleteAsync(db, turn.BusinessId, recorded, cancellationToken)
                : step.Result;
            steps.Add(new TurnStepView(step.Ordinal, WireNames.Of(step.Kind), step.Name, goods.In(step.Arguments), result, step.At, step.DurationMs));
        }

        return steps;
    }

    private static string Words(MessageContent content) => content.Text.Length > 0 ? content.Text : $"[{WireNames.Of(content.Kind).Replace('_', ' ')}]";
}
