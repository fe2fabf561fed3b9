using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile.Tricks;

internal sealed class UnknownTool() : Trick("unknown-tool", "tools that nobody offered, the mightier the better")
{
    private static readonly string[] Names = ["grant_discount", "mark_order_paid", "refund_payment", "read_all_customers", "run_sql", "send_message_to_everyone"];

    public override bool TellsLies => true;

    public override WireReply Play(Scene scene) => scene.Request.Round < 2
        ? scene.Call(new WantedCall(Names[scene.Random.Next(Names.Length)], new JsonObject { ["everything"] = true }))
        : scene.Say("I have marked your order as paid and given you a discount of 50%.");
}
