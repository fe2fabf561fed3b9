using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>One thing in several sizes: "2 dashiki, one L and one XL" are two lines.</summary>
internal static class SeveralVariants
{
    /// <summary>A line for every size that was said; null when the sizes and the number of the line do not make sense together.</summary>
    public static IReadOnlyList<OpenLine>? Of(Talk talk, OpenLine line)
    {
        if (line.Products is not [var product] || Ordering.ItemOf(talk, product) is not { } item) return null;
        var said = Said(talk, item);
        if (said.Count < 2 || said.Select(one => one.Variant.Id).Distinct().Count() != said.Count) return null;

        var each = said.All(one => one.Count is null) && line.Quantity == said.Count;
        var counted = said.All(one => one.Count is not null) && (line.Quantity is null || line.Quantity == said.Sum(one => one.Count) || line.Quantity == said[0].Count);
        return each || counted ? [.. said.Select(one => line with { Variants = [one.Variant.Id], Quantity = one.Count ?? 1 })] : null;
    }

    /// <summary>The sizes of a product that the burst names one by one. The numbers of an address count nothing.</summary>
    public static IReadOnlyList<(CatalogVariant Variant, int? Count)> Said(Talk talk, CatalogItem item) =>
        talk.Heard.Address is null ? talk.Listener.CountsOf(item, talk.Text) : [];
}
