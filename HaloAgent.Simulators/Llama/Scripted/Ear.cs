using System.Text.RegularExpressions;

namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>Hears what a customer wants: English and Pidgin well, the words everybody uses in Yoruba, Hausa and Igbo.</summary>
internal static partial class Ear
{
    public static Wish Hear(string said)
    {
        // Clients mark what customers wrote as data; the marks are no words.
        var text = said.Replace('«', ' ').Replace('»', ' ').Trim();
        var folded = Folded.Text(text);
        var (rest, address, pickup) = Fulfilment(text, folded);
        var kind = EarWords.Kind(folded);
        var items = kind is WishKind.Order or WishKind.Unclear or WishKind.Change or WishKind.Remove or WishKind.Deliver or WishKind.Pickup
            ? ItemReader.Read(rest, kind is WishKind.Order or WishKind.Remove)
            : [];
        kind = kind switch
        {
            WishKind.Unclear or WishKind.Deliver or WishKind.Pickup or WishKind.Order when items.Count > 0 => WishKind.Order,
            WishKind.Unclear or WishKind.Order when address is not null => WishKind.Deliver,
            WishKind.Unclear or WishKind.Order when pickup => WishKind.Pickup,
            WishKind.Order => WishKind.Unclear,
            _ => kind,
        };
        return new Wish(kind, text, items, address, pickup, Words(kind, text, folded)) { Pidgin = EarWords.SoundsPidgin(folded) };
    }

    /// <summary>The words without where to, and where to.</summary>
    private static (string Items, string? Address, bool Pickup) Fulfilment(string text, string folded)
    {
        var match = DeliverTo().Match(text);
        if (match.Success && match.Groups[1].Value.Trim() is { Length: > 2 } address)
        {
            return (text[..match.Index], address.TrimEnd('.', '!', '?'), false);
        }

        return EarWords.Pickup(folded) ? (PickupWords().Replace(text, " "), null, true) : (text, null, false);
    }

    private static string Words(WishKind kind, string text, string folded) => kind switch
    {
        WishKind.Name => NameIs().Match(text) is { Success: true } name ? name.Groups[1].Value.Trim().TrimEnd('.', '!') : text.Trim(),
        WishKind.Language => EarWords.Language(folded),
        WishKind.Browse or WishKind.AskPrice => string.Join(' ', ItemReader.Read(text, orders: true).Select(item => item.Product)),
        _ => "",
    };

    [GeneratedRegex(@"(?:deliver(?:y)?(?: it| them| am)?(?: to| at)|bring(?: it| am)?(?: come| to)|send(?: it| am)? to|my address is|address\s*[:=]|address is)\s+(.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex DeliverTo();

    [GeneratedRegex(@"\b(?:for )?(?:pick ?-?up|self ?pickup|i will (?:collect|come)|i go come (?:carry|pick))\b( please| am| it)?", RegexOptions.IgnoreCase)]
    private static partial Regex PickupWords();

    [GeneratedRegex(@"(?:my name is|call me|i am called|oruko mi ni|sunana|aha m bu)\s+([\p{L}'’ -]{1,60})", RegexOptions.IgnoreCase)]
    private static partial Regex NameIs();
}
