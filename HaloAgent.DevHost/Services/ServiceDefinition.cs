namespace HaloAgent.DevHost.Services;

/// <summary>One service as DevHost runs it: which project, where it listens, and its configuration.</summary>
internal sealed record ServiceDefinition(string Name, string Project, Uri Address, IReadOnlyDictionary<string, string> Environment)
{
    public int? SiloPort { get; init; }
    public int? GatewayPort { get; init; }
}
