using HaloAgent.Evals;
using HaloAgent.Evals.Format;
using HaloAgent.Evals.Reporting;
using HaloAgent.Evals.Running;
using HaloAgent.Evals.Scoring;
using HaloAgent.Evals.World;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    var options = EvalOptions.Parse(args);
    return options.Score is null ? await RunAsync(options, stop.Token) : await ScoreAsync(options, options.Score, stop.Token);
}
catch (ScenarioFormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
catch (Exception mistake) when (mistake is FormatException or DirectoryNotFoundException or FileNotFoundException)
{
    Console.Error.WriteLine($"{mistake.Message}\n\n{EvalOptions.Usage}");
    return 2;
}

static async Task<int> RunAsync(EvalOptions options, CancellationToken cancellationToken)
{
    var scenarios = options.Choose(ScenarioFiles.Read(options.Scenarios)).ToList();
    if (scenarios.Count == 0) throw new FormatException($"There is no such scenario in {options.Scenarios}.");
    await using var world = await EvalWorld.StartAsync(options.WorkerSettings, cancellationToken);
    var results = await EvalRun.PlayAsync(world, scenarios, options.Parallel, cancellationToken);
    ConsoleReport.Write(Console.Out, results, options.ShowAll);
    if (options.Json is { } file) await JsonReport.WriteAsync(file, options, results, cancellationToken);
    return Verdict.Of(results, options.Threshold);
}

static async Task<int> ScoreAsync(EvalOptions options, string what, CancellationToken cancellationToken)
{
    var score = ScoreRun.Run(what, options.ScoreFiles, options.Labels);
    ScoreReport.Write(Console.Out, score);
    if (options.Json is { } file) await ScoreReport.WriteJsonAsync(file, score, cancellationToken);
    return 0;
}
