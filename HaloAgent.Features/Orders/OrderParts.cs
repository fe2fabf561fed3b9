using HaloAgent.Loyalty;
using HaloAgent.Payments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HaloAgent.Orders;

/// <summary>What the use cases of orders and payments share; they share one context and so one transaction.</summary>
internal static class OrderParts
{
    private static readonly Type[] Parts =
    [
        typeof(CartFacts), typeof(OrderGroundReader), typeof(OrderInsert), typeof(OrderStock), typeof(OrderPlacement), typeof(OrderNotifications),
        typeof(PointsLedger), typeof(MoveOrder), typeof(ContactOrders), typeof(ReadOrderFacts), typeof(OwedOrder), typeof(RecordClaim), typeof(OpenDecisions), typeof(PaymentReview),
        typeof(OrderViews),
    ];

    public static IServiceCollection AddOrderParts(this IServiceCollection services)
    {
        foreach (var part in Parts)
        {
            services.TryAddScoped(part);
        }

        return services;
    }
}
