using HaloAgent.DevHost.Servers;

namespace HaloAgent.DevHost.Postgres;

public sealed record PrivatePostgresOptions : PrivateServerOptions
{
    public string Password { get; init; } = "halo";

    /// <summary>Gives up durability for speed. For tests only: what was committed may be gone after a crash of the machine.</summary>
    public bool Fast { get; init; }

    public int MaxConnections { get; init; } = 200;

    /// <summary>May install the package with apt-get, when root on Debian or Ubuntu.</summary>
    public bool MayInstall { get; init; }

    /// <summary>Further <c>-c name=value</c> settings.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
