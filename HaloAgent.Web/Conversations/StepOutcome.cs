using System.Text.Json;
using HaloAgent.Contracts.Conversations;

namespace HaloAgent.Web.Conversations;

/// <summary>Whether a step of the journal did what its name says: a refused one did nothing, and a look-up may have found nothing.</summary>
internal static class StepOutcome
{
    /// <summary>How some answers to a model begin; here it is said of every refusal.</summary>
    private const string NotDone = "Not done: ";

    /// <summary>Why it was not done, in the tool's own sentence; null: it was.</summary>
    public static string? Refusal(TurnStepView step)
    {
        if (step.Kind != "tool" || Result(step) is not { ValueKind: JsonValueKind.Object } result || Text(result, "refused") is not { } code)
        {
            return null;
        }

        // A call that no tool took has no sentence beside the reason.
        var why = Text(result, "sentence") ?? (code.Contains(' ', StringComparison.Ordinal) ? code : TurnWords.Plain(code));
        why = why.StartsWith(NotDone, StringComparison.Ordinal) ? char.ToUpperInvariant(why[NotDone.Length]) + why[(NotDone.Length + 1)..] : why;
        return why.EndsWith('.') ? why : why + ".";
    }

    public static bool FoundNothing(TurnStepView step) => step.Name switch
    {
        "find_open_orders" => Result(step) is { ValueKind: JsonValueKind.Object } orders && IsEmpty(orders, "open") && IsEmpty(orders, "lastEnded"),
        "search_products" => Result(step) is { ValueKind: JsonValueKind.Object } found && IsEmpty(found, "products"),
        _ => false,
    };

    private static bool IsEmpty(JsonElement facts, string name) =>
        !facts.TryGetProperty(name, out var fact) || fact.ValueKind == JsonValueKind.Null || (fact.ValueKind == JsonValueKind.Array && fact.GetArrayLength() == 0);

    private static string? Text(JsonElement facts, string name) =>
        facts.TryGetProperty(name, out var fact) && fact.ValueKind == JsonValueKind.String && fact.GetString() is { Length: > 0 } text ? text : null;

    private static JsonElement? Result(TurnStepView step)
    {
        try
        {
            return step.Result is { } stored ? JsonElement.Parse(stored) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
