namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// Finds who gets the goods and who is to be called for that: "my brother Kelechi will pick it up, 0803 123 4567", "give it to the gateman",
/// "call me when you are outside". Nothing is understood of it but that it is one: whoever hands the goods over reads the words.
/// </summary>
internal sealed class HandoverReader(Tongue tongue, Func<string, bool> isKnown)
{
    private const string Key = "handover";

    /// <summary>What begins another matter behind "and".</summary>
    private static readonly string[] Others = ["add", "remove", "remove-this", "set", "set-last", "set-first", "more-of-it", "less-of-it", "swap-it", "swap-lead", "want"];

    /// <summary>"Mama Sade Bello, 0803 …"</summary>
    private const int LongestName = 3;

    /// <summary>Beside these a phone number says who paid, or is talked about.</summary>
    private static readonly Intent[] OtherNumbers = [Intent.Paid, Intent.PayLater, Intent.PaymentDetails, Intent.Complaint, Intent.DataCopy, Intent.DataDelete];

    private readonly HashSet<string> agreeing = [.. tongue.Lexicon.Assent, .. tongue.Lexicon.SoftAssent, .. tongue.Lexicon.Joiners, .. tongue.Lexicon.Continuers];
    private readonly HashSet<string> joiners = [.. tongue.Lexicon.Joiners];

    /// <summary>Where it stands in the part of the clause that begins here, up to the end of all parts that go on with it; null: it says nothing of the kind.</summary>
    public (int First, int End)? From(IReadOnlyList<Token> tokens, int at)
    {
        if (at > 0 && !tokens[at - 1].Is(TokenKind.Break) && !joiners.Contains(tokens[at - 1].Text)) return null;
        if ((In(tokens, at) ?? NameAhead(tokens, at)) is not { } found) return null;
        while (found.End < tokens.Count && tokens[found.End].Is(TokenKind.Break) && In(tokens, found.End + 1) is { } next && next.First == found.End + 1) found.End = next.End;
        return found;
    }

    private (int First, int End)? In(IReadOnlyList<Token> tokens, int at)
    {
        var part = Part(tokens, at);
        if (Said(part) is not { } said) return null;
        var first = part.FindIndex(token => !agreeing.Contains(token.Text));
        var from = first < 0 || first > said || part.Take(said).Any(token => token.Kind is TokenKind.Item or TokenKind.Number) ? said : first;
        // "Give two zobo to my brother" orders them.
        return part.Skip(from).Any(token => token.Is(TokenKind.Item)) ? null : (at + from, at + part.Count);
    }

    private int? Said(List<Token> part)
    {
        // "08031234567 is my account", "I called 08031234567, nobody picked"
        if (tongue.Patterns.Best("not-handover", part) is not null) return null;
        for (var at = 0; at < part.Count; at++)
        {
            if (tongue.Patterns.BestAt(Key, part, at) is not null || IsFetchedByName(part, at)) return at;
        }

        // "Call 0803 123 4567", "my number is 0803 …", or nothing but the number.
        var phone = part.FindIndex(token => token.IsPhone);
        return phone >= 0 && !tongue.Patterns.IntentsIn(part).Exists(one => OtherNumbers.Contains(one.Intent)) ? phone : null;
    }

    // "Kelechi will pick it"
    private bool IsFetchedByName(List<Token> part, int at) => IsName(part[at]) && at + 1 < part.Count && tongue.Patterns.BestAt("fetches", part, at + 1) is not null;

    // "Mama Sade, 0803 123 4567"
    private (int First, int End)? NameAhead(IReadOnlyList<Token> tokens, int at)
    {
        var part = Part(tokens, at);
        var after = at + part.Count + 1;
        return part.Count <= LongestName && part.Exists(IsName) && part.TrueForAll(token => token.Is(TokenKind.Word)) && after < tokens.Count && tokens[after].IsPhone && In(tokens, after) is { } number
            ? (at, number.End) : null;
    }

    private List<Token> Part(IReadOnlyList<Token> tokens, int at)
    {
        var part = tokens.Skip(at).TakeWhile(token => !token.Is(TokenKind.Break)).ToList();
        var joined = part.FindIndex(joiner => joiners.Contains(joiner.Text) && BeginsOther([.. part.Skip(part.IndexOf(joiner) + 1)]));
        if (joined > 0) part = part[..joined];
        // "Give it to the gateman at", where the address followed.
        while (part.Count > 1 && tongue.Patterns.Best("dangling", part) is { } dangling && dangling.End == part.Count) part.RemoveAt(part.Count - 1);
        return part;
    }

    // "Give it to the gateman and add 2 malt"
    private bool BeginsOther(List<Token> rest) =>
        rest.Count > 0 && (rest.Exists(token => token.Is(TokenKind.Item)) || Others.Any(key => tongue.Patterns.BestAt(key, rest, 0) is not null));

    private bool IsName(Token token) => token.Is(TokenKind.Word) && token.Text.All(char.IsAsciiLetter) && !isKnown(token.Text);
}
