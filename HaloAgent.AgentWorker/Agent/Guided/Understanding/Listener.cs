using System.Globalization;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// Understands a customer's burst against one shop's catalogue and delivery areas. Pure: the same words always mean the
/// same; what was asked before is the dialogue's business. Before: the turn. After: the dialogue policy.
/// </summary>
internal sealed class Listener
{
    /// <summary>Smaller numbers in words count things; shoe sizes begin here.</summary>
    private const int SmallestSizeInWords = 20;

    /// <summary>"Not the S-M …"</summary>
    private const int LongestDenied = 3;

    private readonly Tongue tongue;
    private readonly CatalogIndex catalog;
    private readonly PlaceFinder places;
    private readonly bool hasPolicies;
    private readonly SecondThoughts secondThoughts;

    /// <param name="hasPolicies">The shop has written down what holds: a question about refunds is one about its terms, and no matter for a person.</param>
    public Listener(string? language, IReadOnlyList<CatalogItem> items, IReadOnlyList<PlaceName> areas, bool hasPolicies = false)
    {
        this.hasPolicies = hasPolicies;
        tongue = Tongue.Of(language);
        catalog = new CatalogIndex(items, tongue);
        secondThoughts = new SecondThoughts(tongue, catalog);
        places = new PlaceFinder(areas, tongue.WordsOf, tongue.Lexicon.Elisions);
        Agreement = new AgreementEar(tongue, catalog, places, ClausesOf);
    }

    /// <summary>What agrees, and what takes it back.</summary>
    public AgreementEar Agreement { get; }

    public Heard Hear(string text) => Hear(text, []);

    /// <summary>The text without what it takes back itself: "make it 5, sorry 6" is "make it 6".</summary>
    public string LastWordOf(string text) => secondThoughts.LastWordOf(text);

    /// <param name="known">How old the children are for whom nothing is chosen yet, from earlier messages.</param>
    public Heard Hear(string text, IReadOnlyList<SaidAge> known)
    {
        var folded = Folding.Fold(LastWordOf(text), tongue.Lexicon.Emoji);
        var hearing = new Hearing(tongue, catalog, places, folded, hasPolicies);
        var clauses = tongue.Scanner.Scan(folded).Select(tongue.Wording.Plain);
        if (!catalog.Children.Any)
        {
            foreach (var clause in clauses) hearing.Take(clause);
            return hearing.Result();
        }

        var children = new ChildrenReader(tongue, folded);
        foreach (var clause in clauses) hearing.Take(children.Take(clause));
        var heard = hearing.Result();
        var said = children.Result();
        return new ChildrensSizes(catalog.Children, said with { Ages = [.. said.Ages.Where(age => !IsInAddress(age, heard.Address, folded))] }).In(heard, known);
    }

    // "6 Years Close"
    private static bool IsInAddress(SaidAge age, SaidAddress? address, FoldedText folded) =>
        address is not null && folded.Original.IndexOf(address.Text, StringComparison.Ordinal) is >= 0 and var at && folded.Origin[age.At] >= at && folded.Origin[age.At] < at + address.Text.Length;

    /// <summary>How much of a text is accounted for by the language, the goods and the delivery areas.</summary>
    /// <param name="names">What else needs no explanation: the shop's own name and address, the customer's name.</param>
    public Account AccountOf(string text, params IEnumerable<string?> names)
    {
        var keeper = new AccountKeeper(tongue, catalog, places, Folding.Fold(text, tongue.Lexicon.Emoji), names.OfType<string>().SelectMany(tongue.WordsOf).ToHashSet(StringComparer.Ordinal));
        return ClausesOf(text).Select(keeper.Of).Aggregate(default(Account), (sum, one) => sum + one);
    }

    /// <summary>The variants of a product that an answer names: "42", "the red one".</summary>
    public IReadOnlyList<CatalogVariant> VariantsNamed(CatalogItem item, string text) => AgesIn(item, text) is { Count: > 0 } ages
        ? [.. ages.SelectMany(age => catalog.Children.Fitting(item, age)).Distinct()]
        : tongue.Variants.Named(item, [.. tongue.WordsOf(text), .. SizesInWords(TokensOf(text)).Select(size => size.ToString(CultureInfo.InvariantCulture))]);

