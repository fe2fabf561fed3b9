namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>How many of something a sentence says that the shop has: "we have 3 plates of jollof", "only two are left", "e remain 3".</summary>
internal static class StockReader
{
    private static readonly string[][] Having =
    [
        ["we", "have"], ["weve"], ["we", "still", "have"], ["we", "get"], ["we", "still", "get"], ["we", "got"], ["there", "are"], ["there", "is"], ["muna", "da"], ["akwai"], ["a", "ni"], ["anyi", "nwere"],
    ];

    private static readonly HashSet<string> Remaining = ["left", "remain", "remains", "remaining", "saura", "foduru"];

    private static readonly HashSet<string> About = ["only", "just", "about", "still", "exactly", "around", "like", "up", "to", "over", "kawai"];

    private static readonly HashSet<string> OfThem = ["is", "are", "of", "them", "those", "these", "dey", "still", "only", "ones", "now"];

    private static readonly HashSet<string> Moments = ["today", "now", "again", "yau", "loni", "taa", "ugbu"];

    public static IEnumerable<int> In(Said said, IReadOnlyList<Mention> named) => Enumerable.Range(0, said.Words.Count)
        .Where(at => !named.Any(mention => mention.First <= at && at <= mention.Last))
        .Where(at => IsLeft(said.Words, at, named) || IsRest(said.Words, at) || IsHad(said.Words, at, named))
        .Select(said.CountAt).OfType<int>();

    // "3 plates of the jollof are left", "3 jollof available". "That one is left" counts nothing.
    private static bool IsLeft(IReadOnlyList<PlacedWord> words, int at, IReadOnlyList<Mention> named)
    {
        if (CountWords.Read(words[at].Text) == 1 && !words[at].IsNumber && (at == 0 || !About.Contains(words[at - 1].Text))) return false;
        var next = at + 1;
        while (next < words.Count && (OfThem.Contains(words[next].Text) || CountWords.Links(words[next].Text) || named.Any(mention => mention.First <= next && next <= mention.Last))) next++;
        return next < words.Count && (Remaining.Contains(words[next].Text) || words[next].Text == "available" || PlacedWord.StandAt(words, next, ["in", "stock"]));
    }

    // "E remain only 3", "we are left with 3"; not "the remaining 3".
    private static bool IsRest(IReadOnlyList<PlacedWord> words, int at)
    {
        var lead = Before(words, at);
        return lead >= 0 && (words[lead].Text == "with" ? lead > 0 && words[lead - 1].Text == "left"
            : words[lead].Text != "left" && Remaining.Contains(words[lead].Text) && (lead == 0 || words[lead - 1].Text is not ("the" or "your")));
    }

    private static bool IsHad(IReadOnlyList<PlacedWord> words, int at, IReadOnlyList<Mention> named) => IsHadBefore(words, at, named) || IsHadAfter(words, at, named);

    // "We have 3 plates of jollof"; not "we have 3 branches", and not "we have 3 jollof in your cart".
    private static bool IsHadBefore(IReadOnlyList<PlacedWord> words, int at, IReadOnlyList<Mention> named)
    {
        if (!IsHaving(words, Before(words, at))) return false;
        var thing = at + 1;
        while (thing < words.Count && CountWords.Links(words[thing].Text)) thing++;
        return named.FirstOrDefault(mention => mention.First == thing) is { } goods
            ? !IsTheCustomers(words, goods.Last + 1)
            : thing > at + 1 && (thing == words.Count || words[thing].IsBreak || Moments.Contains(words[thing].Text));
    }

    // "Muna da jollof guda uku", "a ni jollof mẹta".
    private static bool IsHadAfter(IReadOnlyList<PlacedWord> words, int at, IReadOnlyList<Mention> named)
    {
        var thing = at - 1;
        while (thing >= 0 && CountWords.Links(words[thing].Text)) thing--;
        if (named.FirstOrDefault(mention => mention.Last == thing) is not { } goods) return false;
        var lead = goods.First - 1;
        while (lead >= 0 && CountWords.Links(words[lead].Text)) lead--;
        return IsHaving(words, lead) && !IsTheCustomers(words, at + 1);
    }

    private static bool IsTheCustomers(IReadOnlyList<PlacedWord> words, int at) =>
        at + 1 < words.Count && words[at].Text is "in" or "on" or "for" or "inside" && words[at + 1].Text is "you" or "your" or "the" or "una";

    private static int Before(IReadOnlyList<PlacedWord> words, int at)
    {
        var lead = at - 1;
        while (lead >= 0 && About.Contains(words[lead].Text)) lead--;
        return lead;
    }

    private static bool IsHaving(IReadOnlyList<PlacedWord> words, int last) =>
        last >= 0 && Having.Any(having => last + 1 >= having.Length && PlacedWord.StandAt(words, last + 1 - having.Length, having));
}
