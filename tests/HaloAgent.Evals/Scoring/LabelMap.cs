namespace HaloAgent.Evals.Scoring;

/// <summary>
/// What other people's labels are called here: <c>theirs TAB ours</c>, several of ours that are all right with <c>|</c>, a dash for those that
/// are not to be scored.
/// </summary>
internal sealed class LabelMap(IReadOnlyDictionary<string, IReadOnlyList<string>> labels, IReadOnlySet<string> known)
{
    /// <param name="known">Our own labels; they need no line in the file.</param>
    /// <exception cref="FormatException">A line is no pair, or names a label that is not ours.</exception>
    public static LabelMap Read(string? file, IReadOnlySet<string> known)
    {
        Dictionary<string, IReadOnlyList<string>> labels = new(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        foreach (var line in file is null ? [] : File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#') continue;
            if (line.Split('\t', StringSplitOptions.TrimEntries) is not [var theirs, var ours]) throw new FormatException($"{file}:{number}: write their label, a tab and ours.");
            string[] all = ours is "-" ? [] : ours.Split('|', StringSplitOptions.TrimEntries);
            labels[theirs] = Array.Find(all, one => !known.Contains(one)) is { } wrong
                ? throw new FormatException($"{file}:{number}: \"{wrong}\" is none of ours: {string.Join(", ", known.Order())}.")
                : [.. all.Select(one => known.First(own => own.Equals(one, StringComparison.OrdinalIgnoreCase)))];
        }

        return new LabelMap(labels, known);
    }

    /// <returns>Ours; empty: not to be scored; null: nobody said what it is.</returns>
    public IReadOnlyList<string>? Of(string label)
    {
        if (labels.TryGetValue(label, out var ours)) return ours;
        var own = label.Split('|', StringSplitOptions.TrimEntries);
        return own.All(known.Contains) ? [.. own.Select(one => known.First(name => name.Equals(one, StringComparison.OrdinalIgnoreCase)))] : null;
    }
}
