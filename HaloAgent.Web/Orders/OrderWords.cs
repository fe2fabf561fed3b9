using HaloAgent.Contracts.Orders;
using MudBlazor;

namespace HaloAgent.Web.Orders;

/// <param name="Word">What the state is called.</param>
/// <param name="Tone">The class that gives the chip its colour.</param>
internal sealed record StatusLook(string Word, string Tone, string Icon);

/// <summary>What an order's states and moves are called: colour, icon and word always come together.</summary>
internal static class OrderWords
{
    private static readonly Dictionary<string, StatusLook> Looks = new()
    {
        [OrderStatuses.PendingPayment] = new("Awaiting payment", "quiet", Icons.Material.Rounded.HourglassEmpty),
        [OrderStatuses.AwaitingConfirmation] = new("Payment to confirm", "attention", Icons.Material.Rounded.PriorityHigh),
        [OrderStatuses.Paid] = new("Paid", "fine", Icons.Material.Rounded.CheckCircle),
        [OrderStatuses.PaymentRejected] = new("Payment rejected", "wrong", Icons.Material.Rounded.Cancel),
        [OrderStatuses.Preparing] = new("Preparing", "note", Icons.Material.Rounded.Pending),
        [OrderStatuses.ReadyForPickup] = new("Ready for pickup", "pickup", Icons.Material.Rounded.Storefront),
        [OrderStatuses.OutForDelivery] = new("Out for delivery", "delivery", Icons.Material.Rounded.LocalShipping),
        [OrderStatuses.Completed] = new("Completed", "fine outlined", Icons.Material.Rounded.DoneAll),
        [OrderStatuses.Cancelled] = new("Cancelled", "quiet struck", Icons.Material.Rounded.Block),
        [OrderStatuses.Expired] = new("Expired", "quiet struck", Icons.Material.Rounded.TimerOff),
    };

    public static StatusLook Look(string status) => Looks.GetValueOrDefault(status) ?? new(status.Replace('_', ' '), "quiet", Icons.Material.Rounded.Circle);

    /// <summary>The button that makes the move: a verb.</summary>
    public static string Move(string status) => status switch
    {
        OrderStatuses.Paid => "Approve payment",
        OrderStatuses.PaymentRejected => "Reject payment",
        OrderStatuses.Preparing => "Start preparing",
        OrderStatuses.ReadyForPickup => "Ready for pickup",
        OrderStatuses.OutForDelivery => "Send out for delivery",
        OrderStatuses.Completed => "Mark completed",
        OrderStatuses.Cancelled => "Cancel order",
        OrderStatuses.AwaitingConfirmation => "Payment to confirm",
        _ => Look(status).Word,
    };

    /// <summary>Moves that a person makes by hand; the others happen by themselves.</summary>
    public static bool IsForMembers(string status) => status is not (OrderStatuses.Expired or OrderStatuses.PendingPayment or OrderStatuses.AwaitingConfirmation);

    public static string ItemsLine(OrderView order) =>
        string.Join(", ", order.Items.Select(item => $"{item.Quantity} × {item.Name}{(item.Variant is { } variant ? $" ({variant})" : "")}"));

    /// <summary>What a decision that can still be undone will do.</summary>
    public static string Decided(string orderNumber, PendingDecisionView decision) => decision.Kind switch
    {
        "approve" => $"Payment for #{orderNumber} approved.",
        "reject" => $"Payment for #{orderNumber} rejected.",
        _ => $"#{orderNumber}: {Look(decision.Status ?? "").Word.ToLowerInvariant()}.",
    };
}
