using HaloAgent.DevHost.Servers;

namespace HaloAgent.DevHost.Redis;

public sealed record PrivateGarnetOptions : PrivateServerOptions
{
    /// <summary>False: nothing is written and a restart begins empty.</summary>
    public bool Durable { get; init; } = true;
}
