using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// "Double it <b>and</b> add 1 malt": behind a change of what was spoken of before, or of everything, another one begins. Each is read as a
/// clause of its own, because a change that names no thing takes its whole clause.
/// </summary>
internal sealed class Steps(Lexicon lexicon, PatternBook patterns)
{
    private static readonly string[] ofNoThing = ["double-it", "double-all", "more-of-all", "less-of-all", "set-all", "less-of-it"];
    private static readonly string[] beginnings = ["add", "remove", "remove-this", "set", "double", "want"];

    private static readonly string[] ofAThing = ["add", "remove"];

    private readonly HashSet<string> joiners = [.. lexicon.Joiners, .. lexicon.Continuers];

    /// <returns>Where the first step ends and the next begins, or null.</returns>
    public (int End, int Next)? In(IReadOnlyList<Token> tokens)
    {
        for (var at = 1; at + 1 < tokens.Count; at++)
        {
            if (!IsJoint(tokens[at]) || IsJoint(tokens[at - 1])) continue;
            var next = at + tokens.Skip(at).TakeWhile(IsJoint).Count();
            if (next >= tokens.Count || !Array.Exists(beginnings, key => patterns.BestAt(key, tokens, next) is not null)) continue;
            List<Token> before = [.. tokens.Take(at)];
            if (Array.Exists(ofNoThing, key => patterns.Best(key, before) is not null)) return (at, next);
        }

        return null;
    }

    /// <summary>A text as what it says to be done, as it was written: "one should be XL", "add 1 zobo".</summary>
    public IEnumerable<string> Of(FoldedText folded, Clause clause)
    {
        var from = clause.Start;
        for (var at = 1; at < clause.Tokens.Count; at++)
        {
            if (IsJoint(clause.Tokens[at]) || !IsJoint(clause.Tokens[at - 1]) || !Array.Exists(ofAThing, key => patterns.BestAt(key, clause.Tokens, at) is not null)) continue;
            var joint = at;
            while (joint > 1 && IsJoint(clause.Tokens[joint - 1])) joint--;
            yield return folded.Written(from, clause.Tokens[joint].Start).Trim();
            from = clause.Tokens[at].Start;
        }

        yield return folded.Written(from, Math.Min(clause.End, folded.Text.Length)).Trim();
    }

    private bool IsJoint(Token token) => token.Is(TokenKind.Break) || (token.Is(TokenKind.Word) && joiners.Contains(token.Text));
}
