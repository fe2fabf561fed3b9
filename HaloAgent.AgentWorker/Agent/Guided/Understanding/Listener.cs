namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// Understands a customer's burst against one shop's catalogue and delivery areas. Pure: the same words always mean the
/// same; what was asked before is the dialogue's business. Before: the turn. After: the dialogue policy.
/// </summary>
internal sealed class Listener
{
    private readonly Tongue tongue;
    private readonly CatalogIndex catalog;
    private readonly PlaceFinder places;
    private readonly bool hasPolicies;

    /// <param name="hasPolicies">The shop has written down what holds: a question about refunds is one about its terms, and no matter for a person.</param>
    public Listener(string? language, IReadOnlyList<CatalogItem> items, IReadOnlyList<PlaceName> areas, bool hasPolicies = false)
    {
        this.hasPolicies = hasPolicies;
        tongue = Tongue.Of(language);
        catalog = new CatalogIndex(items, tongue);
        places = new PlaceFinder(areas, tongue.WordsOf);
    }

    public Heard Hear(string text)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        var hearing = new Hearing(tongue, catalog, places, folded, hasPolicies);
        foreach (var clause in tongue.Scanner.Scan(folded)) hearing.Take(tongue.Wording.Plain(clause));
        return hearing.Result();
    }

    /// <summary>How many words nothing explains: neither the language, nor the goods, nor the delivery areas.</summary>
    public int Unexplained(string text)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        return tongue.Scanner.Scan(folded).SelectMany(clause => tongue.Wording.Plain(clause).Tokens).Count(token => token.Is(TokenKind.Word) && !IsExplained(token.Text));
    }

    private bool IsExplained(string word) => tongue.Vocabulary.Knows(word) || tongue.Vocabulary.Knows(tongue.Stems.Of(word)) || places.Knows(word) || catalog.Find(word) is not null;

    /// <summary>The variants of a product that an answer names: "42", "the red one".</summary>
    public IReadOnlyList<CatalogVariant> VariantsNamed(CatalogItem item, string text) => tongue.Variants.Named(item, tongue.WordsOf(text));

    /// <summary>Which variants are named one by one, and how many of each where that was said: "one XL", "2 of L and 1 of M".</summary>
    public IReadOnlyList<(CatalogVariant Variant, int? Count)> CountsOf(CatalogItem item, string text)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        return tongue.VariantCounts.Of(item, [.. tongue.Scanner.Scan(folded).SelectMany(clause => tongue.Wording.Plain(clause).Tokens)]);
    }

    /// <summary>Whether a text says that something is to take the place of something else.</summary>
    public bool SaysInstead(string text)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        return tongue.Scanner.Scan(folded).Any(clause => tongue.Patterns.Best("exchange", tongue.Wording.Plain(clause).Tokens) is not null);
    }

    /// <summary>Whether words only name what is in a thing, as "chicken" does.</summary>
    public bool AreIngredients(string text) => WishReader.AreIngredients(tongue, tongue.WordsOf(text));

    /// <summary>The words of a text that name what is in a thing.</summary>
    public IEnumerable<string> IngredientsIn(string text) => tongue.WordsOf(text).Select(tongue.Stems.Of).Where(word => AreIngredients(word));

    /// <summary>The delivery area that an address lies in, if it names one.</summary>
    public string? AreaIn(string address) => places.In(tongue.WordsOf(address));

    /// <summary>Whether a line, sent when an address was asked for, can be one.</summary>
    public bool CouldBeAddress(string text)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        var reader = new AddressReader(tongue.Lexicon, tongue.Patterns, tongue.Vocabulary, folded);
        return reader.IsAddress([.. tongue.Scanner.Scan(folded).SelectMany(clause => clause.Tokens)]);
    }

    /// <summary>More than the name of an area: a house number or a street word.</summary>
    public bool IsStreetAddress(string text)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        var reader = new AddressReader(tongue.Lexicon, tongue.Patterns, tongue.Vocabulary, folded);
        return reader.IsStreet([.. tongue.Scanner.Scan(folded).SelectMany(clause => clause.Tokens)]);
    }
}
