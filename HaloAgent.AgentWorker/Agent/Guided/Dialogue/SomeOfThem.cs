using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// "One kaftan should be XXL, the other stays L", of two in L: some of them in another size, and the others stay as they are; "one L, one M
/// and one XL", of three: what is there, divided anew.
/// </summary>
internal static class SomeOfThem
{
    /// <returns>True: it was that, and nothing else is to be done with goods.</returns>
    public static async Task<bool> TakeAsync(Talk talk)
    {
        if (talk.TouchedNow > 0 || talk.Pending.Count > 0 || talk.Heard is not { IsQuestion: false, Swaps.Count: 0, Address: null } || talk.Listener.SaysAsWell(talk.Text)) return false;
        if (await DoAsync(talk, talk.Text, talk.Heard))
        {
            talk.Heard = talk.Heard.WithoutLines(line => !line.IsAsked).WithoutPicks().Without(Intent.Yes, Intent.No, Intent.Wait);
            return true;
        }

        // "One should be XL, and add 1 zobo"
        var steps = talk.Listener.StepsOf(talk.Text);
        for (var at = 0; at < steps.Count && steps.Count > 1; at++)
        {
            if (!await DoAsync(talk, steps[at], talk.Listener.Hear(steps[at]))) continue;
            talk.LeaveOnly(steps.Where((_, other) => other != at));
            talk.Heard = talk.Heard.WithoutPicks().Without(Intent.Yes, Intent.No, Intent.Wait) with { Lines = talk.Listener.Hear(talk.Text).Lines };
            return false;
        }

        return false;
    }

    private static async Task<bool> DoAsync(Talk talk, string text, Heard heard)
    {
        var lines = (await talk.CartAsync()).Lines;
        var changes = lines.Where(line => line.Quantity > 1 && lines.Count(other => other.ProductId == line.ProductId) == 1 && IsAbout(heard, line)).Select(line => Change(talk, line, text, heard)).OfType<SizeChange>().ToList();
        if (changes is not [var change]) return false;

        await Ordering.DoAsync(talk, [Of(LineAction.Remove, change.To.Values.Sum(), change.Line.VariantId!.Value), .. change.To.Select(to => Of(LineAction.Add, to.Value, to.Key))]);
        return true;

        OpenLine Of(LineAction action, int count, Guid variant) => new(action, count, [change.Line.ProductId], [variant], Explicit: false) { Note = action == LineAction.Add ? change.Line.Note : null };
    }

    private static SizeChange? Change(Talk talk, CartViewLine line, string text, Heard heard)
    {
        if (line.VariantId is not { } had || Ordering.ItemOf(talk, line.ProductId) is not { Variants.Count: > 0 } item) return null;
        var counts = talk.Listener.CountsOf(item, text);
        if (Divided(talk, line, counts, text) is { } divided) return divided;
        var named = talk.Listener.VariantsNamed(item, text);
        if (named.Where(variant => variant.Id != had).ToList() is not [var wanted] || !SaysChange(talk, text)) return null;

        var count = counts.FirstOrDefault(one => one.Variant.Id == wanted.Id).Count ?? talk.Listener.FirstCount(item, text);
        // "2 in XXL and 1 in L", of two: not what is there, divided.
        if (counts.FirstOrDefault(one => one.Variant.Id == had).Count is { } stays && stays != line.Quantity - count) return null;
        // "Make it XL, and add one so that it is three": another number was said for all of them.
        if (heard.Lines.Any(said => said.Quantity is { } other && other != count)) return null;
        return count > 0 && count < line.Quantity ? new SizeChange(line, new() { [wanted.Id] = count.Value }) : null;
    }

    // "One XL and one L", of two, is what is there; "change one to XL and one to M", of three, leaves one.
    private static SizeChange? Divided(Talk talk, CartViewLine line, IReadOnlyList<(CatalogVariant Variant, int? Count)> counts, string text)
    {
        if (counts.Count < 2 || counts.Any(one => one.Count is null) || counts.Select(one => one.Variant.Id).Distinct().Count() != counts.Count) return null;
        var others = counts.Where(one => one.Variant.Id != line.VariantId).ToDictionary(one => one.Variant.Id, one => one.Count!.Value);
        var all = counts.Sum(one => one.Count!.Value);
        return all == line.Quantity || (all < line.Quantity && others.Count == counts.Count && SaysChange(talk, text)) ? new SizeChange(line, others) : null;
    }

    private static bool SaysChange(Talk talk, string text) => talk.Listener.SaysInstead(text) || talk.Listener.Sets(text) || talk.Listener.SaysOneOfThem(text);

    // No other goods are spoken of, and nothing is added.
    private static bool IsAbout(Heard heard, CartViewLine line) =>
        heard.Lines.All(said => !said.Explicit && said.Action is not LineAction.Remove && (said.Mention is not { IsUnknown: false } mention || mention.Candidates.Any(item => item.Id == line.ProductId)));

    /// <param name="To">How many go to which other size.</param>
    private sealed record SizeChange(CartViewLine Line, Dictionary<Guid, int> To);
}
