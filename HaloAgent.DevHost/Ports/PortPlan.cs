namespace HaloAgent.DevHost.Ports;

/// <summary>Where the services listen: the known addresses from <see cref="From"/> on, or any free ports (tests).</summary>
public sealed record PortPlan
{
    public const int Usual = 5100;

    private readonly int? _first;

    private PortPlan(int? first) => _first = first;

    public static PortPlan AnyFree { get; } = new((int?)null);

    /// <summary>Web at <paramref name="first"/>, Api one above, Simulators two above; a busy one moves to the next free port.</summary>
    public static PortPlan From(int first) => new(first);

    internal int Web => At(0);
    internal int Api => At(1);
    internal int Simulators => At(2);
    internal int WorkerHttp(int index) => At(10 + index);
    internal int WorkerSilo(int index) => At(30 + index);
    internal int WorkerGateway(int index) => At(50 + index);

    private int At(int offset) => _first is { } first ? FreePorts.From(first + offset) : FreePorts.Next();
}
