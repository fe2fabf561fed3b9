namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Counts that one burst says in a sentence, or a bubble, of their own belong to the goods named before them.</summary>
internal static class CountedBehind
{
    /// <param name="picks">Bare numbers of the burst; what counts goods is taken out.</param>
    public static IReadOnlyList<SaidLine> In(List<SaidLine> lines, List<int> picks)
    {
        if (EachOf(lines, picks) is { } each) return each;

        List<SaidLine> read = [];
        foreach (var line in lines)
        {
            // "Wrap dress, medium. Only one."
            if (line is { Action: LineAction.Set, Mention: null, Quantity: { } count } && read is [.., { Quantity: null, Naira: null, Mention: not null, Action: LineAction.Mention or LineAction.Add } named])
            {
                read[^1] = named with { Action = LineAction.Add, Quantity = count };
                continue;
            }

            // "Make the water 6. One more person came": who says how many it is to be adds no more of it.
            if (line is { Action: LineAction.Add, Mention: null, Explicit: true } && read is [.., { Action: LineAction.Set, Mention: not null }]) continue;
            read.Add(line);
        }

        return read;
    }

    // "meat pie, moi moi and zobo", and then "two two"
    private static List<SaidLine>? EachOf(List<SaidLine> lines, List<int> picks)
    {
        if (picks is not [> 0 and var many, var again] || many != again || lines.Count < 2 || lines.Exists(line => line is not { Action: LineAction.Add or LineAction.Mention, Mention: not null, Quantity: null, Naira: null })) return null;
        picks.Clear();
        return [.. lines.Select(line => line with { Action = LineAction.Add, Quantity = many })];
    }
}
