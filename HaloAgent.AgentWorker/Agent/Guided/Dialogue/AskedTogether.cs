using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// Goods that were asked about with their numbers, or several in one breath: "how much are 3 jollof and 2 chapman?" is told what that
/// comes to, and "I'll take them" or "one of each" right after it orders them.
/// </summary>
internal static class AskedTogether
{
    private const string Slot = "asked";

    /// <summary>Tells what the asked goods come to, where numbers were said, and remembers them for the next message.</summary>
    /// <returns>Whether they are clear, so that no question about how many is due.</returns>
    public static async Task<bool> NoteAsync(Talk talk, IReadOnlyList<SaidLine> asked)
    {
        var lines = asked.Select(line => LineOf(talk, line)).OfType<OpenLine>().ToList();
        var counted = lines.Exists(line => line.Quantity is not null);
        if (lines.Count != asked.Count || (lines.Count < 2 && !counted)) return false;

        if (counted && !await TellTotalAsync(talk, lines)) return false;
        talk.Keep(Slot, OpenLine.Write(lines));
        return true;
    }

    /// <summary>Takes what is plainly an order of the goods that were asked about in the message before.</summary>
    public static async Task TakeAsync(Talk talk)
    {
        var asked = OpenLine.Read(talk.Slot(Slot));
        talk.Keep(Slot, null);
        if (asked.Count == 0 || talk.Heard.Lines.Any(line => !line.OfAll) || talk.Heard.Swaps.Count > 0 || talk.Heard.IsQuestion) return;

        var each = talk.Listener.EachOf(talk.Text);
        // What answers a question that was asked since ("delivery or pickup?") is no yes to them.
        if (each is null && !talk.Heard.Has(Intent.AllOfThem) && !(asked.All(line => line.Quantity is not null) && talk.Asked is null && Agrees(talk.Heard))) return;
        talk.Heard = talk.Heard.WithoutLines(line => line.OfAll).Without(Intent.Yes, Intent.AllOfThem).WithoutPicks();
        await Ordering.DoAsync(talk, [.. asked.Select(line => line with { Quantity = each ?? line.Quantity ?? 1 })]);
    }

    private static bool Agrees(Heard heard) =>
        !heard.HasAny(Intent.No, Intent.Done, Intent.DeliveryFee, Intent.Thanks, Intent.Goodbye, Intent.Wait) && (heard.HasAny(Intent.Yes, Intent.Pickup, Intent.Delivery) || heard.Address is not null);

    private static OpenLine? LineOf(Talk talk, SaidLine said)
    {
        if (said is not { Mention: { IsUnknown: false, Only: { } only } mention, Naira: null, Unclear: false } || talk.Product(only.Id) is not { } product || Menu.Stock(product) == 0) return null;
        var line = new OpenLine(LineAction.Add, said.Quantity, [product.Id], [.. mention.Variants.Select(variant => variant.Id)], false);
        return Ordering.GapOf(talk, line) == Gap.None ? line : null;
    }

    private static async Task<bool> TellTotalAsync(Talk talk, List<OpenLine> lines)
    {
        var wanted = lines.Select(line => new CartLine(line.Products[0], line.Variants is [var variant] ? variant : null, line.Quantity ?? 1)).ToList();
        if (await talk.CallAsync(new QuoteGoodsCall(wanted)) is not { Succeeded: true, Value: var quote } || quote.Lines.Count != wanted.Count) return false;

        List<string> told = [.. quote.Lines.Select(line => talk.Phrase(PhraseKeys.CartLine, ("quantity", line.Quantity), ("name", line.FullName), ("total", line.Total)))];
        if (told.Count > 1) told.Add(talk.Phrase(PhraseKeys.SummaryTotal, ("total", quote.Total)));
        talk.SayText(string.Join('\n', told));
        return true;
    }
}
