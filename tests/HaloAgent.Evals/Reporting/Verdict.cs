using HaloAgent.Evals.Running;

namespace HaloAgent.Evals.Reporting;

internal static class Verdict
{
    /// <returns>The exit code: 0 when every language reaches the threshold and no order is unconfirmed or wrong, else 1.</returns>
    public static int Of(IReadOnlyList<ScenarioResult> results, double threshold)
    {
        var enough = Figures.By(results, result => result.Scenario.Language).All(language => language.Share >= threshold);
        return enough && results.All(result => result.Unconfirmed.Count == 0 && result.WrongTotals.Count == 0) ? 0 : 1;
    }
}
