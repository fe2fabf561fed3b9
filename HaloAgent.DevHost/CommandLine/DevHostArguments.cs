using System.Globalization;
using HaloAgent.DevHost.Ports;

namespace HaloAgent.DevHost.CommandLine;

/// <summary>What was asked for on the command line.</summary>
internal sealed record DevHostArguments
{
    public const int MostWorkers = 20;

    public bool Help { get; init; }
    public bool Fresh { get; init; }
    public int Workers { get; init; } = 1;
    public string? LlamaEndpoint { get; init; }

    /// <summary>The temper of the simulated Llama, if that is to be asked.</summary>
    public string? SimulatedLlama { get; init; }
    public string? LlamaModel { get; init; }
    public bool Simulators { get; init; } = true;
    public string Directory { get; init; } = Path.Combine(Repository.Root, ".halo");
    public int PortsFrom { get; init; } = PortPlan.Usual;

    public static string Usage => $"""
        Runs HaloAgent on this machine: PostgreSQL, Redis and every service, without containers and without keys.

          dotnet run --project HaloAgent.DevHost [-- options]

          --fresh              start from nothing: wipe .halo (data, keys, logs) first
          --workers N          that many agent workers (silos), 1 to {MostWorkers}; usually 1
          --llama URL          an OpenAI-compatible Llama endpoint, for example http://localhost:11434/v1
          --model NAME         the model to ask for there
          --llama sim          the simulated Llama; sim:quirky has the faults of real servers, sim:hostile lies, loops and hangs
          --no-simulators      do without the simulated providers and the phone page
          --ports-from N       Web at N, Api at N+1, Simulators at N+2; usually {PortPlan.Usual}. A busy port moves on to the next free one
          --directory DIR      keep data, keys and logs there instead of in .halo
          --help               this text

        ConnectionStrings__halodb and ConnectionStrings__redis in the environment are used instead of private servers.
        Everything lies in .halo: devhost.json tells addresses, process ids and sign-ins; logs are in .halo/logs.
        """;

    /// <summary>The arguments, or a sentence that says which one is wrong.</summary>
    public static (DevHostArguments? Arguments, string? Error) Parse(IReadOnlyList<string> words)
    {
        var result = new DevHostArguments();
        for (var i = 0; i < words.Count; i++)
        {
            var (name, value) = words[i].Split('=', 2) is [var left, var right] ? (left, right) : (words[i], null);
            string? Value() => value ?? (i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal) ? words[++i] : null);
            switch (name)
            {
                case "--help" or "-h" or "-?":
                    result = result with { Help = true };
                    break;
                case "--fresh":
                    result = result with { Fresh = true };
                    break;
                case "--no-simulators":
                    result = result with { Simulators = false };
                    break;
                case "--workers":
                    if (Number(Value(), 1, MostWorkers) is not { } workers)
                        return (null, $"--workers needs a number from 1 to {MostWorkers}.");
                    result = result with { Workers = workers };
                    break;
                case "--ports-from":
                    if (Number(Value(), 1024, 65_000) is not { } first)
                        return (null, "--ports-from needs a port from 1024 to 65000.");
                    result = result with { PortsFrom = first };
                    break;
                case "--directory":
                    if (Value() is not { Length: > 0 } directory)
                        return (null, "--directory needs a folder.");
                    result = result with { Directory = Path.GetFullPath(directory) };
                    break;
                case "--llama":
                    var where = Value();
                    if (where is not null && SimulatedTemper(where) is { } temper)
                    {
                        result = result with { SimulatedLlama = temper };
                        break;
                    }
                    if (where is not { } url || !Uri.TryCreate(url, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
                        return (null, "--llama needs an address, for example http://localhost:11434/v1, or sim, sim:quirky or sim:hostile.");
                    result = result with { LlamaEndpoint = url };
                    break;
                case "--model":
                    if (Value() is not { Length: > 0 } model)
                        return (null, "--model needs a name.");
                    result = result with { LlamaModel = model };
                    break;
                default:
                    return (null, $"There is no option {words[i]}.");
            }
        }
        return result switch
        {
            { LlamaEndpoint: not null, LlamaModel: null } => (null, "--llama needs --model too."),
            { SimulatedLlama: not null, Simulators: false } => (null, "--llama sim needs the simulators."),
            { LlamaEndpoint: null, SimulatedLlama: null, LlamaModel: not null } => (null, "--model needs --llama too."),
            _ => (result, null),
        };
    }

    private static string? SimulatedTemper(string word) => word switch
    {
        "sim" or "sim:scripted" => "scripted",
        "sim:quirky" => "quirky",
        "sim:hostile" => "hostile",
        _ => null,
    };

    private static int? Number(string? text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
