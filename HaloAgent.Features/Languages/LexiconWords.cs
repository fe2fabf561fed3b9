namespace HaloAgent.Languages;

/// <summary>The words that one language's lexicon names and no other one's: the language of a shop's daily talk.</summary>
internal static class LexiconWords
{
    public static IEnumerable<(int Language, string Word)> OfOneLanguage(IReadOnlyList<string> languages)
    {
        var words = languages.Select(code => LanguageResources.Has(code) ? In(LanguageResources.Read<Lexicon>(code, "lexicon.json")) : []).ToList();
        return words.SelectMany((own, language) => own
            .Where(word => languages[language] != LanguageResources.Fallback && !words.Where((_, other) => other != language).Any(other => other.Contains(word)))
            .Select(word => (language, word)));
    }

    private static HashSet<string> In(Lexicon lexicon) =>
    [
        .. lexicon.Spellings.Keys.Concat(lexicon.Spellings.Values).Concat(lexicon.CommonWords).Concat(lexicon.Numbers.Keys).Concat(lexicon.Quantities.Keys)
            .Concat(lexicon.Fillers).Concat(lexicon.Counters).Concat(lexicon.AddressWords)
            .Concat(lexicon.Patterns.Values.SelectMany(patterns => patterns).Where(pattern => !pattern.Contains('@', StringComparison.Ordinal)))
            .SelectMany(text => text.Split([' ', '|', '?', '^', '$', '.', '='], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length > 2),
    ];
}
