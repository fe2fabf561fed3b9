namespace HaloAgent.Languages;

/// <summary>Takes the ending of the plural off a word and puts it on, as the language's data says.</summary>
public sealed class Stems(Lexicon lexicon)
{
    private const int ShortestStem = 3;

    public string Of(string word)
    {
        foreach (var (from, to) in lexicon.Plurals)
        {
            if (word.EndsWith(from, StringComparison.Ordinal) && word.Length - from.Length + to.Length >= ShortestStem)
            {
                return string.Concat(word.AsSpan(0, word.Length - from.Length), to);
            }
        }

        return word;
    }

    /// <summary>How a word may be written of which this is the stem.</summary>
    public IEnumerable<string> FormsOf(string stem) => lexicon.Plurals
        .Where(ending => stem.Length >= ShortestStem && stem.EndsWith(ending.To, StringComparison.Ordinal))
        .Select(ending => string.Concat(stem.AsSpan(0, stem.Length - ending.To.Length), ending.From))
        .Prepend(stem);
}
