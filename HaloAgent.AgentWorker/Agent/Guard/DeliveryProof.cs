using HaloAgent.Businesses;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Whether bringing an order costs nothing: to the places that the sentence names, else to where the cart goes, else to anywhere.</summary>
internal static class DeliveryProof
{
    private static readonly string[] Delivering = ["deliver", "waybill"];

    public static bool IsFree(string sentence, FactSheet facts)
    {
        var words = StatementReader.Words(sentence);
        var areas = facts.Context.Business.DeliveryAreas;
        var named = areas.Where(area => IsNamed(area, words)).ToList();
        return words.Any(word => Delivering.Any(start => word.StartsWith(start, StringComparison.Ordinal)))
            && (named.Count > 0 ? named.All(CostsNothing)
                : facts.Cart?.DeliveryFee is { } fee ? fee == Money.Zero
                : areas.Count > 0 && areas.All(CostsNothing));
    }

    private static bool CostsNothing(DeliveryArea area) => area.Fee == Money.Zero;

    private static bool IsNamed(DeliveryArea area, IReadOnlyList<string> words)
    {
        var said = $" {string.Join(' ', words)} ";
        return area.Names.Any(name => said.Contains($" {string.Join(' ', StatementReader.Words(name))} ", StringComparison.Ordinal));
    }
}
