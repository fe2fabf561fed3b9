using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>"One kaftan should be XXL, the other stays L", of two in L: some of them in another size, and the others stay as they are.</summary>
internal static class SomeOfThem
{
    /// <returns>True: it was that, and nothing else is to be done with goods.</returns>
    public static async Task<bool> TakeAsync(Talk talk)
    {
        if (talk.TouchedNow > 0 || talk.Pending.Count > 0 || talk.Heard is not { IsQuestion: false, Swaps.Count: 0, Address: null } || talk.Listener.SaysAsWell(talk.Text)) return false;
        var lines = (await talk.CartAsync()).Lines;
        var changes = lines.Where(line => line.Quantity > 1 && lines.Count(other => other.ProductId == line.ProductId) == 1 && IsAbout(talk, line)).Select(line => Change(talk, line)).OfType<SizeChange>().ToList();
        if (changes is not [var change]) return false;

        talk.Heard = talk.Heard.WithoutLines(line => !line.IsAsked).WithoutPicks().Without(Intent.Yes, Intent.No, Intent.Wait);
        await Ordering.DoAsync(talk, [Of(LineAction.Remove, change.Line.VariantId!.Value), Of(LineAction.Add, change.To)]);
        return true;

        OpenLine Of(LineAction action, Guid variant) => new(action, change.Count, [change.Line.ProductId], [variant], Explicit: false) { Note = action == LineAction.Add ? change.Line.Note : null };
    }

    private static SizeChange? Change(Talk talk, CartViewLine line)
    {
        if (line.VariantId is not { } had || Ordering.ItemOf(talk, line.ProductId) is not { Variants.Count: > 0 } item) return null;
        var named = talk.Listener.VariantsNamed(item, talk.Text);
        if (named.Where(variant => variant.Id != had).ToList() is not [var wanted] || !SaysChange(talk)) return null;

        var counts = talk.Listener.CountsOf(item, talk.Text);
        var count = counts.FirstOrDefault(one => one.Variant.Id == wanted.Id).Count ?? talk.Listener.FirstCount(item, talk.Text);
        // "2 in XXL and 1 in L", of two: not what is there, divided.
        if (counts.FirstOrDefault(one => one.Variant.Id == had).Count is { } stays && stays != line.Quantity - count) return null;
        // "Make it XL, and add one so that it is three": another number was said for all of them.
        if (talk.Heard.Lines.Any(said => said.Quantity is { } other && other != count)) return null;
        return count > 0 && count < line.Quantity ? new SizeChange(line, count.Value, wanted.Id) : null;
    }

    private static bool SaysChange(Talk talk) => talk.Listener.SaysInstead(talk.Text) || talk.Listener.Sets(talk.Text) || talk.Listener.SaysOneOfThem(talk.Text);

    // No other goods are spoken of, and nothing is added.
    private static bool IsAbout(Talk talk, CartViewLine line) =>
        talk.Heard.Lines.All(said => !said.Explicit && said.Action is not LineAction.Remove && (said.Mention is not { IsUnknown: false } mention || mention.Candidates.Any(item => item.Id == line.ProductId)));

    private sealed record SizeChange(CartViewLine Line, int Count, Guid To);
}
