using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HaloAgent.Evals.Scoring;

internal static class ScoreReport
{
    private const int MostMistakes = 40;
    private const int LongestText = 90;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter to, Score score)
    {
        foreach (var mistake in score.Mistakes.Take(MostMistakes))
        {
            var text = mistake.Text.ReplaceLineEndings(" ");
            to.WriteLine($"  {mistake.Language,-4} expected {mistake.Expected}, found {mistake.Found}: {(text.Length > LongestText ? text[..LongestText] + "…" : text)}");
        }

        if (score.Mistakes.Count > MostMistakes) to.WriteLine($"  … and {score.Mistakes.Count - MostMistakes} more (--json FILE has all).");
        to.WriteLine();
        WriteTable(to, score.All);
        foreach (var (language, confusion) in score.ByLanguage.OrderBy(pair => pair.Key, StringComparer.Ordinal)) to.WriteLine(Line(language, confusion));
        to.WriteLine(Line("all", score.All));
        if (score.LeftOut > 0) to.WriteLine($"Left out by the labels file: {score.LeftOut} lines.");
        foreach (var (label, lines) in score.Unmapped.OrderBy(pair => pair.Key, StringComparer.Ordinal)) to.WriteLine($"NOT SCORED, no label of ours: \"{label}\", {lines} lines.");
    }

    public static async Task WriteJsonAsync(string file, Score score, CancellationToken cancellationToken)
    {
        await using var stream = File.Create(file);
        var report = new
        {
            All = Figures(score.All),
            Languages = score.ByLanguage.ToDictionary(pair => pair.Key, pair => Figures(pair.Value)),
            score.LeftOut,
            score.Unmapped,
            score.Mistakes,
        };
        await JsonSerializer.SerializeAsync(stream, report, Json, cancellationToken);
    }

    private static object Figures(Confusion confusion) => new
    {
        confusion.Total,
        confusion.Right,
        confusion.Accuracy,
        confusion.MacroF1,
        Labels = confusion.Expected.Select(label => new { Label = label, Precision = confusion.Precision(label), Recall = confusion.Recall(label), F1 = confusion.F1(label) }),
        Confusion = confusion.Cells.Select(cell => new { cell.Key.Expected, cell.Key.Found, Count = cell.Value }),
    };

    /// <summary>A row for each label that was expected, a column for each that was found.</summary>
    private static void WriteTable(TextWriter to, Confusion confusion)
    {
        var width = confusion.Found.Concat(confusion.Expected).Append("expected").Max(label => label.Length) + 1;
        to.WriteLine($"{"expected".PadRight(width)}{string.Concat(confusion.Found.Select(found => found.PadLeft(width)))}   precision  recall     F1");
        foreach (var expected in confusion.Expected)
        {
            var cells = string.Concat(confusion.Found.Select(found => (confusion.Count(expected, found) is > 0 and var count ? count.ToString(CultureInfo.InvariantCulture) : ".").PadLeft(width)));
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{expected.PadRight(width)}{cells}   {confusion.Precision(expected),9:0.0%}  {confusion.Recall(expected),6:0.0%}  {confusion.F1(expected):0.000}"));
        }

        to.WriteLine();
    }

    private static string Line(string name, Confusion confusion) => string.Create(
        CultureInfo.InvariantCulture, $"{name,-8} {confusion.Right,6} of {confusion.Total,6} right = {confusion.Accuracy:0.0%}   macro-F1 {confusion.MacroF1:0.000}");
}
