namespace HaloAgent.AgentWorker.Agent.Llama.Prompting;

/// <summary>
/// How many tokens a text may take, rather too many than too few: no tokenizer of a Llama is at hand. Measured ones need about one
/// token for four English letters; three are assumed here, and one for each letter with a mark or a sign of another script.
/// </summary>
internal static class Tokens
{
    /// <summary>What the roles and marks around one message take.</summary>
    public const int PerMessage = 6;

    public static int In(string text)
    {
        var plain = 0;
        foreach (var sign in text)
        {
            if (char.IsAscii(sign)) plain++;
        }

        return ((plain + 2) / 3) + text.Length - plain;
    }

    /// <summary>As much of a text's beginning as so many tokens hold.</summary>
    public static string First(string text, int tokens)
    {
        var (length, thirds) = (0, 3 * tokens);
        while (length < text.Length && (thirds -= Thirds(text[length])) >= 0) length++;
        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <summary>As much of a text's end as so many tokens hold.</summary>
    public static string Last(string text, int tokens)
    {
        var (start, thirds) = (text.Length, 3 * tokens);
        while (start > 0 && (thirds -= Thirds(text[start - 1])) >= 0) start--;
        return text[(start < text.Length && char.IsLowSurrogate(text[start]) ? start + 1 : start)..];
    }

    private static int Thirds(char sign) => char.IsAscii(sign) ? 1 : 3;
}
