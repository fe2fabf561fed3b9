using HaloAgent.Evals.Running;

namespace HaloAgent.Evals.Reporting;

/// <summary>The sums of some scenarios: of a language, a category, a brain, or all.</summary>
/// <param name="Thought">Turns for which a brain was asked.</param>
/// <param name="WithoutModel">Those of them for which no model was: all of the guided brain's, and what the hybrid keeps from the model.</param>
/// <param name="Milliseconds">Of <paramref name="Thought"/> together; beside the percentiles it tells what a model costs on average.</param>
internal sealed record Figures(
    string Name, int Scenarios, int Succeeded, int Unconfirmed, int WrongTotals, double TurnsToFinish, int Turns, int Thought, int WithoutModel, int ModelCalls, long Tokens,
    double Milliseconds, double P50, double P99)
{
    public double Share => Scenarios == 0 ? 0 : (double)Succeeded / Scenarios;

    public double ShareWithoutModel => Thought == 0 ? 0 : (double)WithoutModel / Thought;

    public double TokensPerTurn => Thought == 0 ? 0 : (double)Tokens / Thought;

    public double MillisecondsPerTurn => Thought == 0 ? 0 : Milliseconds / Thought;

    public static Figures Of(string name, IReadOnlyCollection<ScenarioResult> results)
    {
        var turns = results.SelectMany(result => result.Turns).ToList();
        var thought = turns.Where(turn => turn.IsThought).ToList();
        var times = turns.Select(turn => turn.Milliseconds).Order().ToList();
        var succeeded = results.Where(result => result.Succeeded).ToList();
        return new Figures(
            name, results.Count, succeeded.Count, results.Sum(result => result.Unconfirmed.Count), results.Sum(result => result.WrongTotals.Count),
            succeeded.Count == 0 ? 0 : succeeded.Average(result => result.Turns.Count), turns.Count, thought.Count, thought.Count(turn => turn.ModelCalls == 0), turns.Sum(turn => turn.ModelCalls),
            turns.Sum(turn => turn.Tokens), thought.Sum(turn => turn.Milliseconds), At(times, 0.5), At(times, 0.99));
    }

    public static IReadOnlyList<Figures> By(IEnumerable<ScenarioResult> results, Func<ScenarioResult, string> key) =>
        [.. results.GroupBy(key).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Of(group.Key, [.. group]))];

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)Math.Min(sorted.Count - 1, Math.Ceiling(share * sorted.Count) - 1)];
}
