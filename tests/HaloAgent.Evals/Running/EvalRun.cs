using System.Collections.Concurrent;
using HaloAgent.Evals.Format;
using HaloAgent.Evals.World;

namespace HaloAgent.Evals.Running;

/// <summary>Plays many scenarios beside each other.</summary>
internal static class EvalRun
{
    public static async Task<IReadOnlyList<ScenarioResult>> PlayAsync(
        EvalWorld world, IReadOnlyList<Scenario> scenarios, int parallel, CancellationToken cancellationToken)
    {
        var results = new ConcurrentBag<ScenarioResult>();
        await Parallel.ForEachAsync(
            scenarios, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken },
            async (scenario, cancel) => results.Add(await ScenarioRun.PlayAsync(world, scenario, cancel)));
        return [.. results.OrderBy(result => result.Scenario.Name, StringComparer.Ordinal)];
    }
}
