namespace HaloAgent.Languages;

/// <summary>
/// Lays a language over English, because customers mix the two in one sentence. English entries that mean something else in
/// the language are taken out first, as its <see cref="Lexicon.Removes"/> says; where both have an entry, the language's holds.
/// </summary>
internal sealed class LexiconLayers
{
    private const string Everywhere = "words";
    private const string PatternsOf = "patterns.";

    private readonly Dictionary<string, HashSet<string>> removed;

    private LexiconLayers(Lexicon own) =>
        removed = own.Removes.ToDictionary(member => member.Key, member => member.Value.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static Lexicon Lay(Lexicon own, Lexicon english)
    {
        var over = new LexiconLayers(own);
        return own with
        {
            Spellings = over.Map("spellings", english.Spellings, own.Spellings),
            Emoji = over.Map("emoji", english.Emoji, own.Emoji),
            Signs = over.Map("signs", english.Signs, own.Signs),
            Titles = over.List("titles", english.Titles, own.Titles),
            BeforeTitles = over.List("beforeTitles", english.BeforeTitles, own.BeforeTitles),
            Particles = over.List("particles", english.Particles, own.Particles),
            Hesitations = over.List("hesitations", english.Hesitations, own.Hesitations),
            Elisions = over.List("elisions", english.Elisions, own.Elisions),
            QuestionTags = over.List("questionTags", english.QuestionTags, own.QuestionTags),
            Assent = over.List("assent", english.Assent, own.Assent),
            SoftAssent = over.List("softAssent", english.SoftAssent, own.SoftAssent),
            BesideAssent = over.List("besideAssent", english.BesideAssent, own.BesideAssent),
            Fillers = over.List("fillers", english.Fillers, own.Fillers),
            Articles = over.List("articles", english.Articles, own.Articles),
            Joiners = over.List("joiners", english.Joiners, own.Joiners),
            Continuers = over.List("continuers", english.Continuers, own.Continuers),
            Partitives = over.List("partitives", english.Partitives, own.Partitives),
            NameFillers = over.List("nameFillers", english.NameFillers, own.NameFillers),
            BeforeThings = over.List("beforeThings", english.BeforeThings, own.BeforeThings),
            AfterThings = over.List("afterThings", english.AfterThings, own.AfterThings),
            Numbers = over.Map("numbers", english.Numbers, own.Numbers),
            Quantities = over.Map("quantities", english.Quantities, own.Quantities),
            UnclearQuantities = over.List("unclearQuantities", english.UnclearQuantities, own.UnclearQuantities),
            NotNumbers = over.List("notNumbers", english.NotNumbers, own.NotNumbers),
            Ordinals = over.Map("ordinals", english.Ordinals, own.Ordinals),
            OrdinalEndings = over.List("ordinalEndings", english.OrdinalEndings, own.OrdinalEndings),
            PickWords = over.List("pickWords", english.PickWords, own.PickWords),
            Each = over.List("each", english.Each, own.Each),
            Ages = over.List("ages", english.Ages, own.Ages),
            Currency = over.List("currency", english.Currency, own.Currency),
            Thousands = over.List("thousands", english.Thousands, own.Thousands),
            ThousandsBefore = over.List("thousandsBefore", english.ThousandsBefore, own.ThousandsBefore),
            Counters = over.List("counters", english.Counters, own.Counters),
            OtherGoods = over.List("otherGoods", english.OtherGoods, own.OtherGoods),
            OtherPlaces = over.List("otherPlaces", english.OtherPlaces, own.OtherPlaces),
            Measures = over.Map("measures", english.Measures, own.Measures),
            MeasuresBefore = over.Map("measuresBefore", english.MeasuresBefore, own.MeasuresBefore),
            VariantWords = over.List("variantWords", english.VariantWords, own.VariantWords),
            SoftVariantWords = over.List("softVariantWords", english.SoftVariantWords, own.SoftVariantWords),
            Plurals = [.. own.Plurals, .. english.Plurals],
            Goods = over.Map("goods", english.Goods, own.Goods),
            Alike = over.Map("alike", english.Alike, own.Alike),
            CommonWords = [.. own.CommonWords.Union(english.CommonWords)],
            Ingredients = over.List("ingredients", english.Ingredients, own.Ingredients),
            AddressWords = over.List("addressWords", english.AddressWords, own.AddressWords),
            Abbreviations = over.List("abbreviations", english.Abbreviations, own.Abbreviations),
            OptOut = [.. own.OptOut.Union(english.OptOut)],
            OptOutInside = [.. own.OptOutInside.Union(english.OptOutInside)],
            OptOutUnless = [.. own.OptOutUnless.Union(english.OptOutUnless)],
            OptIn = [.. own.OptIn.Union(english.OptIn)],
            ToolHints = own.ToolHints.Concat(english.ToolHints).GroupBy(hint => hint.Key, hint => hint.Value)
                .ToDictionary(hint => hint.Key, hint => (IReadOnlyList<string>)[.. hint.SelectMany(words => words).Distinct()]),
            Patterns = over.Patterns(english.Patterns, own.Patterns),
        };
    }

    private IReadOnlyList<string> List(string member, IReadOnlyList<string> english, IReadOnlyList<string> own) =>
        [.. own.Union(english.Where(entry => !IsRemoved(member, entry)))];

    private Dictionary<string, T> Map<T>(string member, IReadOnlyDictionary<string, T> english, IReadOnlyDictionary<string, T> own)
    {
        var both = english.Where(entry => !IsRemoved(member, entry.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var (key, value) in own) both[key] = value;
        return both;
    }

    private Dictionary<string, IReadOnlyList<string>> Patterns(IReadOnlyDictionary<string, IReadOnlyList<string>> english, IReadOnlyDictionary<string, IReadOnlyList<string>> own)
    {
        var both = english.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        foreach (var (intent, gone) in removed.Where(member => member.Key.StartsWith(PatternsOf, StringComparison.Ordinal)).Select(member => (member.Key[PatternsOf.Length..], member.Value)))
        {
            both[intent] = [.. english[intent].Where(pattern => !gone.Contains(pattern)).Select(pattern => WithoutWords(pattern, gone)).OfType<string>()];
        }

        foreach (var (intent, patterns) in own) both[intent] = [.. patterns.Union(both.GetValueOrDefault(intent, []))];
        return both;
    }

    // "^ yes|y|k" without "k" is "^ yes|y"; a pattern that needed the word falls away.
    private static string? WithoutWords(string pattern, HashSet<string> gone)
    {
        List<string> kept = [];
        foreach (var element in pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var optional = element.Length > 1 && element[^1] == '?';
            var ahead = element.Length > 1 && element[0] == '=';
            var words = element[(ahead ? 1 : 0)..(optional ? ^1 : ^0)].Split('|');
            var left = words.Where(word => !gone.Contains(word)).ToList();
            if (left.Count == words.Length) kept.Add(element);
            else if (left.Count > 0) kept.Add((ahead ? "=" : "") + string.Join('|', left) + (optional ? "?" : ""));
            else if (!optional) return null;
        }

        return string.Join(' ', kept);
    }

    private bool IsRemoved(string member, string entry) =>
        (removed.TryGetValue(Everywhere, out var words) && words.Contains(entry)) || (removed.TryGetValue(member, out var own) && own.Contains(entry));
}
