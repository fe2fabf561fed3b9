namespace HaloAgent.AgentWorker.Agent.Llama.Prompting;

/// <summary>
/// Marks what others wrote (customers, captions, names and descriptions of products, people of the shop) as data. The marks are taken out of the data first, so that
/// nothing in it can pretend to stand outside.
/// </summary>
internal static class PromptData
{
    public const char Begin = '«';
    public const char End = '»';

    public static string Quote(string text)
    {
        var plain = ControlTokens.Without(text.Replace(Begin, '"').Replace(End, '"')).ReplaceLineEndings(" ");
        return $"{Begin}{plain.Trim()}{End}";
    }

    public static string Unquote(string text) => text.Trim(Begin, End, ' ');

    /// <summary>A text's beginning and end within so many tokens; what stood between the marks still does when the cut falls into it.</summary>
    public static string Shorten(string text, int tokens)
    {
        const int forTheCut = 3;
        if (Tokens.In(text) <= tokens) return text;

        var half = Math.Max(0, tokens - forTheCut) / 2;
        var (first, last) = (Tokens.First(text, half), Tokens.Last(text, half));
        var cut = (EndsInside(first), BeginsInside(last)) switch
        {
            (true, false) => $"…{End}",
            (false, true) => $"…{Begin}",
            _ => "…",
        };
        return first + cut + last;
    }

    private static bool EndsInside(string text) => text.LastIndexOf(Begin) > text.LastIndexOf(End);

    private static bool BeginsInside(string text) => text.IndexOfAny([Begin, End]) is >= 0 and var mark && text[mark] == End;
}
