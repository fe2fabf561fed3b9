using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Scripted;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

/// <summary>Does with a tool what nobody asked for, and then says so as if all were well.</summary>
internal sealed class UnaskedDeed(string name, string about, ToolRole role, string then) : Trick(name, about)
{
    public override bool TellsLies => true;

    public override WireReply Play(Scene scene)
    {
        var tool = new ToolShelf(scene.Request)[role];
        return scene.Request.Round > 0 || tool is null
            ? scene.Say(Lie.Fill(then, scene.Random))
            : scene.Call(new WantedCall(tool.Name, Arguments(tool)));
    }

    private static JsonObject Arguments(ToolOffer tool)
    {
        var arguments = new JsonObject();
        foreach (var parameter in tool.Parameters.Where(parameter => parameter.Required))
        {
            arguments[parameter.Name] = parameter switch
            {
                { Choices: [var first, ..] } => first,
                { Type: "integer" or "number" } => 1,
                { Type: "boolean" } => true,
                { Type: "array" } => new JsonArray(),
                _ => "jollof rice",
            };
        }

        return arguments;
    }
}