    // "Forty-three", "arba'in da uku": a size in words is the same size.
    private static IEnumerable<int> SizesInWords(List<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at] is not { Kind: TokenKind.Number, Value: >= SmallestSizeInWords and < 100 } tens || char.IsAsciiDigit(tens.Text[0])) continue;
            // "arba'in da uku": the units stand behind, with or without a word between.
            var units = tokens.Skip(at + 1).Take(2).FirstOrDefault(token => token.Is(TokenKind.Number));
            yield return (int)tens.Value + (tens.Value % 10 == 0 && units is { Value: > 0 and < 10 } && !char.IsAsciiDigit(units.Text[0]) ? (int)units.Value : 0);
        }
    }

    /// <summary>The first number of a text that counts a thing, and is no part of the name of one of its sizes ("4-5 years").</summary>
    public int? FirstCount(CatalogItem item, string text)
    {
        var sizes = item.Variants.SelectMany(variant => tongue.WordsOf(variant.Name)).ToHashSet(StringComparer.Ordinal);
        return TokensOf(text).Where(token => token.MayCount && !sizes.Contains(token.Text)).Select(number => (int?)number.Value).FirstOrDefault();
    }

    /// <summary>Which variants are named one by one, and how many of each where that was said: "one XL", "2 of L and 1 of M".</summary>
    public IReadOnlyList<(CatalogVariant Variant, int? Count)> CountsOf(CatalogItem item, string text) => AgesIn(item, text).Count > 0 ? [] : tongue.VariantCounts.Of(item, TokensOf(text));

    /// <summary>Whether a text says that something is to take the place of something else.</summary>
    public bool SaysInstead(string text) => Says("exchange", text);

    /// <summary>The variants of a product that a text says are not meant: "not S-M".</summary>
    public IReadOnlyList<CatalogVariant> VariantsDenied(CatalogItem item, string text)
    {
        List<CatalogVariant> denied = [];
        foreach (var tokens in ClausesOf(text))
        {
            for (var at = 0; at < tokens.Count; at++)
            {
                if (tongue.Patterns.BestAt("not-this", tokens, at) is not { } not) continue;
                denied.AddRange(tongue.Variants.Named(item, [.. tokens.Skip(not.End).TakeWhile(token => !token.Is(TokenKind.Break)).Take(LongestDenied).Select(token => token.Text)]));
            }
        }

        return denied;
    }

    /// <summary>Whether a text corrects what was said before: "change it", "not L", "I mean XL".</summary>
    public bool SaysCorrection(string text) => SaysInstead(text) || SaysNotThis(text) || Says("correction", text);

    /// <summary>Whether a size is named, be it one that a thing comes in or not.</summary>
    public bool NamesASize(string text) => ClausesOf(text).Any(tokens => tokens.Any(token => token.Is(TokenKind.Word) && (tongue.Variants.IsLetterSize(token.Text) || (tongue.Lexicon.VariantWords.Contains(token.Text) && !tongue.Lexicon.SoftVariantWords.Contains(token.Text)))));

    /// <summary>The sentences and lines of a text as they were written, where they say something.</summary>
    public IReadOnlyList<string> SentencesOf(string text)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        return [.. tongue.Scanner.Scan(folded).Select(clause => folded.Written(clause.Start, Math.Min(clause.End, folded.Text.Length)).Trim()).Where(sentence => sentence.Length > 0)];
    }

    /// <summary>Sizes in letters, be they a thing's or nobody's: "yes <b>XL</b>".</summary>
    public IEnumerable<string> LetterSizesIn(string text) => TokensOf(text).Where(token => token.Is(TokenKind.Word) && tongue.Variants.IsLetterSize(token.Text)).Select(token => token.Text);

    /// <summary>An amount of money, or a number that is too large to count goods, stands in it.</summary>
    public bool NamesMoney(string text) => TokensOf(text).Any(token => token.Is(TokenKind.Money) || (token.Is(TokenKind.Number) && !token.MayCount));

    /// <summary>It says who gets the goods, and not that somebody comes for them.</summary>
    public bool OnlyReceives(string text) => Hear(text).Wishes.Where(wish => wish.IsHandover).Select(wish => wish.Text).ToList() is { Count: > 0 } said && said.TrueForAll(one => !Says("comes-for-it", one) || Says("at-the-door", one));

    /// <summary>What a text says to be done, one after the other: "one should be XL", "add 1 zobo".</summary>
    public IReadOnlyList<string> StepsOf(string text)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        return [.. tongue.Scanner.Scan(folded).SelectMany(clause => new Steps(tongue.Lexicon, tongue.Patterns).Of(folded, tongue.Wording.Plain(clause))).Where(step => step.Length > 0)];
    }

    /// <summary>Of which kind words about the handing over are; null: they are none.</summary>
    public Handover? HandoverIn(string text) => !Hear(text).Wishes.Any(wish => wish.IsHandover) ? null
        : Says("not-person", text) ? Handover.Call
        : Says("handover", text) || Says("fetches", text) ? Handover.Person : Handover.Number;

    /// <summary>"My house number is 7", "change the address to 7", and no more.</summary>
    public bool NamesHouseNumber(string text) => Says("house-number", text);

    /// <summary>"Not 7": the word, in a text, stands right behind what denies it.</summary>
    public bool IsDenied(string text, string word) => ClausesOf(text).Any(tokens => Enumerable.Range(0, tokens.Count).Any(at =>
        tongue.Patterns.BestAt("not-this", tokens, at) is { } not && not.End < tokens.Count && tokens[not.End].Text.Equals(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>"I want …", "make it …"</summary>
    public bool Wants(string text) => Says("want", text) || Sets(text);

    /// <summary>"Do you have <b>a table</b>?": what is asked after is neither "it" nor known.</summary>
    public bool AsksAfterSomethingElse(string text) => ClausesOf(text).Any(tokens => tongue.Patterns.IntentsIn(tokens).Find(one => one.Intent == Intent.Availability).Match is { } match
        && tokens.Skip(match.End).SkipWhile(token => token.Is(TokenKind.Article)).FirstOrDefault() is { Kind: TokenKind.Word, Text.Length: > 3 } thing && tongue.Patterns.Best("of-it", [thing]) is null && !tongue.Variants.IsLetterSize(thing.Text));

    /// <summary>"39 <b>or</b> 40"</summary>
    public bool SaysEither(string text) => Says("either", text);

    /// <summary>"I want one in XXL <b>too</b>": besides what is there.</summary>
    public bool SaysAsWell(string text) => Says("as-well", text);

    /// <summary>"Make it …"</summary>
    public bool Sets(string text) => Says("set", text);

    /// <summary>Children are spoken of, where something is made for them.</summary>
    public bool SpeaksOfChildren(string text) => catalog.Children.Any && Says("child", text);

    /// <summary>"Not L": something is plainly not wanted.</summary>
    public bool SaysNotThis(string text) => Says("not-this", text);

    /// <summary>"One of them": it counts, where "one" alone often stands for the thing.</summary>
    public bool SaysOneOfThem(string text) => Says("one-of-them", text);

    /// <summary>Whether a text has a word of a name: "the dress", of an "Ankara wrap dress".</summary>
    public bool NamesAWordOf(string name, string text) => tongue.WordsOf(name).Select(tongue.Stems.Of).Intersect(tongue.WordsOf(text).Select(tongue.Stems.Of)).Any(word => word.Length > 2);

    /// <summary>The count that stands alone at the end of a sentence: "size 42 please, 1 pair".</summary>
    public int? TrailingCount(string text)
    {
        var trailing = new TrailingCount(tongue.Lexicon);
        return ClausesOf(text).Select(tokens => trailing.In(tokens) is { } at ? (int?)tokens[at].Value : null).LastOrDefault(count => count is not null);
    }

    /// <summary>"One of each", "2 each", "2 2": how many of everything that was spoken of.</summary>
    public int? EachOf(string text)
    {
        var quantities = new QuantityReader(tongue.Lexicon);
        return ClausesOf(text).Select(tokens => quantities.EachOf(tokens, [])?.Count).FirstOrDefault(count => count is not null);
    }

    private bool Says(string key, string text) => ClausesOf(text).Any(tokens => tongue.Patterns.Best(key, tokens) is not null);

    private IEnumerable<IReadOnlyList<Token>> ClausesOf(string text)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        var clauses = tongue.Scanner.Scan(folded).Select(clause => tongue.Wording.Plain(clause).Tokens);
        return catalog.Children.Any ? clauses.Select(tokens => tongue.Ages.Mark(tokens, folded.Text)) : clauses;
    }

    /// <summary>Whether the sizes of a product are the ages of children.</summary>
    public bool IsForChildren(Guid product) => catalog.Children.Contains(product);

    /// <summary>Ages and sizes that an answer names for several children: "the girl 2-3, the boy 6-7 years".</summary>
    public IReadOnlyList<SaidAge> SizesOfChildren(string text) => SaidOfChildren(text, sizes: true).Ages;

    public bool NamesAnAge(string text) => catalog.Children.Any && SaidOfChildren(text).Ages.Count > 0;

    /// <summary>Whether such a product is a girl's or a boy's.</summary>
    public Sex? SexOf(Guid product) => catalog.Children.SexOf(product);

    /// <summary>The sizes that these ages wear, each with its count; null: it cannot be told how many are for whom.</summary>
    public IReadOnlyList<(IReadOnlyList<CatalogVariant> Variants, int? Count)>? SizesFor(CatalogItem item, int? quantity, IReadOnlyList<SaidAge> ages, string text) =>
        new ChildrensSizes(catalog.Children, SaidOfChildren(text)).Divide(item, quantity, ages);

    // Of a thing whose sizes are ages, the ages that a text names are its sizes, and no other number in it is one.
    private IReadOnlyList<SaidAge> AgesIn(CatalogItem item, string text)
    {
        return catalog.Children.Are(item) ? SaidOfChildren(text).Ages : [];
    }

    private ChildrenSaid SaidOfChildren(string text, bool sizes = false)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        var reader = new ChildrenReader(tongue, folded, sizes);
        foreach (var clause in tongue.Scanner.Scan(folded)) reader.Take(tongue.Wording.Plain(clause));
        return reader.Result();
    }

    private List<Token> TokensOf(string text) => [.. ClausesOf(text).SelectMany(tokens => tokens)];

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
