using System.Text.RegularExpressions;

namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>Finds "2 jollof and one zobo" in what somebody wrote: a number and what is counted, in either order.</summary>
internal static partial class ItemReader
{
    private static readonly HashSet<string> Fillers =
    [
        "i", "want", "need", "would", "like", "to", "order", "buy", "get", "give", "me", "send", "add", "also", "make", "it", "them", "please", "pls", "abeg",
        "for", "us", "the", "some", "my", "take", "have", "can", "you", "of", "plate", "plates", "bottle", "bottles", "pack", "packs", "piece", "pieces", "wrap",
        "wraps", "more", "another", "change", "remove", "out", "delete", "from", "cart", "na", "dey", "wan", "go", "hi", "hello", "good", "morning",
        "mo", "fe", "ina", "so", "achoro", "m", "chere", "just", "only", "no", "again", "put", "and", "oga", "is", "are", "what", "wetin", "una", "dem", "sell", "menu", "show", "see", "products", "catalogue", "today", "your", "how", "much", "price", "do", "there", "any",
    ];

    /// <param name="orders">True: a thing without a number is one of it.</param>
    public static IReadOnlyList<WishedItem> Read(string text, bool orders)
    {
        var items = new List<WishedItem>();
        foreach (var part in Separators().Split(text))
        {
            if (One(Folded.Text(part), orders) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    private static WishedItem? One(string part, bool orders)
    {
        int? quantity = null;
        var words = new List<string>();
        foreach (var word in part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (quantity is null && NumberWords.Of(word) is > 0 and <= 1_000 and var number)
            {
                quantity = number;
            }
            else if (word != "x" && !Fillers.Contains(word))
            {
                words.Add(word);
            }
        }

        return words.Count is > 0 and <= 6 && (quantity is not null || orders) ? new WishedItem(string.Join(' ', words), quantity ?? 1) : null;
    }

    [GeneratedRegex(@"[,;&+\n]|\s(?:and|plus|ati|da|na)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Separators();
}
