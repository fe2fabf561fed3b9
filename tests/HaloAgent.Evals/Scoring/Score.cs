namespace HaloAgent.Evals.Scoring;

/// <summary>What somebody's labelled lines say of one of our functions.</summary>
internal sealed class Score
{
    private readonly Dictionary<string, Confusion> byLanguage = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> unmapped = new(StringComparer.Ordinal);
    private readonly List<Mistake> mistakes = [];

    public Confusion All { get; } = new();

    public IReadOnlyDictionary<string, Confusion> ByLanguage => byLanguage;

    /// <summary>Labels of which nobody has said what they are here, with the number of their lines: those lines are not scored.</summary>
    public IReadOnlyDictionary<string, int> Unmapped => unmapped;

    /// <summary>Lines whose label the map leaves out on purpose.</summary>
    public int LeftOut { get; private set; }

    public IReadOnlyList<Mistake> Mistakes => mistakes;

    /// <param name="ask">Our answer to a line.</param>
    public static Score Of(IEnumerable<LabelledLine> lines, LabelMap labels, Func<LabelledLine, string> ask)
    {
        var score = new Score();
        foreach (var line in lines)
        {
            score.Add(line, labels.Of(line.Label), ask);
        }

        return score;
    }

    private void Add(LabelledLine line, IReadOnlyList<string>? right, Func<LabelledLine, string> ask)
    {
        if (right is null) unmapped[line.Label] = unmapped.GetValueOrDefault(line.Label) + 1;
        if (right is { Count: 0 }) LeftOut++;
        if (right is not [var first, ..]) return;

        var found = ask(line);
        var expected = right.Contains(found) ? found : first;
        All.Add(expected, found);
        if (!byLanguage.TryGetValue(line.Language, out var confusion)) byLanguage[line.Language] = confusion = new Confusion();
        confusion.Add(expected, found);
        if (expected != found) mistakes.Add(new Mistake(line.Text, line.Language, expected, found));
    }
}

internal sealed record Mistake(string Text, string Language, string Expected, string Found);
