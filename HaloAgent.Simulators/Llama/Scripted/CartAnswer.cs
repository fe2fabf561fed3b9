using System.Text.Json;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>A cart as a tool answered it, as far as it says whether something is missing.</summary>
internal sealed record CartAnswer(bool IsComplete)
{
    /// <summary>The newest cart of this conversation, or null.</summary>
    public static CartAnswer? Last(ChatRequest request) =>
        request.EarlierResults.Reverse().Select(result => Read(result.Answer)).FirstOrDefault(cart => cart is not null);

    private static CartAnswer? Read(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("missing", out var missing) && missing.ValueKind == JsonValueKind.Array
                ? new CartAnswer(missing.GetArrayLength() == 0)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
