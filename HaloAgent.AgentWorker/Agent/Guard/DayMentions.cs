using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Days that a sentence names together.</summary>
/// <param name="AsGroup">"Weekdays", "Monday to Saturday": a day on which the shop is closed is no part of it.</param>
/// <param name="First">The first word of it.</param>
/// <param name="Last">The last word of it.</param>
internal sealed record DayMention(IReadOnlySet<DayOfWeek> Days, bool AsGroup, int First, int Last);

/// <summary>Which days a sentence names, in any of the languages; "today" is one of them.</summary>
internal static class DayMentions
{
    private const int WeekLength = 7;

    private static readonly DayOfWeek[] Weekend = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Other spellings than the phrasebooks'.</summary>
    private static readonly (string Word, DayOfWeek Day)[] Spellings =
    [
        ("jumaa", DayOfWeek.Friday), ("jumma", DayOfWeek.Friday),
        ("tuzde", DayOfWeek.Tuesday), ("wenezde", DayOfWeek.Wednesday), ("tozde", DayOfWeek.Thursday),
        ("fraide", DayOfWeek.Friday), ("satode", DayOfWeek.Saturday), ("sonde", DayOfWeek.Sunday), ("uka", DayOfWeek.Sunday),
    ];

    private static readonly (string[] Words, DayOfWeek Day)[] Names =
    [
        .. Spellings.Select(spelling => ((string[])[spelling.Word], spelling.Day)),
        .. Enum.GetValues<DayOfWeek>().SelectMany(day => LanguageResources.Codes.Select(code => StatementReader.Words(Phrasebook.For(code).Say(PhraseKeys.Day(day))))
            .Concat(Short(day.ToString().ToLowerInvariant())).Select(name => (name.Where(word => word.Length > 0).ToArray(), day))),
    ];

    private static readonly string[] Today = ["today", "tonight", "loni", "yau", "taa"];

    private static readonly string[] Tomorrow = ["tomorrow", "ola", "lola", "gobe", "echi"];

    /// <summary>In the order of the words; what "to", "and" or a comma joins is one.</summary>
    public static IReadOnlyList<DayMention> In(IReadOnlyList<PlacedWord> words, DayOfWeek today)
    {
        var found = new List<DayMention>();
        for (var at = 0; at < words.Count; at++)
        {
            if (At(words, at, today) is not { } mention)
            {
                continue;
            }

            if (found is [.., var last] && Between(words, last.Last + 1, mention.First) is { } joins)
            {
                found[^1] = joins == Joins.Range
                    ? new DayMention(Range(last.Days.Last(), mention.Days.First()), true, last.First, mention.Last)
                    : new DayMention(last.Days.Union(mention.Days).ToHashSet(), last.AsGroup || mention.AsGroup, last.First, mention.Last);
            }
            else
            {
                found.Add(mention);
            }

            at = mention.Last;
        }

        return found;
    }

    private static DayMention? At(IReadOnlyList<PlacedWord> words, int at, DayOfWeek today)
    {
        var word = words[at].Text;
        if (Today.Contains(word)) return new DayMention(new HashSet<DayOfWeek> { today }, false, at, at);
        if (Tomorrow.Contains(word)) return new DayMention(new HashSet<DayOfWeek> { (DayOfWeek)(((int)today + 1) % WeekLength) }, false, at, at);
        if (word is "weekday" or "weekdays") return new DayMention(Enum.GetValues<DayOfWeek>().Except(Weekend).ToHashSet(), true, at, at);
        if (word is "weekend" or "weekends") return new DayMention(Weekend.ToHashSet(), true, at, at);
        if (word is "daily" or "everyday") return new DayMention(Enum.GetValues<DayOfWeek>().ToHashSet(), true, at, at);
        if (word is "every" && at + 1 < words.Count && words[at + 1].Text == "day") return new DayMention(Enum.GetValues<DayOfWeek>().ToHashSet(), true, at, at + 1);
        return Names.FirstOrDefault(name => PlacedWord.StandAt(words, at, name.Words)) is { Words: { } said } named
            ? new DayMention(new HashSet<DayOfWeek> { named.Day }, false, at, at + said.Length - 1)
            : null;
    }

    private enum Joins
    {
        Range,
        List,
    }

    // A dash is no word: "Mon – Sat" stand side by side.
    private static Joins? Between(IReadOnlyList<PlacedWord> words, int from, int to)
    {
        var between = Enumerable.Range(from, to - from).Select(at => words[at].Text).ToList();
        return between.Count == 0 || between is ["to" or "till" or "until" or "through" or "reach" or "zuwa" or "de" or "ruo"] ? Joins.Range
            : between.TrueForAll(word => word.Length == 0 || word is "on" || CountWords.Joins(word)) ? Joins.List
            : null;
    }

    private static HashSet<DayOfWeek> Range(DayOfWeek from, DayOfWeek to) =>
        [.. Enumerable.Range((int)from, (((int)to - (int)from + WeekLength) % WeekLength) + 1).Select(day => (DayOfWeek)(day % WeekLength))];

    // "Sun", "Tues", "Thurs", "Wednesdays". "Sat" and "sun" are words of their own, but beside a time of day hardly anything else.
    private static IEnumerable<IReadOnlyList<string>> Short(string name) => [[name + "s"], [name[..3]], [name[..4]], [name[..5]]];
}
