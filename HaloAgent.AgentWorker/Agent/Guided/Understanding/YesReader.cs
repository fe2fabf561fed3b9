namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// What a text that agrees says besides, that nothing here understands: "okay, that's expensive", "yes, I have a question". There is no end
/// of such sentences; so none of them is looked for, but every word has to be accounted for: by what agrees, by goods and places, by what is
/// understood and takes nothing back.
/// </summary>
internal sealed class YesReader(Tongue tongue, PlaceFinder places)
{
    private const string GoAhead = "go-ahead";

    /// <summary>What may stand before it: "you people should just …".</summary>
    private const string Lead = "go-lead";

    /// <summary>Why it has to be quick: "visitors don full my parlour". Whatever else is told beside it is asked about.</summary>
    private const string Haste = "haste";

    /// <summary>Who asks where to pay has not agreed yet; who agrees, and asks it, has.</summary>
    private const string SendAccount = "send-account";

    private static readonly HashSet<Intent> harmless =
    [
        Intent.Yes, Intent.Thanks, Intent.Greeting, Intent.Goodbye, Intent.Pickup, Intent.PayLater, Intent.Paid, Intent.PaymentDetails, Intent.Done, Intent.AllOfThem,
        Intent.Restate, Intent.Want, Intent.UsePoints, Intent.KeepPoints,
    ];

    private static readonly string[] keys = [GoAhead, SendAccount, "beside-yes", "not-person", "on-my-way", "when", "want", "plain-yes"];

    private readonly HashSet<string> words =
    [
        .. tongue.Lexicon.Assent, .. tongue.Lexicon.SoftAssent, .. tongue.Lexicon.BesideAssent, .. tongue.Lexicon.Titles, .. tongue.Lexicon.Particles, .. tongue.Lexicon.Fillers,
        .. tongue.Lexicon.Articles, .. tongue.Lexicon.Joiners, .. tongue.Lexicon.Counters,
    ];

    /// <param name="clauses">With the goods in them marked.</param>
    /// <param name="asks">A question mark stands somewhere in it.</param>
    /// <returns>
    /// The words that nothing accounts for. None where the last thing said does nothing but agree, and plainly ("I asked him, he likes it. Go ahead"), or
    /// where a part of it does nothing but tell the shop to begin ("abeg bring am, hunger dey catch us").
    /// </returns>
    public IReadOnlyList<string> Besides(IEnumerable<IReadOnlyList<Token>> clauses, bool asks)
    {
        var read = clauses.ToList();
        var plainly = read.Exists(AgreesPlainly);
        var parts = read.SelectMany(clause => PartsOf(clause, plainly)).ToList();
        if (parts is [.. var before, var last] && last.Left.Count == 0 && AgreesPlainly(last.Tokens) && !asks && !before.Exists(part => tongue.Patterns.Best("no-story", part.Tokens) is not null)) return [];
        if (!asks && TellsToBegin(parts)) return [];
        return [.. parts.SelectMany(part => part.Left), .. asks ? ["?"] : (string[])[]];
    }

    /// <summary>A part of it does nothing but tell the shop to begin, and of the others nothing is left over but the reasons for haste.</summary>
    public bool TellsToBegin(IEnumerable<IReadOnlyList<Token>> clauses) => TellsToBegin([.. clauses.SelectMany(clause => PartsOf(clause, plainly: true))]);

    private bool TellsToBegin(List<(IReadOnlyList<Token> Tokens, List<string> Left)> parts)
    {
        var agrees = parts.Exists(part => tongue.Assent.MayAgree(part.Tokens));
        // "The account number, send it"
        if (!agrees && parts.Exists(part => tongue.Patterns.IntentsIn(part.Tokens).Exists(one => one.Intent is Intent.PaymentDetails or Intent.Paid))) return false;
        var begins = parts.FindAll(part => part.Left.Count == 0 && (Begins(GoAhead, part.Tokens) || (agrees && Begins(SendAccount, part.Tokens))));
        return begins.Count > 0 && parts.Except(begins).All(part => TakesNothingBack(part.Tokens) && (part.Left.Count == 0 || tongue.Patterns.Best(Haste, part.Tokens) is not null));
    }

    // "Abeg make una bring am"; not "you said you would bring it", and not "do am for 500".
    private bool Begins(string key, IReadOnlyList<Token> part)
    {
        if (tongue.Patterns.Best(key, part) is not { } begin || part.Any(token => token.Kind is not (TokenKind.Word or TokenKind.Item))
            || tongue.Patterns.Best("no-yes", part) is not null || tongue.Patterns.BestAt("question", part, 0) is not null) return false;
        HashSet<int> led = [.. tongue.Patterns.PlacesOf(Lead, part)];
        return Enumerable.Range(0, begin.First).All(at => led.Contains(at) || words.Contains(part[at].Text));
    }

    private bool TakesNothingBack(IReadOnlyList<Token> part) => tongue.Patterns.BestAt("question", part, 0) is null
        && tongue.Patterns.Best("no-story", part) is null && tongue.Patterns.Best("no-yes", part) is null && tongue.Patterns.IntentsIn(part).TrueForAll(one => harmless.Contains(one.Intent) || one.Intent is Intent.Delivery or Intent.Menu or Intent.OrderStatus);

    private bool AgreesPlainly(IReadOnlyList<Token> part) => tongue.Assent.AgreesPlainly(part) || tongue.Patterns.Best("plain-yes", part) is not null;

    private IEnumerable<(IReadOnlyList<Token> Tokens, List<string> Left)> PartsOf(IReadOnlyList<Token> clause, bool plainly)
    {
        var accounted = Accounted(clause, plainly);
        // What begins a sentence may also stand behind a comma.
        return Clause.PartsOf(clause).Select(part => (part, part.Except([.. accounted, .. Accounted(part, plainly)]).Select(token => token.Text).ToList()));
    }

    private HashSet<Token> Accounted(IReadOnlyList<Token> tokens, bool plainly)
    {
        List<string> texts = [.. tokens.Select(token => token.Text)];
        HashSet<int> covered = [.. tongue.Patterns.PlacesOf(harmless, tokens), .. keys.SelectMany(key => tongue.Patterns.PlacesOf(key, tokens))];
        // "Yes, I am at home" goes on; "okay, I am at work" may put off.
        if (plainly) covered.UnionWith(tongue.Patterns.PlacesOf("beside-plain-yes", tokens));
        for (var at = 0; at < tokens.Count; at++) covered.UnionWith(Enumerable.Range(at, places.LengthAt(texts, at)));
        return [.. tokens.Where((token, at) => token.Kind is not (TokenKind.Word or TokenKind.Ordinal or TokenKind.Unclear) || covered.Contains(at) || words.Contains(token.Text) || tongue.Variants.IsLetterSize(token.Text))];
    }
}
