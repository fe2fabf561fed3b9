using System.Globalization;
using HaloAgent.Conversations;

namespace HaloAgent.Loyalty;

/// <summary>
/// A customer wants to use points in a shop that has not set what they are worth: nothing is taken off here, a person of the shop is
/// asked, and decides.
/// </summary>
public sealed class AskToRedeemPoints(ReadPoints points, EscalateConversation escalate)
{
    public async Task<Outcome<PointsBalance>> HandleAsync(Guid businessId, Guid contactId, Guid conversationId, CancellationToken cancellationToken)
    {
        var balance = await points.HandleAsync(businessId, contactId, cancellationToken);
        if (!balance.Succeeded || balance.Value.Points <= 0)
        {
            return balance.Succeeded ? LoyaltyFailures.NoPoints : balance.Failure;
        }

        var detail = string.Create(CultureInfo.InvariantCulture, $"The customer wants to use points and has {balance.Value.Points}.");
        var asked = await escalate.HandleAsync(businessId, conversationId, EscalationReason.Other, detail, Actor.Customer, cancellationToken);
        return asked.Succeeded ? balance : asked.Failure;
    }
}
