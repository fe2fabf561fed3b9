using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>The patterns of a lexicon, parsed once. A key the agent does not know is a mistake in the data.</summary>
internal sealed class PatternBook
{
    /// <summary>Keys that are no intents; Languages/README.md says what each is for.</summary>
    private static readonly HashSet<string> Structure =
    [
        "add", "remove", "remove-this", "set", "set-last", "set-first", "more-of-it", "less-of-it", "swap", "swap-lead", "swap-reversed", "swap-it", "exchange", "about", "about-inside", "inside-lead", "health-condition", "health-or-fit", "return-it", "colour",
        "preparation", "when", "how-long", "wish-lead", "wish-without", "wish-after", "wish-request", "question", "address-lead", "address-end", "order-number", "not-this", "not-person", "name-lead", "correction", "one-of-them",
        "age", "age-months", "not-age", "child", "twins", "female", "male", "adult",
        "gone", "replaced", "that-one", "not-complaint", "not-pickup", "not-delivery", "not-paid", "not-assent", "but", "plain-yes", "no-yes", "as-well", "beside-plain-yes", "no-story", "house-number", "beside-yes", "double", "double-it", "double-all", "on-my-way", "handover", "fetches", "comes-for-it", "go-ahead", "go-lead", "haste", "not-handover", "dangling", "at-the-door", "either", "means-another", "of-it", "to-be-brought", "send-account", "not-when", "not-amount",
        "second-thought", "second-number", "taken-back", "keep", "only-these", "more-of-all", "less-of-all", "set-all", "swap-some", "swap-half", "swap-others", "not-it", "more-for",
    ];

    private const string OfMatters = "matter-";

    private readonly Dictionary<string, PatternIndex<string>> anywhere;
    private readonly Dictionary<string, PatternIndex<string>> openings;
    private readonly PatternIndex<Intent> intents;
    private readonly PatternIndex<Matter> matters;

    public PatternBook(Lexicon lexicon)
    {
        var parsed = lexicon.Patterns.ToDictionary(entry => entry.Key, entry => entry.Value.Select(text => new Pattern(text)).ToArray(), StringComparer.Ordinal);
        anywhere = parsed.ToDictionary(entry => entry.Key, entry => new PatternIndex<string>(entry.Value.Select(pattern => (entry.Key, pattern)), pattern => pattern.Anchor), StringComparer.Ordinal);
        openings = parsed.ToDictionary(entry => entry.Key, entry => new PatternIndex<string>(entry.Value.Select(pattern => (entry.Key, pattern)), pattern => pattern.Opening), StringComparer.Ordinal);
        intents = new PatternIndex<Intent>(
            parsed.Where(entry => !Structure.Contains(entry.Key) && !IsOfMatter(entry.Key)).SelectMany(entry => entry.Value.Select(pattern => (Named<Intent>(entry.Key), pattern))), pattern => pattern.Anchor);
        matters = new PatternIndex<Matter>(
            parsed.Where(entry => IsOfMatter(entry.Key)).SelectMany(entry => entry.Value.Select(pattern => (Named<Matter>(entry.Key[OfMatters.Length..]), pattern))), pattern => pattern.Anchor);
    }

    /// <summary>The weightiest match of every intent there is in the tokens.</summary>
    public List<(Intent Intent, PatternMatch Match)> IntentsIn(IReadOnlyList<Token> tokens)
    {
        Dictionary<Intent, PatternMatch> best = [];
        foreach (var (intent, pattern) in intents.For(tokens))
        {
            if (pattern.In(tokens) is { } match && match.Words > (best.TryGetValue(intent, out var known) ? known.Words : 0)) best[intent] = match;
        }

        return [.. best.Select(found => (found.Key, found.Value))];
    }

    /// <summary>The places of all words that these intents are made of, wherever they stand, without those they pass over.</summary>
    public IEnumerable<int> PlacesOf(IReadOnlySet<Intent> some, IReadOnlyList<Token> tokens) =>
        intents.For(tokens).Where(entry => some.Contains(entry.Key)).SelectMany(entry => Places(entry.Pattern, tokens).Where(place => entry.Pattern.Names(tokens[place])));

    /// <summary>Every match of an intent, wherever it stands.</summary>
    public IEnumerable<PatternMatch> MatchesOf(Intent some, IReadOnlyList<Token> tokens) =>
        intents.For(tokens).Where(entry => entry.Key == some).SelectMany(entry => Matches(entry.Pattern, tokens));

    /// <summary>The places of all that a kind of pattern fits.</summary>
    public IEnumerable<int> PlacesOf(string key, IReadOnlyList<Token> tokens) =>
        anywhere.TryGetValue(key, out var patterns) ? patterns.For(tokens).SelectMany(entry => Places(entry.Pattern, tokens)) : [];

