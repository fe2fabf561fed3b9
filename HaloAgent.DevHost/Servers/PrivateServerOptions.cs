namespace HaloAgent.DevHost.Servers;

public abstract record PrivateServerOptions
{
    /// <summary>Where its data lives. Null: a new temporary folder, removed when the server is disposed.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Null: any free port.</summary>
    public int? Port { get; init; }

    /// <summary>Start it again when it ends by itself.</summary>
    public bool RestartCrashed { get; init; }

    /// <summary>What the server writes, line by line.</summary>
    public Action<string>? OnLine { get; init; }

    /// <summary>How its installation gets on, when there is one, and that it ended by itself.</summary>
    public Action<string>? OnProgress { get; init; }

    /// <summary>It has started or ended: its process id is another one.</summary>
    public Action? OnChanged { get; init; }
}
