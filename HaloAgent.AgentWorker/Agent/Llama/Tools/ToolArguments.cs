using System.Globalization;
using System.Text.Json;
using HaloAgent.AgentWorker.Agent.Llama.Replies;

namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>A call's arguments, read with patience; what cannot be used becomes a sentence that says how to mend it.</summary>
internal sealed class ToolArguments(IReadOnlyDictionary<string, object?> values)
{
    private const int LongestText = 500;

    /// <summary>What makes the call useless, or null.</summary>
    public string? Problem(ModelTool tool)
    {
        if (values.TryGetValue(LlamaCall.Unreadable, out var why)) return TextOf(why);
        foreach (var parameter in tool.Parameters)
        {
            var text = Text(parameter.Name);
            if (text is null)
            {
                if (parameter.Required) return $"{tool.Name} needs {parameter.Name}{(parameter.Description.Length > 0 ? $" ({parameter.Description})" : "")}. Call it again with all arguments.";
                continue;
            }

            if (parameter.Type == "integer" && Number(parameter.Name) is null) return $"{parameter.Name} must be a whole number, for example 2.";
            if (parameter.OneOf is { } allowed && !allowed.Contains(text, StringComparer.OrdinalIgnoreCase)) return $"{parameter.Name} must be one of: {string.Join(", ", allowed)}.";
        }

        return null;
    }

    public string? Text(string name) => values.TryGetValue(name, out var value) && TextOf(value)?.Trim() is { Length: > 0 } text ? Cut(text) : null;

    // Never in the middle of an emoji.
    private static string Cut(string text) => text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];

    /// <summary>One of a parameter's values, in lower case.</summary>
    public string Choice(string name) => Text(name)?.ToLowerInvariant() ?? "";

    public int? Number(string name) =>
        Text(name) is { } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    public bool? Truth(string name) => Text(name)?.ToLowerInvariant() switch
    {
        "true" or "yes" or "1" => true,
        "false" or "no" or "0" => false,
        _ => null,
    };

    /// <summary>Equal for the same arguments in another order or spelling: the loop guard compares it.</summary>
    public string Normalised => string.Join('|', values.Select(value => $"{value.Key.ToLowerInvariant()}={TextOf(value.Value)?.Trim().ToLowerInvariant()}").Order(StringComparer.Ordinal));

    /// <summary>As JSON, for the turn's explanation.</summary>
    public string Written => JsonSerializer.Serialize(values.Where(value => value.Key != LlamaCall.Unreadable).ToDictionary(value => value.Key, value => TextOf(value.Value)));

    private static string? TextOf(object? value) => value switch
    {
        null => null,
        string text => text,
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString(),
        JsonElement element => element.GetRawText(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
