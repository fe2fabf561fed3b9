namespace HaloAgent.Evals.Scoring;

/// <summary>How often what was expected was taken for what.</summary>
internal sealed class Confusion
{
    private readonly Dictionary<(string Expected, string Found), int> cells = [];

    public IReadOnlyDictionary<(string Expected, string Found), int> Cells => cells;

    public int Total => cells.Values.Sum();

    public int Right => cells.Where(cell => cell.Key.Expected == cell.Key.Found).Sum(cell => cell.Value);

    public double Accuracy => Total == 0 ? 0 : (double)Right / Total;

    public IReadOnlyList<string> Expected => [.. cells.Keys.Select(cell => cell.Expected).Distinct().Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Found => [.. cells.Keys.Select(cell => cell.Found).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The mean of the F1 of every label that was expected at least once.</summary>
    public double MacroF1 => Expected.Count == 0 ? 0 : Expected.Average(F1);

    public void Add(string expected, string found) => cells[(expected, found)] = cells.GetValueOrDefault((expected, found)) + 1;

    public int Count(string expected, string found) => cells.GetValueOrDefault((expected, found));

    /// <summary>How many of those that were found are right.</summary>
    public double Precision(string label) => Share(Count(label, label), cells.Where(cell => cell.Key.Found == label).Sum(cell => cell.Value));

    /// <summary>How many of those that were expected are found.</summary>
    public double Recall(string label) => Share(Count(label, label), cells.Where(cell => cell.Key.Expected == label).Sum(cell => cell.Value));

    public double F1(string label) => Precision(label) + Recall(label) is > 0 and var sum ? 2 * Precision(label) * Recall(label) / sum : 0;

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
