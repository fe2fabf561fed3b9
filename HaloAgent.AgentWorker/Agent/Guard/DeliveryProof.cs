using HaloAgent.Businesses;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Whether bringing an order costs nothing: to the places that the sentence names, else to where the cart goes, else to anywhere.</summary>
internal static class DeliveryProof
{
    private static readonly string[] Delivering = ["deliver", "waybill", "dispatch", "shipping", "logistics"];

    /// <summary>"Delivery", "waybill": speaks of bringing something.</summary>
    public static bool Speaks(string word) => Delivering.Any(start => word.StartsWith(start, StringComparison.Ordinal));

    public static bool IsFree(string sentence, FactSheet facts)
    {
        var words = PlacedWord.In(sentence);
        var areas = facts.Context.Business.DeliveryAreas;
        var named = new AreaMentions(areas).In(words);
        return words.Any(word => Speaks(word.Text))
            && (named.Count > 0 ? named.All(mention => CostsNothing(mention.Area))
                : facts.Cart?.DeliveryFee is { } fee ? fee == Money.Zero
                : areas.Count > 0 && areas.All(CostsNothing));
    }

    private static bool CostsNothing(DeliveryArea area) => area.Fee == Money.Zero;
}
