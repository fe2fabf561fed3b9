using HaloAgent.Businesses;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>
/// Whether what a sentence says of "your order" or "your cart" is in one: the goods it names beside it, and the area it goes to. "Your order
/// 0042 has a zobo" is as wrong as a wrong price where it holds two jollof.
/// </summary>
internal sealed class OrderContentProof(FactSheet facts)
{
    private static readonly HashSet<string> Containers = ["order", "orders", "cart", "basket", "oda", "odar"];
    private static readonly HashSet<string> Before = ["your", "the", "this", "una", "my"];
    private static readonly HashSet<string> Behind = ["yin", "gi", "ku", "ki", "ka", "ya", "number", "no"];
    private static readonly HashSet<string> WithOwner = ["odarku", "odarki", "odarka"];

    /// <param name="areas">Finds the delivery areas that it names.</param>
    public bool Holds(Said said, IReadOnlyList<Mention> named, Lazy<AreaMentions> areas)
    {
        if (said.IsQuestion || !SpeaksOfOne(said.Words)) return true;

        var held = facts.Lines.Select(line => line.Product).ToHashSet();
        return named.All(mention => mention.Products.Any(product => held.Contains(product.Id)))
            && (areas.Value.In(said.Words) is not { Count: > 0 } places || places.Any(place => GoesTo(place.Area)) || places.All(place => IsFeeOf(said, place.Area)));
    }

    // "Delivery of your order to Yaba is ₦2,000": what it would cost says nothing of where it goes.
    private static bool IsFeeOf(Said said, DeliveryArea area) => said.Amounts.Any(amount => amount.Claim == Claims.Of(area.Fee));

    private bool GoesTo(DeliveryArea area) =>
        facts.Orders.Select(order => order.Area).Append(facts.Cart?.Area).OfType<string>().Any(place => area.Names.Contains(place, StringComparer.OrdinalIgnoreCase));

    /// <summary>It speaks of an order or a cart that there is; "you can order jollof" speaks of none.</summary>
    public static bool SpeaksOfOne(IReadOnlyList<PlacedWord> words) => Enumerable.Range(0, words.Count).Any(at =>
        WithOwner.Contains(words[at].Text)
        || (Containers.Contains(words[at].Text)
            && ((at > 0 && Before.Contains(words[at - 1].Text)) || (at + 1 < words.Count && (Behind.Contains(words[at + 1].Text) || words[at + 1].IsNumber)))));
}
