namespace HaloAgent.DevHost;

public enum HaloEventKind { Step, Done, Information, Warning, Failure, Output }

/// <summary>What DevHost does (<see cref="HaloEventKind.Step"/> begins, <see cref="HaloEventKind.Done"/> ends) and what its children say.</summary>
public sealed record HaloEvent(string Source, HaloEventKind Kind, string Text);
