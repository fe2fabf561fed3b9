using System.Globalization;
using HaloAgent.Evals.Running;

namespace HaloAgent.Evals.Reporting;

/// <summary>The report for a person: transcripts of what failed, then the tables.</summary>
internal static class ConsoleReport
{
    public static void Write(TextWriter to, IReadOnlyList<ScenarioResult> results, bool showAll)
    {
        foreach (var result in results.Where(result => showAll || !result.Succeeded))
        {
            WriteTranscript(to, result);
        }

        WriteTable(to, "language", Figures.By(results, result => result.Scenario.Language));
        WriteTable(to, "category", Figures.By(results, result => result.Scenario.Category));
        WriteTable(to, "who wrote it", Figures.By(results, Origin));
        WriteTable(to, "brain of the turns", Figures.By(results, BrainsOf));
        WriteTable(to, "all", [Figures.Of("all", results)]);
    }

    public static string Origin(ScenarioResult result) => result.Scenario.File switch
    {
        var file when file.Contains("/unseen/", StringComparison.Ordinal) => "unseen",
        var file when file.Contains("/blind", StringComparison.Ordinal) => "blind",
        _ => "own",
    };

    public static string BrainsOf(ScenarioResult result) => string.Join('+', result.Turns.Where(turn => turn.IsThought).Select(turn => turn.Brain).Distinct().Order());

    private static void WriteTranscript(TextWriter to, ScenarioResult result)
    {
        to.WriteLine($"{(result.Succeeded ? "ok  " : "FAIL")} {result.Scenario.Name}: {result.Scenario.About}");
        foreach (var line in result.Transcript)
        {
            to.WriteLine($"    {line.Who,8}: {line.Text.ReplaceLineEndings("\n" + new string(' ', 14))}");
        }

        foreach (var difference in result.Unconfirmed.Concat(result.WrongTotals).Concat(result.Differences))
        {
            to.WriteLine($"    >>> {difference}");
        }

        to.WriteLine();
    }

    private static void WriteTable(TextWriter to, string name, IReadOnlyList<Figures> rows)
    {
        to.WriteLine($"{name,-20} scenarios   ended as expected   unconfirmed  wrong totals  turns each  without model  model calls    tokens  a turn  ms a turn   p50 ms   p99 ms");
        foreach (var row in rows)
        {
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Name,-20} {row.Scenarios,9}   {row.Succeeded,8} = {row.Share,6:0.0%}   {row.Unconfirmed,11}  {row.WrongTotals,12}  {row.TurnsToFinish,10:0.0}  {row.ShareWithoutModel,13:0.0%}  {row.ModelCalls,11}  {row.Tokens,8}  {row.TokensPerTurn,6:0}  {row.MillisecondsPerTurn,9:0.0}  {row.P50,7:0.0}  {row.P99,7:0.0}"));
        }

        to.WriteLine();
    }
}
