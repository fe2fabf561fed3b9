using HaloAgent.Conversations;
using HaloAgent.Evals.Format;
using HaloAgent.Orders;

namespace HaloAgent.Evals.Running;

/// <summary>Compares how a chat ended with how it must end.</summary>
internal static class Judge
{
    /// <summary>What no customer may ever read: leftovers of templates, of tool calls and of prompts.</summary>
    private static readonly SaidRule[] Leftovers =
    [
        new(@"/\{[a-z_]+\}/"), new("/<\\/?(function|tool|python)|tool_call|\"(name|arguments|parameters)\" ?:/"), new(@"/\b(add_to_cart|set_cart_quantity|place_order|show_summary|claim_payment|choose_delivery)\b/"),
    ];

    public static IEnumerable<string> Differences(Expectation expected, FinalState actual, IReadOnlyList<string> said, IReadOnlyList<string> secrets)
    {
        return Books(expected, actual).Concat(Contact(expected, actual)).Concat(Words(expected, said, secrets))
            .Concat(actual.Turns.Where(turn => turn.Status is TurnStatus.Dead or TurnStatus.Running).Select(turn => $"A turn ended as {turn.Status}."));
    }

    private static IEnumerable<string> Books(Expectation expected, FinalState actual)
    {
        if (expected.Orders.Count != actual.Orders.Count)
        {
            yield return $"Orders: expected {expected.Orders.Count}, there are {actual.Orders.Count}{List(actual.Orders.Select(Show))}.";
        }

        foreach (var difference in expected.Orders.Zip(actual.Orders).SelectMany(pair => OrderDifferences(pair.First, pair.Second)))
        {
            yield return difference;
        }

        if (expected.Cart is { } cart)
        {
            foreach (var difference in CartDifferences(cart, actual)) yield return difference;
        }
    }

    private static IEnumerable<string> OrderDifferences(ExpectedBasket expected, Order actual)
    {
        var lines = actual.Items.Select(item => new BookedLine(item.Quantity, item.Name, item.Variant));
        if (Lines(expected, lines) is { } wrong) yield return $"Order {actual.DisplayNumber}: {wrong}";
        if (expected.Total is { } total && total != actual.Total) yield return $"Order {actual.DisplayNumber}: expected the total {total}, it is {actual.Total}.";
        foreach (var difference in Notes(expected, [actual.Note, .. actual.Items.Select(item => item.Note)])) yield return $"Order {actual.DisplayNumber}: {difference}";
        if (expected.Statuses.Count > 0 && !expected.Statuses.Contains(actual.Status.WireName())) yield return $"Order {actual.DisplayNumber}: expected {string.Join(" or ", expected.Statuses)}, it is {actual.Status.WireName()}.";
        foreach (var difference in Place(expected, actual.Fulfillment, actual.DeliveryArea, actual.DeliveryAddress)) yield return $"Order {actual.DisplayNumber}: {difference}";
    }

    private static IEnumerable<string> CartDifferences(ExpectedBasket expected, FinalState actual)
    {
        if (Lines(expected, actual.CartLines) is { } wrong) yield return $"Cart: {wrong}";
        foreach (var difference in Notes(expected, [actual.Cart?.Note, .. (actual.Cart?.Lines ?? []).Select(line => line.Note)])) yield return $"Cart: {difference}";
        foreach (var difference in Place(expected, actual.Cart?.Fulfillment, actual.Cart?.DeliveryArea, actual.Cart?.DeliveryAddress)) yield return $"Cart: {difference}";
    }

    private static IEnumerable<string> Notes(ExpectedBasket expected, IReadOnlyList<string?> actual) =>
        expected.Notes.Where(note => !actual.Any(one => one?.Contains(note, StringComparison.OrdinalIgnoreCase) == true)).Select(note => $"\"{note}\" is noted nowhere.");

    private static string? Lines(ExpectedBasket expected, IEnumerable<BookedLine> actual)
    {
        var wanted = string.Join("; ", expected.Lines.Select(line => line.ToString()).Order(StringComparer.Ordinal));
        var there = string.Join("; ", actual.Select(line => line.ToString()).Order(StringComparer.Ordinal));
        return wanted == there ? null : $"expected {(wanted.Length == 0 ? "nothing" : wanted)}; there is {(there.Length == 0 ? "nothing" : there)}.";
    }

    private static IEnumerable<string> Place(ExpectedBasket expected, FulfillmentType? fulfillment, string? area, string? address)
    {
        if (expected.Pickup is { } pickup && fulfillment != (pickup ? FulfillmentType.Pickup : FulfillmentType.Delivery)) yield return $"expected {(pickup ? "pickup" : "delivery")}, it is {fulfillment?.ToString() ?? "not said"}.";
        if (expected.Area is { } wanted && wanted != area) yield return $"expected delivery to {wanted}, it is {area ?? "nowhere"}.";
        foreach (var part in expected.AddressParts.Where(part => address?.Contains(part, StringComparison.OrdinalIgnoreCase) != true)) yield return $"the address should contain \"{part}\", it is \"{address}\".";
    }

    private static IEnumerable<string> Contact(Expectation expected, FinalState actual)
    {
        var reasons = actual.Escalations.Select(reason => reason.ToString()).ToList();
        if (expected.Escalation is { Count: 0 } && reasons.Count > 0) yield return $"Nobody should have been called; it was done because of {string.Join(", ", reasons)}.";
        if (expected.Escalation is { Count: > 0 } wanted && !wanted.Intersect(reasons).Any()) yield return $"A person should have been called because of {string.Join(" or ", wanted)}{(reasons.Count == 0 ? "; nobody was" : "; it was " + string.Join(", ", reasons))}.";
        if (expected.OptedOut is { } optedOut && optedOut != actual.Contact?.OptedOutAt is not null) yield return $"Opted out: expected {YesNo(optedOut)}, it is {YesNo(!optedOut)}.";
        if (expected.Held is { } held && held != actual.Held) yield return $"Held by a person: expected {YesNo(held)}, it is {YesNo(!held)}.";
        if (expected.CustomerName is { } name && !string.Equals(name, actual.Contact?.Name, StringComparison.OrdinalIgnoreCase)) yield return $"Name: expected {name}, it is {actual.Contact?.Name}.";
        if (expected.Languages.Count > 0 && !expected.Languages.Contains(actual.Contact?.Language)) yield return $"Language: expected {string.Join(" or ", expected.Languages)}, it is {actual.Contact?.Language}.";
    }

    private static IEnumerable<string> Words(Expectation expected, IReadOnlyList<string> said, IReadOnlyList<string> secrets)
    {
        foreach (var rule in expected.MustBeSaid.Where(rule => !said.Any(rule.Matches))) yield return $"Never said: \"{rule.Written}\".";
        foreach (var rule in expected.NeverSaid.Concat(Leftovers).Where(rule => said.Any(rule.Matches))) yield return $"Must not be said, and was: \"{rule.Written}\".";
        foreach (var secret in secrets.Where(secret => said.Any(text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)))) yield return $"Another customer's \"{secret}\" was said.";
    }

    private static string Show(Order order) => $"{string.Join(" + ", order.Items.Select(item => $"{item.Quantity} {item.FullName}"))} = {order.Total}";

    private static string List(IEnumerable<string> items) => string.Join("; ", items) is { Length: > 0 } text ? ": " + text : "";

    private static string YesNo(bool value) => value ? "yes" : "no";
}
