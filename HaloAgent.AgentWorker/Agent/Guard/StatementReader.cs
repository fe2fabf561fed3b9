using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Reads what a sentence states, in whatever language it is written. "Not" and "once" before a statement take it back.</summary>
internal static class StatementReader
{
    private const string Gap = "~";
    private const int WidestGap = 5;
    private const int NotReachesOver = 5;

    private static readonly Dictionary<string, List<Phrase>> ByFirstWord = Load();

    public static IReadOnlySet<Statement> In(string sentence) => Placed(sentence).Select(found => found.States).ToHashSet();

    /// <summary>Each statement with the word at which it begins and the one behind its last.</summary>
    public static IEnumerable<(Statement States, int At, int End)> Placed(string sentence)
    {
        var words = Words(sentence);
        for (var at = 0; at < words.Count; at++)
        {
            if (!ByFirstWord.TryGetValue(words[at], out var phrases))
            {
                continue;
            }

            foreach (var phrase in phrases)
            {
                if (Ends(words, at, phrase.Words, 0) is { } end && !phrase.TakenBack(words, at, end))
                {
                    yield return (phrase.States, at, end);
                }
            }
        }
    }

    /// <summary>Folded words; a comma or the like is an empty one, over which no "not" reaches.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. PlacedWord.In(text).Select(word => word.Text)];

    private static int? Ends(IReadOnlyList<string> words, int at, string[] phrase, int from)
    {
        if (from == phrase.Length)
        {
            return at;
        }

        if (phrase[from] != Gap)
        {
            return at < words.Count && words[at] == phrase[from] ? Ends(words, at + 1, phrase, from + 1) : null;
        }

        for (var skipped = 0; skipped <= WidestGap && at + skipped < words.Count && (skipped == 0 || words[at + skipped - 1].Length > 0); skipped++)
        {
            if (Ends(words, at + skipped, phrase, from + 1) is { } end)
            {
                return end;
            }
        }

        return null;
    }

    private static Dictionary<string, List<Phrase>> Load()
    {
        var byFirst = new Dictionary<string, List<Phrase>>(StringComparer.Ordinal);
        foreach (var language in Statements.All)
        {
            var nots = language.Phrases[Statements.Not].Select(not => Words(not).ToArray()).ToArray();
            foreach (var (kind, phrases) in language.Phrases.Where(entry => entry.Key != Statements.Not))
            {
                var states = Enum.Parse<Statement>(kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
                foreach (var words in phrases.Select(PhraseWords))
                {
                    (byFirst.TryGetValue(words[0], out var list) ? list : byFirst[words[0]] = []).Add(new Phrase(states, words, nots));
                }
            }
        }

        return byFirst;
    }

    private static string[] PhraseWords(string phrase) =>
        [.. phrase.Split(Gap).SelectMany((part, i) => i == 0 ? Words(part) : Words(part).Prepend(Gap))];

    private sealed record Phrase(Statement States, string[] Words, string[][] Nots)
    {
        public bool TakenBack(IReadOnlyList<string> words, int start, int end)
        {
            var from = start;
            while (from > 0 && start - from < NotReachesOver && words[from - 1].Length > 0)
            {
                from--;
            }

            // A phrase that itself holds such a word ("not available") states what it says; only in its gaps it may be taken back.
            var until = Words.Contains(Gap) ? end : start;
            return Nots.Any(not => Enumerable.Range(from, Math.Max(0, until - from)).Any(at => StandsAt(words, at, not)));
        }

        private static bool StandsAt(IReadOnlyList<string> words, int at, string[] not) =>
            at + not.Length <= words.Count && !not.Where((word, i) => words[at + i] != word).Any();
    }
}
