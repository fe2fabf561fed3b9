namespace HaloAgent.Evals.Scoring;

/// <summary>A text, what it is by somebody's judgement, and the language it is in.</summary>
internal sealed record LabelledLine(string Text, string Label, string Language);

/// <summary>Reads <c>text TAB language</c> and <c>text TAB intent TAB language</c>. Tabs inside a text are part of it.</summary>
internal static class LabelledLines
{
    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = "en",
        ["eng"] = "en",
        ["english"] = "en",
        ["pcm"] = "pcm",
        ["pidgin"] = "pcm",
        ["naija"] = "pcm",
        ["nigerian pidgin"] = "pcm",
        ["yo"] = "yo",
        ["yor"] = "yo",
        ["yoruba"] = "yo",
        ["ha"] = "ha",
        ["hau"] = "ha",
        ["hausa"] = "ha",
        ["ig"] = "ig",
        ["ibo"] = "ig",
        ["igbo"] = "ig",
    };

    /// <summary>Our code of a language, or the name as it stands.</summary>
    public static string Code(string language) => Languages.GetValueOrDefault(language.Trim(), language.Trim());

    /// <exception cref="FormatException">A line has too few columns; the message names file and line.</exception>
    public static IReadOnlyList<LabelledLine> Read(string file, int columns)
    {
        List<LabelledLine> lines = [];
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0 || (line[0] == '#' && !line.Contains('\t'))) continue;
            var parts = line.Split('\t');
            if (parts.Length < columns) throw new FormatException($"{file}:{number}: there should be {columns} columns between tabs, there are {parts.Length}.");
            if (number == 1 && parts[^1].Trim().Equals("language", StringComparison.OrdinalIgnoreCase)) continue;
            var language = Code(parts[^1]);
            lines.Add(new LabelledLine(
                string.Join('\t', parts[..^(columns - 1)]).Replace("\\n", "\n", StringComparison.Ordinal), columns == 2 ? language : parts[^2].Trim(), language));
        }

        return lines;
    }
}
