using System.Globalization;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>One thing in several sizes: "2 dashiki, one L and one XL" are two lines.</summary>
internal static class SeveralVariants
{
    /// <summary>Each line as its sizes; beside other goods only the words up to the next of them are its own.</summary>
    public static IReadOnlyList<OpenLine> Split(Talk talk, IReadOnlyList<OpenLine> lines, IReadOnlyList<SaidLine> said)
    {
        // "The kaftan na XL, the two shirt na L": the kaftan has been taken already, and its words with it.
        if (lines is [{ Action: LineAction.Add or LineAction.Set } only]) return Of(talk, only, talk.TouchedNow > 0 ? OwnWords(talk.Text, only, said) ?? talk.Text : OwnSentence(talk, only)) ?? lines;
        // "Slippers in 40 and 43, one each"
        if (lines is [{ Action: LineAction.Mention } named] && talk.Listener.EachOf(talk.Text) is not null) return Of(talk, named with { Action = LineAction.Add }, talk.Text) ?? lines;
        return [.. lines.SelectMany(line => line.Action == LineAction.Add && OwnWords(talk.Text, line, said) is { } own ? Of(talk, line, own) ?? [line] : [line])];
    }

    // "Change the two shirts to XL. He added weight, L does not fit him": where the sentence of the change names its size, no other one does.
    private static string OwnSentence(Talk talk, OpenLine line) =>
        line is { Action: LineAction.Set, Variants: [_] } && talk.Listener.SentencesOf(talk.Text) is { Count: > 1 } sentences && Ordering.ItemOf(talk, line.Products[0]) is { } item
            ? sentences.FirstOrDefault(sentence => talk.Listener.VariantsNamed(item, sentence) is [var named] && named.Id == line.Variants[0]) ?? talk.Text
            : talk.Text;

    /// <summary>"I saw your slippers on IG. I need size 42", "a shirt for my brother, he wears L": a size that stands apart from its thing.</summary>
    public static IReadOnlyList<OpenLine> Sized(Talk talk, IReadOnlyList<OpenLine> lines, IReadOnlyList<SaidLine> said)
    {
        if (talk.Heard.Address is not null) return lines;
        IReadOnlyList<OpenLine> sized = [.. lines.Select(Sized)];
        // "I saw your slippers on IG. I need size 42, 1 pair"
        return sized is [{ Action: LineAction.Mention, Variants.Count: 1, Quantity: null } only] && lines[0].Variants.Count == 0 && CountBeside(talk, only) is { } count
            ? [only with { Action = LineAction.Add, Quantity = count }]
            : sized;

        OpenLine Sized(OpenLine line) =>
            line is { Variants.Count: 0, Products: [var product] } && !IsSizedByAge(talk, product) && Ordering.ItemOf(talk, product) is { Variants.Count: > 0 } item
                && (lines.Count == 1 ? talk.Text : OwnWords(talk.Text, line, said)) is { } own && talk.Listener.VariantsNamed(item, own) is [var size]
                ? line with { Variants = [size.Id] }
                : line;
    }

    // "A boys set, my daughter is 5": whose age is whose was heard already.
    private static bool IsSizedByAge(Talk talk, Guid product) => talk.Listener.IsForChildren(product) && talk.Listener.NamesAnAge(talk.Text);

    private static int? CountBeside(Talk talk, OpenLine line) =>
        talk.Listener.TrailingCount(talk.Text) is { } count && Ordering.ItemOf(talk, line.Products[0]) is { } item && talk.Listener.VariantsNamed(item, count.ToString(CultureInfo.InvariantCulture)).Count == 0 ? count : null;

    /// <summary>A line for every size that was said; null when the sizes and the number of the line do not make sense together.</summary>
    /// <param name="text">What was said about the thing.</param>
    /// <param name="isAnswer">It was asked about, so that the words are about nothing else.</param>
    public static IReadOnlyList<OpenLine>? Of(Talk talk, OpenLine line, string text, bool isAnswer = false)
    {
        if (line.Products is not [var product] || Ordering.ItemOf(talk, product) is not { } item) return null;
        var said = Said(talk, item, text);
        // "39 or 40": it is asked which.
        if (said.Count > 1 && line.Action == LineAction.Add && said.All(one => one.Count is null) && talk.Listener.SaysEither(text)) return [line with { Variants = [.. said.Select(one => one.Variant.Id)] }];
        if (said.Count < 2 || said.Select(one => one.Variant.Id).Distinct().Count() != said.Count) return null;

        // "Two. One L, the other XXL", to "which size?"
        var each = said.All(one => one.Count is null || (isAnswer && one.Count == 1)) && line.Quantity == said.Count;
        var counted = said.All(one => one.Count is not null) && (line.Quantity is null || line.Quantity == said.Sum(one => one.Count) || line.Quantity == said[0].Count);
        // "2 XL and the other M", to "which size?"
        if (isAnswer && said.Where(one => one.Count is null).ToList() is [_] && line.Quantity - said.Sum(one => one.Count ?? 0) is > 0 and var rest && said.Any(one => one.Count > 1))
        {
            return [.. said.Select(one => line with { Variants = [one.Variant.Id], Quantity = one.Count ?? rest })];
        }

        var ofEach = said.All(one => one.Count is null) ? talk.Listener.EachOf(text) ?? OneEach(talk, line, text, isAnswer) : null;
        if (ofEach is { } many) return [.. said.Select(one => line with { Variants = [one.Variant.Id], Quantity = many })];
        return each || counted ? [.. said.Select(one => line with { Variants = [one.Variant.Id], Quantity = one.Count ?? 1 })] : null;
    }

    // "Slippers. Mine is 39, his own is 43"; not "39 or 40".
    private static int? OneEach(Talk talk, OpenLine line, string text, bool isAnswer) =>
        line.Quantity is null && (line.Action == LineAction.Add || isAnswer) && !talk.Heard.IsQuestion && !talk.Listener.SaysEither(text) && !talk.Listener.SaysCorrection(text) ? 1 : null;

    /// <summary>The sizes of a product that the burst names one by one. The numbers of an address count nothing.</summary>
    public static IReadOnlyList<(CatalogVariant Variant, int? Count)> Said(Talk talk, CatalogItem item, string text) =>
        talk.Heard.Address is null ? talk.Listener.CountsOf(item, text) : [];

    /// <summary>What stands before the first thing that is none of these products; null when it cannot be found.</summary>
    public static string? Before(string text, IEnumerable<SaidLine> others)
    {
        var places = others.Select(line => line.Mention is { Heard.Length: > 0 } mention ? text.IndexOf(mention.Heard, StringComparison.OrdinalIgnoreCase) : -1).ToList();
        return places.Count == 0 ? text : places.Contains(-1) ? null : text[..places.Min()];
    }

    private static string? OwnWords(string text, OpenLine line, IReadOnlyList<SaidLine> said)
    {
        var from = 0;
        int? own = null;
        foreach (var mention in said.Select(one => one.Mention).OfType<ProductMention>())
        {
            var at = mention.Heard.Length == 0 ? -1 : text.IndexOf(mention.Heard, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0) return null;
            if (own is { } began) return text[began..at];
            if (line.Products is [var product] && mention.Only?.Id == product) own = at;
            from = at + mention.Heard.Length;
        }

        return own is { } last ? text[last..] : null;
    }
}