    /// <summary>The places of all words that anything here is made of, without those that are passed over.</summary>
    public IEnumerable<int> PlacesOfAll(IReadOnlyList<Token> tokens) =>
        anywhere.Values.SelectMany(patterns => patterns.For(tokens)).SelectMany(entry => Places(entry.Pattern, tokens).Where(place => entry.Pattern.Names(tokens[place])));

    private static IEnumerable<int> Places(Pattern pattern, IReadOnlyList<Token> tokens) =>
        Matches(pattern, tokens).SelectMany(match => Enumerable.Range(match.First, match.End - match.First));

    private static IEnumerable<PatternMatch> Matches(Pattern pattern, IReadOnlyList<Token> tokens) => Enumerable.Range(0, tokens.Count).Select(at => pattern.At(tokens, at)).OfType<PatternMatch>();

    /// <summary>What in the tokens only a person may answer.</summary>
    public IEnumerable<Matter> MattersIn(IReadOnlyList<Token> tokens) =>
        matters.For(tokens).Where(entry => entry.Pattern.In(tokens) is not null).Select(entry => entry.Key).Distinct();

    /// <summary>The weightiest match of a kind anywhere in the tokens.</summary>
    public PatternMatch? Best(string key, IReadOnlyList<Token> tokens)
    {
        PatternMatch? best = null;
        if (!anywhere.TryGetValue(key, out var patterns)) return best;
        foreach (var (_, pattern) in patterns.For(tokens))
        {
            if (pattern.In(tokens) is { } match && match.Words > (best?.Words ?? 0)) best = match;
        }

        return best;
    }

    /// <summary>The weightiest match of a kind that begins at this token.</summary>
    public PatternMatch? BestAt(string key, IReadOnlyList<Token> tokens, int at)
    {
        PatternMatch? best = null;
        if (!openings.TryGetValue(key, out var patterns)) return best;
        foreach (var (_, pattern) in patterns.For(tokens[at].Text))
        {
            if (pattern.At(tokens, at) is { } match && match.Words > (best?.Words ?? 0)) best = match;
        }

        return best;
    }

    /// <summary>The goods that the patterns of a kind speak of, wherever they stand.</summary>
    public HashSet<Token> GoodsIn(string key, IReadOnlyList<Token> tokens)
    {
        HashSet<Token> goods = [];
        for (var at = 0; at < tokens.Count; at++)
        {
            if (BestAt(key, tokens, at) is { } match) goods.UnionWith(match.Captured.Where(token => token.Is(TokenKind.Item)));
        }

        return goods;
    }

    private static bool IsOfMatter(string key) => key.StartsWith(OfMatters, StringComparison.Ordinal);

    private static TName Named<TName>(string key)
        where TName : struct, Enum => Enum.TryParse<TName>(key.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var name)
        ? name
        : throw new FormatException($"The lexicon names an unknown {typeof(TName).Name} {key}.");
}

/// <summary>Patterns by a word they need, so that of a thousand only those are tried whose word was said.</summary>
internal sealed class PatternIndex<TKey>
{
    private readonly Dictionary<string, List<(TKey Key, Pattern Pattern)>> byWord = new(StringComparer.Ordinal);
    private readonly List<(TKey Key, Pattern Pattern)> always = [];

    public PatternIndex(IEnumerable<(TKey Key, Pattern Pattern)> patterns, Func<Pattern, IReadOnlyList<string>> needs)
    {
        foreach (var entry in patterns)
        {
            var words = needs(entry.Pattern);
            if (words.Count == 0) always.Add(entry);
            foreach (var word in words)
            {
                if (!byWord.TryGetValue(word, out var list)) byWord[word] = list = [];
                list.Add(entry);
            }
        }
    }

    public IEnumerable<(TKey Key, Pattern Pattern)> For(string word) => byWord.TryGetValue(word, out var found) ? always.Count == 0 ? found : always.Concat(found) : always;

    public IEnumerable<(TKey Key, Pattern Pattern)> For(IReadOnlyList<Token> tokens)
    {
        foreach (var entry in always) yield return entry;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Repeats(tokens, at) || !byWord.TryGetValue(tokens[at].Text, out var found)) continue;
            foreach (var entry in found) yield return entry;
        }
    }

    private static bool Repeats(IReadOnlyList<Token> tokens, int at)
    {
        for (var before = 0; before < at; before++)
        {
            if (tokens[before].Text == tokens[at].Text) return true;
        }

        return false;
    }
}
