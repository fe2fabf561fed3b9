namespace HaloAgent.Messaging;

/// <summary>The beginning of what somebody wrote, in one line, where there is no room for the whole.</summary>
internal static class ShortText
{
    public static string Of(string text, int longest)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= longest ? line : line[..(longest - 1)] + "…";
    }
}
