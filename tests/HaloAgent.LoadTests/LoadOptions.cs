using System.Globalization;

namespace HaloAgent.LoadTests;

internal sealed record LoadOptions
{
    public const string Usage = """
        dotnet run -c Release --project tests/HaloAgent.LoadTests -- MODE [options]

          ack     accepted webhooks a second with the worker stopped, against bare single-row inserts
                  --connections 32   --seconds 20
          turns   customers ordering through webhook, agent and simulated Twilio, each writing when answered;
                  then the same at half the rate (or only at --rate turns a second)
                  --customers 200    --seconds 30    --rate N
          spike   a burst of webhooks with the worker running: is anything lost, in order, when is it worked off
                  --rate 5000        --seconds 10    --connections 64   --customers 1000

          model   the same customers at --rate turns a second with every turn asking a simulated Llama that takes --model-ms:
                  the agent's own time, which is everything but the model's answers
                  --rate 100         --seconds 30    --customers 300   --model-ms 400
          waiting that many customers write at once and all wait for a slow simulated Llama: memory, and is anything lost
                  --customers 2000   --connections 64   --model-ms 2000
          search  searches in a shop of 5,000 products, one after another, against the ear for names in memory
                  --searches 2000    --semantic: then by meaning too, with the simulated Llama's embeddings

          --workers 1                      silos of the system that is started
          --callbacks queued,sent,...      which statuses the simulated Twilio calls back (all by default; none)
          --system .halo/devhost.json      use the system that runs instead of starting one
          --logs                           show what the services write
        """;

    public required string Mode { get; init; }
    public int? Connections { get; init; }
    public int? Seconds { get; init; }
    public int? Customers { get; init; }
    public int? Searches { get; init; }

    /// <summary>Searches by meaning are measured too.</summary>
    public bool Semantic { get; init; }

    public double? Rate { get; init; }

    /// <summary>How long the simulated Llama takes for each answer; null: what the mode is about.</summary>
    public int? ModelMs { get; init; }

    /// <summary>The mode is about the database and the front door: no agent runs.</summary>
    public bool NeedsNoAgent => Mode is "ack" or "search";

    /// <summary>Every turn asks the simulated Llama.</summary>
    public bool AsksModel => Mode is "model" or "waiting";

    public int ModelMilliseconds => ModelMs ?? (Mode == "waiting" ? 2_000 : 400);

    public int Workers { get; init; } = 1;
    public string? Callbacks { get; init; }
    public string? SystemFile { get; init; }
    public bool Logs { get; init; }

    /// <exception cref="FormatException">An option is unknown or not a number; the message names it.</exception>
    public static LoadOptions Parse(string[] args)
    {
        if (args is not [("ack" or "turns" or "spike" or "model" or "waiting" or "search") and var mode, ..])
        {
            throw new FormatException("The first argument is ack, turns, spike, model, waiting or search.");
        }

        var options = new LoadOptions { Mode = mode };
        for (var i = 1; i < args.Length; i++)
        {
            var name = args[i];
            string Value() => ++i < args.Length ? args[i] : throw new FormatException($"{name} needs a value.");
            int Number() => int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : throw new FormatException($"{name} needs a whole number above 0.");
            options = name switch
            {
                "--connections" => options with { Connections = Number() },
                "--seconds" => options with { Seconds = Number() },
                "--customers" => options with { Customers = Number() },
                "--searches" => options with { Searches = Number() },
                "--semantic" => options with { Semantic = true },
                "--rate" => options with { Rate = Number() },
                "--model-ms" => options with { ModelMs = Number() },
                "--workers" => options with { Workers = Number() },
                "--callbacks" => options with { Callbacks = Value() },
                "--system" => options with { SystemFile = Value() },
                "--logs" => options with { Logs = true },
                _ => throw new FormatException($"{name} is not an option."),
            };
        }

        return options;
    }
}
