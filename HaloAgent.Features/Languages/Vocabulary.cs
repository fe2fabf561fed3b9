namespace HaloAgent.Languages;

/// <summary>Every word the lexicon mentions anywhere: none of them is ever a misspelt product.</summary>
public sealed class Vocabulary
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    public Vocabulary(Lexicon lexicon)
    {
        AddAll(lexicon.CommonWords);
        // Of several words only the row is a spelling: "eba mi" does not make the food "eba" an everyday word.
        AddAll(lexicon.Spellings.Keys.Where(spelling => !spelling.Contains(' ', StringComparison.Ordinal)));
        AddAll(lexicon.Spellings.Values);
        AddAll(lexicon.Titles);
        AddAll(lexicon.Particles);
        AddAll(lexicon.Assent);
        AddAll(lexicon.SoftAssent);
        AddAll(lexicon.BesideAssent);
        AddAll(lexicon.Fillers);
        AddAll(lexicon.Joiners);
        AddAll(lexicon.Numbers.Keys);
        AddAll(lexicon.Quantities.Keys);
        AddAll(lexicon.UnclearQuantities);
        AddAll(lexicon.Ordinals.Keys);
        AddAll(lexicon.Counters);
        AddAll(lexicon.VariantWords);
        AddAll(lexicon.AddressWords);
        foreach (var patterns in lexicon.Patterns.Values) AddAll(patterns.SelectMany(pattern => pattern.Split(' ', '|', '?', '=')));
    }

    public bool Knows(string word) => words.Contains(word);

    private void AddAll(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            foreach (var word in phrase.Split(' ')) words.Add(word);
        }
    }
}
