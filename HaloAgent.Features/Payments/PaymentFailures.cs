using System.Globalization;
using HaloAgent.Orders;

namespace HaloAgent.Payments;

public static class PaymentFailures
{
    public static readonly Failure NothingToPay = Failure.Conflict("nothing_to_pay", "The customer has no order that is to be paid.");

    public static readonly Failure NoSuchFile = Failure.NotFound("file");

    public static readonly Failure NotAReceipt = Failure.Conflict("not_a_receipt", "A receipt is a picture or a PDF.");

    public static readonly Failure ReceiptAlready = Failure.Conflict("receipt_already", "This file is a receipt already.");

    public static readonly Failure NoSuchDecision = Failure.NotFound("decision");

    public static Failure AlreadyPaid(Order order) => AlreadyPaid(order.DisplayNumber);

    internal static Failure AlreadyPaid(string number) => Failure.Conflict("already_paid", $"Order {number} has been paid already.");

    public static Failure NothingClaimed(Order order) =>
        Failure.Conflict("nothing_claimed", $"Nobody has claimed a payment of order {order.DisplayNumber} that is still to be decided.");

    /// <summary>Two members looked at the same payment: the second learns what the first decided, and when.</summary>
    public static Failure AlreadyDecided(Payment payment, OrderChange? decided, Actor by, DateTimeOffset now)
    {
        var what = payment.Status == PaymentStatus.Approved ? "approved" : "rejected";
        var when = Ago(now - (payment.DecidedAt ?? now));
        return Failure.Conflict(
            "already_" + what,
            decided?.ByMemberId == by.MemberId ? $"You already {what} it {when}." : $"Already {what} {when} by another member of your team.");
    }

    public static Failure DecisionPending(PendingDecision decision) => Failure.Conflict(
        "decision_pending", $"{decision.MemberName} has just decided this; it takes effect in a few seconds unless it is undone.");

    public static Failure DecisionOver(PendingDecision decision) => Failure.Conflict(
        "decision_over", decision.State == DecisionState.Undone ? "It was undone already." : "It has taken effect and can no longer be undone.");

    internal static string Ago(TimeSpan past) => past switch
    {
        { TotalSeconds: < 45 } => "just now",
        { TotalSeconds: < 90 } => "a minute ago",
        { TotalMinutes: < 60 } => $"{Math.Round(past.TotalMinutes).ToString(CultureInfo.InvariantCulture)} minutes ago",
        { TotalMinutes: < 90 } => "an hour ago",
        { TotalHours: < 36 } => $"{Math.Round(past.TotalHours).ToString(CultureInfo.InvariantCulture)} hours ago",
        _ => $"{Math.Round(past.TotalDays).ToString(CultureInfo.InvariantCulture)} days ago",
    };
}
