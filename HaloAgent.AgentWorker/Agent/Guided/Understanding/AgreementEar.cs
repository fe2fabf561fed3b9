namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>What in an answer to a summary agrees, and what takes it back: the parts of which the dialogue makes a yes (docs/adr/0020).</summary>
/// <param name="clausesOf">The plain words of a text, clause by clause.</param>
internal sealed class AgreementEar(Tongue tongue, CatalogIndex catalog, PlaceFinder places, Func<string, IEnumerable<IReadOnlyList<Token>>> clausesOf)
{
    /// <summary>Nothing but agreement: what a customer may say to a summary.</summary>
    public bool SaysAssent(string text) => !text.Contains('?', StringComparison.Ordinal) && !SaysNotAssent(text) && tongue.Assent.Agrees(TokensOf(text));

    /// <summary>"Is everything set", "I'm good": made of words that agree, and no agreement.</summary>
    public bool SaysNotAssent(string text) => Says("not-assent", text);

    /// <summary>A word of it agrees and means nothing else, or it says what to do: "go ahead".</summary>
    public bool AgreesPlainly(string text) => tongue.Assent.AgreesPlainly(TokensOf(text)) || Says("plain-yes", text);

    /// <summary>Its words of agreement are also said to end a talk.</summary>
    public bool MayOnlyBePolite(string text) => tongue.Assent.MayOnlyBePolite(TokensOf(text));

    /// <summary>"E correct, abi", "e correct abi sir": what agrees is asked.</summary>
    public bool AsksByTag(string text) =>
        tongue.WordsOf(text).Reverse().SkipWhile(word => !tongue.Lexicon.QuestionTags.Contains(word) && (tongue.Lexicon.Particles.Contains(word) || tongue.Lexicon.Titles.Contains(word))).FirstOrDefault() is { } last
        && tongue.Lexicon.QuestionTags.Contains(last);

    /// <summary>"I don't want you to book it for me": what would agree stands behind a refusal, in the same part of its sentence, wherever it stands.</summary>
    public bool DeniesYes(string text)
    {
        var agreeing = clausesOf(text).Select(tokens => (Tokens: tokens, Yes: tongue.Patterns.IntentsIn(tokens).Find(one => one.Intent == Intent.Yes).Match)).Where(clause => clause.Yes is not null).ToList();
        return agreeing.Count > 0 && agreeing.TrueForAll(clause => IsDenied(clause.Tokens, clause.Yes));
    }

    /// <summary>"Okay, wait", "to, ku jira": after words that agree, a part of it asks for patience.</summary>
    public bool AsksToWait(string text)
    {
        // "I'm coming" asks to wait too; behind a plain yes it tells that the goods are fetched.
        var agrees = AgreesPlainly(text);
        return clausesOf(text).SelectMany(Clause.PartsOf).Select(tongue.Assent.Behind)
            .Any(part => tongue.Patterns.Best("wait", part) is { First: 0 } && !(agrees && tongue.Patterns.Best("on-my-way", part) is not null));
    }

    /// <summary>"Hmm, okay", "maybe yes"</summary>
    public bool Hesitates(string text) => tongue.Scanner.Scan(Folding.Fold(text, tongue.Lexicon.Emoji)).SelectMany(clause => clause.Tokens)
        .Any(token => token.Is(TokenKind.Word) && tongue.Lexicon.Hesitations.Contains(Elongation.Shrink(token.Text, tongue.Vocabulary)));

    /// <summary>What a text that agrees says besides, and nothing understands: "okay, that's <b>expensive</b>".</summary>
    public IReadOnlyList<string> BesideYes(string text)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        var spotter = new ItemSpotter(tongue, catalog, folded);
        return new YesReader(tongue, places).Besides(clausesOf(text).Select(spotter.Mark), asks: text.Contains('?', StringComparison.Ordinal));
    }

    /// <summary>"God bless una, carry am come": it agrees by telling the shop to begin.</summary>
    public bool TellsToBegin(string text)
    {
        var folded = Folding.Fold(text, tongue.Lexicon.Emoji);
        var spotter = new ItemSpotter(tongue, catalog, folded);
        return !text.Contains('?', StringComparison.Ordinal) && new YesReader(tongue, places).TellsToBegin(clausesOf(text).Select(spotter.Mark));
    }

    /// <summary>"My brother will collect it after I approve": it puts off, asks or changes something.</summary>
    public bool TakesBack(string text) => clausesOf(text).Any(tokens => tongue.Patterns.Best("no-story", tokens) is not null
        || (tongue.Patterns.Best("but", tokens) is { } but && tongue.Patterns.Best("handover", tokens) is var call && (call is null || !but.IsWithin(call))));

    /// <summary>"Bring am sharp sharp", and no word that agrees: what is to be fetched was not meant.</summary>
    public bool OnlyAsksToBring(string text) => !tongue.Assent.AgreesPlainly(TokensOf(text)) && Says("to-be-brought", text);

    /// <summary>"Okay, but …": what agrees depends on something.</summary>
    public bool SaysCondition(string text) => clausesOf(text).Any(Depends);

    // "Call me when you reach the gate" depends on nothing.
    private bool Depends(IReadOnlyList<Token> tokens)
    {
        var call = tongue.Patterns.Best("not-person", tokens);
        return Enumerable.Range(0, tokens.Count).Select(at => tongue.Patterns.BestAt("but", tokens, at)).Append(tongue.Patterns.Best("but", tokens)).Any(but => but is not null && (call is null || !but.IsWithin(call)));
    }

    private bool IsDenied(IReadOnlyList<Token> tokens, PatternMatch yes)
    {
        var from = yes.First;
        while (from > 0 && !tokens[from - 1].Is(TokenKind.Break)) from--;
        return Enumerable.Range(from, yes.First - from).Any(at => tongue.Patterns.BestAt("no-yes", tokens, at) is not null);
    }

    private bool Says(string key, string text) => clausesOf(text).Any(tokens => tongue.Patterns.Best(key, tokens) is not null);

    private List<Token> TokensOf(string text) => [.. clausesOf(text).SelectMany(tokens => tokens)];
}
