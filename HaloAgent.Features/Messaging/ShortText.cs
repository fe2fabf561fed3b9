namespace HaloAgent.Messaging;

/// <summary>The beginning of what somebody wrote, in one line and up to a word's end, where there is no room for the whole.</summary>
internal static class ShortText
{
    public static string Of(string text, int longest)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= longest)
        {
            return line;
        }

        var end = longest - 1;
        var word = line.LastIndexOf(' ', end);
        if (word > longest / 2)
        {
            return line[..word].TrimEnd() + "…";
        }

        // One long word, an address of the web for example: cut, but never in the middle of an emoji.
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }
}
