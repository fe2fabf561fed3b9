using System.Globalization;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Evals.Format;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaloAgent.Evals.World;

/// <summary>What a member of the shop does in a scenario, by the use cases that the dashboard calls.</summary>
internal sealed class OwnerHand(EvalWorld world, ShopCopy shop, DemoShop original, Chat chat)
{
    // The worker keeps a shop in mind for a second.
    private static readonly TimeSpan UntilNoticed = TimeSpan.FromSeconds(2);

    /// <returns>Null, or why the shop could not do it.</returns>
    public async Task<string?> DoAsync(OwnerStep step, CancellationToken cancellationToken)
    {
        world.Services.GetRequiredService<EvalClock>().Skip(UntilNoticed);
        switch (step.Action)
        {
            case OwnerAction.SetsStock:
                await shop.SetStockAsync(Basket.Line(step.Argument, original));
                return null;
            case OwnerAction.SetsPrice:
                await shop.SetPriceAsync(Basket.Line(step.Argument, original));
                return null;
            case OwnerAction.PutsAway:
                await shop.PutAwayAsync(original.Product(step.Argument).Product.Name);
                return null;
            case OwnerAction.GivesPoints:
                await shop.GivePointsAsync(chat.ConversationId, int.Parse(step.Argument, CultureInfo.InvariantCulture));
                return null;
            case OwnerAction.TakesOver or OwnerAction.HandsBack or OwnerAction.Says:
                return await HoldAsync(step, cancellationToken);
            default:
                return await DecideAsync(step, cancellationToken);
        }
    }

    private async Task<string?> HoldAsync(OwnerStep step, CancellationToken cancellationToken)
    {
        var refusal = step.Action switch
        {
            OwnerAction.TakesOver => (await world.UseAsync<TakeOverConversation, Outcome<Guid>>(take => take.HandleAsync(shop.Id, chat.ConversationId, shop.Owner, cancellationToken))).Failure,
            OwnerAction.HandsBack => (await world.UseAsync<ReturnToAgent, Outcome<Guid>>(back => back.HandleAsync(shop.Id, chat.ConversationId, shop.Owner, null, cancellationToken))).Failure,
            _ => (await world.UseAsync<SendMemberMessage, Outcome<long?>>(send => send.HandleAsync(
                shop.Id, chat.ConversationId, shop.Owner, step.Argument, Guid.CreateVersion7(), cancellationToken))).Failure,
        };
        chat.LookAgain();
        return refusal?.Sentence;
    }

    private async Task<string?> DecideAsync(OwnerStep step, CancellationToken cancellationToken)
    {
        if (await NewestOrderAsync(cancellationToken) is not { } order) return "There is no order to decide about.";
        var outcome = step.Action switch
        {
            OwnerAction.ApprovesPayment => await world.UseAsync<ApprovePayment, Outcome<OrderFacts>>(approve => approve.HandleAsync(shop.Id, order, null, shop.Owner, cancellationToken)),
            OwnerAction.RejectsPayment => await world.UseAsync<RejectPayment, Outcome<OrderFacts>>(reject => reject.HandleAsync(shop.Id, order, step.Argument, shop.Owner, cancellationToken)),
            _ => await world.UseAsync<ChangeOrderStatus, Outcome<OrderFacts>>(move => move.HandleAsync(
                shop.Id, order, OrderStatusMoves.FromWireName(Basket.Status(step.Argument))!.Value, null, shop.Owner, cancellationToken)),
        };
        return outcome.Failure?.Sentence;
    }

    private Task<Guid?> NewestOrderAsync(CancellationToken cancellationToken) => world.UseAsync<HaloDbContext, Guid?>(
        db => db.Orders.Where(o => o.BusinessId == shop.Id && o.ConversationId == chat.ConversationId)
            .OrderByDescending(o => o.Number).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancellationToken));
}
