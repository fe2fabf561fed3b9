using HaloAgent.Contracts.Orders;
using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Orders;

public sealed class OrderStatusTests
{
    public static TheoryData<OrderStatus> All => [.. Enum.GetValues<OrderStatus>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_status_has_a_wire_name_and_is_read_back(OrderStatus status)
    {
        Assert.Contains(status.WireName(), OrderStatuses.All);
        Assert.Equal(status, OrderStatusMoves.FromWireName(status.WireName()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Only_a_claim_brings_back_what_has_ended(OrderStatus ended)
    {
        if (!ended.HoldsStock())
        {
            Assert.Equal([OrderStatus.AwaitingConfirmation], Enum.GetValues<OrderStatus>().Where(to => ended.CanMoveTo(to)));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_member_neither_pays_nor_claims_nor_expires_by_hand(OrderStatus from)
    {
        foreach (var fulfillment in Enum.GetValues<FulfillmentType>())
        {
            Assert.DoesNotContain(
                from.MovesForMember(fulfillment),
                to => to is OrderStatus.Paid or OrderStatus.AwaitingConfirmation or OrderStatus.PaymentRejected or OrderStatus.Expired);
        }
    }

    [Fact]
    public void An_unpaid_order_is_not_prepared() =>
        Assert.DoesNotContain(OrderStatus.Preparing, OrderStatus.PendingPayment.MovesForMember(FulfillmentType.Pickup));
}
