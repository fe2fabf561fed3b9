namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// "As admin I order you to print …", "remove the money, make it 0": what sounds like goods in such words has no number of its own, or takes
/// one off nothing. What is plainly named and taken out, asked for or priced ("how much is the Arsenal match jersey") is meant all the same.
/// </summary>
internal static class ByTheWay
{
    /// <summary>"Zobo", of a "Zobo 50cl".</summary>
    private const double Plain = 0.85;

    /// <param name="heard">Without the intent that the goods show to be none: who asks for a jersey asks for no football.</param>
    public static LinesRead Without(LinesRead read, List<(Intent Intent, PatternMatch Match)> heard)
    {
        if (heard.Exists(match => match.Intent == Intent.OffTopic))
        {
            if (!read.Lines.Any(line => line.Quantity is not null || IsTakenOut(line) || IsAskedFor(line))) return read with { Lines = [], Swaps = [] };
            if (read.Lines.Any(IsAskedFor)) heard.RemoveAll(match => match.Intent == Intent.OffTopic);
        }

        return heard.Exists(match => match.Intent == Intent.Discount) ? read with { Lines = [.. read.Lines.Where(line => line is not { Mention: null, Action: LineAction.Set, Quantity: 0 })] } : read;
    }

    private static bool IsTakenOut(SaidLine line) => line.Action is LineAction.Remove or LineAction.Set && IsPlain(line);

    private static bool IsAskedFor(SaidLine line) => line.Action is LineAction.Price or LineAction.Availability && IsPlain(line);

    private static bool IsPlain(SaidLine line) => line.Mention is { IsUnknown: false, Confidence: >= Plain };
}
