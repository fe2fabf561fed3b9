namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Whether the place where a sentence says that the shop is, is the shop's stored address. Other addresses are the customers'.</summary>
internal sealed class PlaceProof(FactSheet facts)
{
    private const int LongestGap = 3;

    private static readonly HashSet<string> Shops = ["shop", "store", "kitchen", "restaurant", "boutique", "branch", "outlet", "stall", "soobu", "shago", "shagon"];

    // Customers have these too.
    private static readonly HashSet<string> OursIfSaidSo = ["address", "location", "office"];

    private static readonly HashSet<string> AtPlaces = ["at", "in", "on", "along", "beside", "opposite", "near", "behind", "from", "for", "is", "na", "dey", "ni", "wa", "di", "no", "yana", "a"];

    private static readonly string[] RoadNames =
        ["road", "street", "avenue", "close", "crescent", "lane", "drive", "boulevard", "way", "plaza", "mall", "complex", "estate", "expressway", "junction"];

    private static readonly (string Short, string Name)[] ShortNames = [("rd", "road"), ("st", "street"), ("str", "street"), ("ave", "avenue"), ("cres", "crescent")];

    private static readonly Dictionary<string, string> Roads =
        RoadNames.Select(name => (Short: name, Name: name)).Concat(ShortNames).ToDictionary(road => road.Short, road => road.Name);

    // Words before a road that are no part of its name.
    private static readonly HashSet<string> NoNames = ["the", "no", "number", "our", "your", "this", "that", "a", "same", "main", "major", "of", "all", "along", "any", "by"];

    public bool Holds(Said said) => Leads(said.Words).All(from => IsStored(said, from));

    /// <summary>Where a place begins: "our shop is at …", "we are located at …", "find us at …", "pick it up at …".</summary>
    private static IEnumerable<int> Leads(IReadOnlyList<PlacedWord> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var end = words[at].Text switch
            {
                "we" when Next(words, at, "are", "re", "dey") is { } are => Next(words, are, "located", "situated") ?? are,
                "located" or "situated" => at,
                "find" or "visit" or "meet" when Next(words, at, "us") is { } us => us,
                "pick" or "pickup" => at,
                var word when Shops.Contains(word) && (at == 0 || words[at - 1].Text is not ("your" or "another" or "any")) => at,
                var word when OursIfSaidSo.Contains(word) && at > 0 && words[at - 1].Text is "our" or "pickup" or "shop" or "store" => at,
                _ => -1,
            };
            for (var gap = 1; end >= 0 && gap <= LongestGap && end + gap < words.Count; gap++)
            {
                if (AtPlaces.Contains(words[end + gap].Text) || words[end + gap].IsBreak)
                {
                    yield return end + gap + 1;
                    break;
                }
            }
        }
    }

    private static int? Next(IReadOnlyList<PlacedWord> words, int at, params ReadOnlySpan<string> any) => at + 1 < words.Count && any.Contains(words[at + 1].Text) ? at + 1 : null;

    private bool IsStored(Said said, int from)
    {
        var stored = StatementReader.Words(facts.Context.Business.PickupAddress).Select(word => Roads.GetValueOrDefault(word, word)).ToHashSet();
        for (var at = from; at < said.Words.Count; at++)
        {
            if (Roads.TryGetValue(said.Words[at].Text, out var road) && NameBefore(said, from, at) is { Count: > 0 } name && !(stored.Contains(road) && name.All(stored.Contains)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The words and the number before a road, "24 Awolowo"; empty when it is no name: "on the way", "we close".</summary>
    private static List<string> NameBefore(Said said, int from, int road)
    {
        var name = new List<string>();
        for (var at = road - 1; at >= from && !NoNames.Contains(said.Words[at].Text) && !AtPlaces.Contains(said.Words[at].Text) && IsPartOfName(said, at); at--)
        {
            name.Add(said.Words[at].Text);
        }

        return name;
    }

    // Names are written large, house numbers in digits.
    private static bool IsPartOfName(Said said, int at) => !said.Words[at].IsBreak && said.Text[said.Words[at].At] is var first && (char.IsUpper(first) || char.IsAsciiDigit(first));
}
