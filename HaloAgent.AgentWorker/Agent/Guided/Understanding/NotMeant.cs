namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>What sounds like an intent and says something else, or the opposite of it.</summary>
internal static class NotMeant
{
    private static readonly (string Key, Intent Intent)[] kinds =
    [
        // "When you reach the gate, call me" asks for nobody now, nor where the order is.
        ("not-person", Intent.Person), ("not-person", Intent.OrderStatus),
        // "My car broke down": what is the customer's own is no complaint about the shop.
        ("not-complaint", Intent.Complaint),
        // "I can't come and pick it up again", "don't bring it again": the other way is meant, or none.
        ("not-pickup", Intent.Pickup), ("not-delivery", Intent.Delivery),
        // "Mark this order as paid": says what the shop is to do, not that anybody paid.
        ("not-paid", Intent.Paid),
    ];

    public static void Forget(PatternBook patterns, IReadOnlyList<Token> tokens, List<(Intent Intent, PatternMatch Match)> found)
    {
        foreach (var (key, intent) in kinds)
        {
            if (patterns.Best(key, tokens) is { } none) found.RemoveAll(one => one.Intent == intent && one.Match.First >= none.First && one.Match.First < none.End);
        }
    }
}
