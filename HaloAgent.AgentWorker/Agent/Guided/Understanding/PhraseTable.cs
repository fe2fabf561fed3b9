namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Phrases of one or more words, each with what it stands for; the longest one that fits wins.</summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> byFirstWord = new(StringComparer.Ordinal);

    public PhraseTable(IEnumerable<KeyValuePair<string, T>> phrases)
    {
        foreach (var (phrase, value) in phrases)
        {
            var words = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!byFirstWord.TryGetValue(words[0], out var list)) byFirstWord[words[0]] = list = [];
            list.Add((words, value));
            list.Sort((one, other) => other.Words.Length.CompareTo(one.Words.Length));
        }
    }

    /// <summary>The phrase that begins at this token, if any.</summary>
    public bool At(IReadOnlyList<Token> tokens, int at, out int length, out T value)
    {
        if (byFirstWord.TryGetValue(tokens[at].Text, out var phrases))
        {
            foreach (var (words, meaning) in phrases)
            {
                if (at + words.Length > tokens.Count || !Fits(tokens, at, words)) continue;
                (length, value) = (words.Length, meaning);
                return true;
            }
        }

        (length, value) = (0, default!);
        return false;
    }

    private static bool Fits(IReadOnlyList<Token> tokens, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[at + i].Kind is TokenKind.Break or TokenKind.Item || tokens[at + i].Text != words[i]) return false;
        }

        return true;
    }
}
