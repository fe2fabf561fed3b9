using System.Text.Json.Nodes;

namespace HaloAgent.Simulators.Llama.Wire;

/// <summary>What the model wants: to say something, or to call tools.</summary>
internal abstract record Decision
{
    public sealed record Say(string Text) : Decision;

    public sealed record Call(IReadOnlyList<WantedCall> Calls) : Decision;

    public static Decision ToCall(string tool, JsonObject arguments) => new Call([new WantedCall(tool, arguments)]);
}

internal sealed record WantedCall(string Tool, JsonObject Arguments);
