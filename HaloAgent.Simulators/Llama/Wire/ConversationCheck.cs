using System.Text.Json;

namespace HaloAgent.Simulators.Llama.Wire;

/// <summary>
/// What makes real servers refuse a conversation: a call without its answer (OpenAI), an answer to no call, and arguments that
/// are no JSON object (Ollama: "invalid tool call arguments").
/// </summary>
internal static class ConversationCheck
{
    public static string? Problem(IReadOnlyList<ChatLine> lines)
    {
        var open = new HashSet<string>();
        foreach (var line in lines)
        {
            if (line.Role == "tool")
            {
                if (!open.Remove(line.CallId ?? ""))
                {
                    return "messages with role 'tool' must be a response to a preceding message with 'tool_calls'.";
                }

                continue;
            }

            if (open.Count > 0)
            {
                return Unanswered(open);
            }

            if (line.Role is not ("system" or "developer" or "user" or "assistant"))
            {
                return $"Invalid value: '{line.Role}'. Supported values are: 'system', 'assistant', 'user', 'tool', and 'developer'.";
            }

            foreach (var call in line.Calls)
            {
                if (call.Id.Length == 0 || !open.Add(call.Id))
                {
                    return "Each of 'tool_calls' needs an 'id' of its own.";
                }

                if (!IsObject(call.Arguments))
                {
                    return "invalid tool call arguments";
                }
            }
        }

        return open.Count > 0 ? Unanswered(open) : null;
    }

    private static string Unanswered(IEnumerable<string> open) =>
        "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: "
        + string.Join(", ", open);

    private static bool IsObject(string arguments)
    {
        try
        {
            using var json = JsonDocument.Parse(arguments);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
