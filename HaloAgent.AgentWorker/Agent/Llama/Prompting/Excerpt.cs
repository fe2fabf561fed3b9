namespace HaloAgent.AgentWorker.Agent.Llama.Prompting;

/// <summary>The beginning of a text that is too long.</summary>
internal static class Excerpt
{
    private static readonly char[] Ends = ['.', '!', '?', '\n'];

    /// <summary>To the end of a sentence where there is one: half a policy may say the opposite of the whole.</summary>
    public static string Of(string text, int mostTokens)
    {
        if (Tokens.In(text) <= mostTokens) return text;

        var kept = text[..Fitting(text, mostTokens)];
        var end = kept.LastIndexOfAny(Ends);
        while (end > 0 && end + 1 < text.Length && !char.IsWhiteSpace(text[end]) && !char.IsWhiteSpace(text[end + 1])) end = kept.LastIndexOfAny(Ends, end - 1);
        return (end > 0 ? kept[..(end + 1)] : kept[..Math.Max(kept.LastIndexOf(' '), 0)]).TrimEnd() + " …";
    }

    private static int Fitting(string text, int mostTokens)
    {
        // Two for the sign that something is missing.
        var (ascii, other) = (0, 2);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAscii(text[at])) ascii++;
            else other++;
            if (((ascii + 2) / 3) + other > mostTokens) return at;
        }

        return text.Length;
    }
}
