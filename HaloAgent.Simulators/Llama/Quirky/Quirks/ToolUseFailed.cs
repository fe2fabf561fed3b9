using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Quirky.Quirks;

internal sealed class ToolUseFailed() : Quirk("tool-use-failed", "HTTP 400 'tool_use_failed' with the call in 'failed_generation' (Groq)")
{
    public override WireReply Play(Scene scene) => new WireReply.Json(
        new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["message"] = "Failed to call a function. Please adjust your prompt. See 'failed_generation' for more details.",
                ["type"] = "invalid_request_error",
                ["code"] = "tool_use_failed",
                // As Groq quotes Llama 3: the bracket behind the name is often missing.
                ["failed_generation"] = $"<function={scene.Calls[0].Tool}{scene.Calls[0].Arguments.Written()}</function>",
            },
        },
        400);
}
