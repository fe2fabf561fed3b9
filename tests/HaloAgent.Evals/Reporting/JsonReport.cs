using System.Text.Encodings.Web;
using System.Text.Json;
using HaloAgent.Evals.Running;

namespace HaloAgent.Evals.Reporting;

/// <summary>Every figure, and each scenario with its transcript, for machines.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task WriteAsync(string file, EvalOptions options, IReadOnlyList<ScenarioResult> results, CancellationToken cancellationToken)
    {
        var report = new
        {
            options.Brain,
            options.Threshold,
            All = Figures.Of("all", results),
            Languages = Figures.By(results, result => result.Scenario.Language),
            Categories = Figures.By(results, result => result.Scenario.Category),
            Origins = Figures.By(results, ConsoleReport.Origin),
            Brains = Figures.By(results, ConsoleReport.BrainsOf),
            Scenarios = results.Select(result => new
            {
                result.Scenario.Name,
                result.Scenario.Language,
                result.Scenario.Category,
                result.Scenario.About,
                result.Succeeded,
                result.Differences,
                result.Unconfirmed,
                result.WrongTotals,
                result.Turns,
                result.Transcript,
            }),
        };
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, report, Json, cancellationToken);
    }
}
