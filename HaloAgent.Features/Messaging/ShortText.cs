namespace HaloAgent.Messaging;

/// <summary>The beginning of what somebody wrote, in one line, where there is no room for the whole.</summary>
internal static class ShortText
{
    public static string Of(string text, int longest)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= longest)
        {
            return line;
        }

        // Never in the middle of an emoji.
        var end = longest - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }
}
