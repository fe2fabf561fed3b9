using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// Whether a short text does nothing but agree, to a summary that was just shown: "sharp, na that one", "everything correct, do am". There are more
/// ways to agree than patterns; so here each word must be one that agrees or takes nothing back, and one of them must agree. A number, or a
/// word that stands in none of the lists, and it is no yes; what is asked or depends on something the patterns find.
/// </summary>
internal sealed class AssentReader(Lexicon lexicon)
{
    private const int MostWords = 12;

    private readonly HashSet<string> plain = [.. lexicon.Assent];
    private readonly HashSet<string> soft = [.. lexicon.SoftAssent];
    private readonly HashSet<string> beside = [.. lexicon.BesideAssent, .. lexicon.Titles, .. lexicon.Particles];

    /// <param name="tokens">Of the whole text.</param>
    public bool Agrees(IReadOnlyList<Token> tokens)
    {
        var words = tokens.Where(token => !token.Is(TokenKind.Break)).ToList();
        return words.Count is > 0 and <= MostWords && words.TrueForAll(IsAllowed) && words.Exists(word => plain.Contains(word.Text) || soft.Contains(word.Text));
    }

    /// <summary>A word agrees that means nothing else: "yes", "confirm".</summary>
    public bool AgreesPlainly(IReadOnlyList<Token> tokens) => tokens.Any(token => plain.Contains(token.Text));

    /// <summary>A word of it agrees, or may.</summary>
    public bool MayAgree(IReadOnlyList<Token> tokens) => tokens.Any(token => plain.Contains(token.Text) || soft.Contains(token.Text));

    /// <summary>"Okay, thank you" may be a yes and may be a goodbye; "yes, thank you" is one.</summary>
    public bool MayOnlyBePolite(IReadOnlyList<Token> tokens) => !AgreesPlainly(tokens) && tokens.Any(token => soft.Contains(token.Text));

    /// <summary>What stands behind the words at the beginning that only agree.</summary>
    public IReadOnlyList<Token> Behind(IReadOnlyList<Token> tokens) => [.. tokens.SkipWhile(token => plain.Contains(token.Text) || soft.Contains(token.Text))];

    private bool IsAllowed(Token token) => token.Is(TokenKind.Word) && (plain.Contains(token.Text) || soft.Contains(token.Text) || beside.Contains(token.Text));
}
