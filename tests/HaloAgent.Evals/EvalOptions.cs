using System.Globalization;
using HaloAgent.Evals.Format;
using HaloAgent.Evals.Scoring;

namespace HaloAgent.Evals;

internal sealed record EvalOptions
{
    public const string Usage = """
        dotnet run -c Release --project tests/HaloAgent.Evals -- [options]

          --brain guided            which brain answers: guided, llama or hybrid
          --llama URL               where the model answers, up to and with /v1 (for llama and hybrid)
          --model NAME              the model, as its server names it
          --scenarios FOLDER        a folder, read with all below it, or one file
          --language yo             only scenarios in this language
          --only TEXT               only scenarios whose name contains this
          --parallel 8              how many chats at once
          --threshold 0.95          the share that must end as expected in every language (exit code 1 otherwise)
          --show all                every transcript, not only those that failed
          --json FILE               every figure

          --score language FILE…    instead of chats: text TAB language, against the detector
          --score intent FILE…      instead of chats: text TAB intent TAB language, against the guided understanding
          --labels FILE             what their labels are called here: theirs TAB ours
        """;

    public string Brain { get; init; } = "guided";
    public string? Llama { get; init; }
    public string? Model { get; init; }
    public string Scenarios { get; init; } = "tests/HaloAgent.Evals/Scenarios";
    public string? Language { get; init; }
    public string? Only { get; init; }
    public int Parallel { get; init; } = 8;
    public double Threshold { get; init; } = 0.95;
    public bool ShowAll { get; init; }
    public string? Json { get; init; }

    /// <summary>language or intent; null: chats are played.</summary>
    public string? Score { get; init; }
    public IReadOnlyList<string> ScoreFiles { get; init; } = [];
    public string? Labels { get; init; }

    /// <exception cref="FormatException">An option is unknown or has no fitting value; the message names it.</exception>
    public static EvalOptions Parse(string[] args)
    {
        var options = new EvalOptions();
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i];
            IReadOnlyList<string> Files() => [.. args.Skip(i + 1).TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal))];
            string Value() => ++i < args.Length ? args[i] : throw new FormatException($"{name} needs a value.");
            options = name switch
            {
                "--brain" => options with { Brain = OneOf(name, Value(), ["guided", "llama", "hybrid"]) },
                "--llama" => options with { Llama = Value() },
                "--model" => options with { Model = Value() },
                "--scenarios" => options with { Scenarios = Value() },
                "--language" => options with { Language = OneOf(name, Value(), ScenarioReader.Languages) },
                "--only" => options with { Only = Value() },
                "--parallel" => options with { Parallel = (int)Number(name, Value(), 1, 64) },
                "--threshold" => options with { Threshold = Number(name, Value(), 0, 1) },
                "--show" => options with { ShowAll = OneOf(name, Value(), ["all", "failed"]) == "all" },
                "--json" => options with { Json = Value() },
                "--score" => options with { Score = OneOf(name, Value(), [ScoreRun.OfLanguage, ScoreRun.OfIntent]), ScoreFiles = SomeOf(Files(), ref i) },
                "--labels" => options with { Labels = Value() },
                _ => throw new FormatException($"{name} is not an option."),
            };
        }

        return options.Brain != "guided" && (options.Llama is null || options.Model is null)
            ? throw new FormatException($"--brain {options.Brain} needs --llama URL and --model NAME.")
            : options;
    }

    /// <summary>What the worker's configuration says of its brain. The key of the endpoint comes from <c>LLAMA_API_KEY</c>.</summary>
    public IReadOnlyDictionary<string, string?> WorkerSettings => new Dictionary<string, string?>
    {
        ["Agent:Brain"] = Brain,
        ["Llama:Endpoint"] = Llama,
        ["Llama:Model"] = Model,
        ["Llama:ApiKey"] = Environment.GetEnvironmentVariable("LLAMA_API_KEY"),
    };

    public IEnumerable<Scenario> Choose(IEnumerable<Scenario> scenarios) => scenarios
        .Where(scenario => Language is null || scenario.Language == Language)
        .Where(scenario => Only is null || scenario.Name.Contains(Only, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<string> SomeOf(IReadOnlyList<string> files, ref int at)
    {
        at += files.Count;
        return files.Count > 0 ? files : throw new FormatException("--score needs a file behind language or intent.");
    }

    private static string OneOf(string name, string value, string[] known) =>
        known.Contains(value) ? value : throw new FormatException($"{name} is one of: {string.Join(", ", known)}.");

    private static double Number(string name, string value, double from, double to) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw new FormatException($"{name} is a number from {from} to {to}.");
}
