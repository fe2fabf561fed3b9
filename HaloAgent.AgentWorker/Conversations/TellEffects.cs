using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Businesses;
using HaloAgent.Data;
using HaloAgent.Languages;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Puts into words what a turn had already done when it could not speak any more (a person took over, or it failed for good), from
/// the results in its journal: what was done is still told.
/// </summary>
internal sealed class TellEffects(IDbContextFactory<HaloDbContext> contexts)
{
    public async Task<IReadOnlyList<string>> HandleAsync(Guid turnId, Business business, string language, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var turn = await db.Turns.AsNoTracking().Include(t => t.Steps.OrderBy(s => s.Ordinal))
            .FirstAsync(t => t.Id == turnId && t.BusinessId == business.Id, cancellationToken);
        var phrases = Phrasebook.For(language, business.Tone);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(business.TimeZone);
        List<string> words = [];
        foreach (var step in turn.Steps.Where(s => s.OperationId is not null && s.Result is not null))
        {
            words.AddRange(step.Name == "place_order"
                ? Placed(await RecordedOrder.CompleteAsync(db, business.Id, ToolJournal.Read<OrderFacts>(step.Result!), cancellationToken), phrases, zone)
                : Words(step.Name, step.Result!, phrases));
        }

        return words;
    }

    private static string[] Placed(OrderFacts order, Phrasebook phrases, TimeZoneInfo zone) =>
        [Say(phrases, PhraseKeys.EffectOrderPlaced, order), OrderBlock.Payment(phrases, order, zone)];

    internal static string[] Words(string tool, string result, Phrasebook phrases) => tool switch
    {
        "cancel_order" when ToolJournal.Read<CancelledOrder>(result) is { AskedOwner: false } cancelled => [Say(phrases, PhraseKeys.EffectOrderCancelled, cancelled.Order)],
        "claim_payment" => [Say(phrases, PhraseKeys.EffectPaymentClaimed, ToolJournal.Read<PaymentClaimed>(result).Order)],
        // Who sent a picture has not said that they paid.
        "attach_receipt" => [Say(phrases, PhraseKeys.ReceiptReceived, ToolJournal.Read<ReceiptAttached>(result).Order)],
        _ => [],
    };

    private static string Say(Phrasebook phrases, string key, OrderFacts order) =>
        phrases.Say(key, ("number", order.Number), ("total", order.Total), ("reference", order.PaymentReference));
}
