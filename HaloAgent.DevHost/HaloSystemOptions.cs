using HaloAgent.DevHost.Ports;

namespace HaloAgent.DevHost;

/// <summary>How to run the whole system. The defaults suit a test: free ports, a temporary folder, nothing installed.</summary>
public sealed record HaloSystemOptions
{
    /// <summary>What <see cref="Environment"/> calls all services at once.</summary>
    public const string EveryService = "*";

    /// <summary>Keys, database, Redis data and logs. Null: a new temporary folder, removed when the system is disposed.</summary>
    public string? DataDirectory { get; init; }

    public PortPlan Ports { get; init; } = PortPlan.AnyFree;

    /// <summary>How many silos.</summary>
    public int Workers { get; init; } = 1;

    public bool Web { get; init; } = true;
    public bool Simulators { get; init; } = true;
    public bool DemoData { get; init; } = true;

    /// <summary>Start a service again that ends by itself. Crash tests that want to see it dead switch it off.</summary>
    public bool RestartCrashed { get; init; } = true;

    /// <summary>Gives up PostgreSQL's durability for speed (tests only).</summary>
    public bool FastPostgres { get; init; }

    /// <summary>A database to use instead of a private server. It is created if it is missing.</summary>
    public string? Database { get; init; }

    /// <summary>A Redis to use instead of a private Garnet.</summary>
    public string? Redis { get; init; }

    /// <summary>May install PostgreSQL with apt-get when there is no other way.</summary>
    public bool MayInstallPostgres { get; init; }

    public string? LlamaEndpoint { get; init; }

    /// <summary>scripted, quirky or hostile: the workers ask the simulated Llama. Needs <see cref="Simulators"/>.</summary>
    public string? SimulatedLlama { get; init; }

    public string? LlamaModel { get; init; }

    /// <summary>Further configuration by service: <c>api</c>, <c>worker</c> (all of them), <c>worker-0</c>, <c>web</c>, <c>simulators</c>, or <see cref="EveryService"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Environment { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromSeconds(60);
}
