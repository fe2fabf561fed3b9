using System.Text.Json;
using System.Text.Json.Nodes;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies.Notations;

/// <summary>Finds whole JSON values inside other text.</summary>
internal static class JsonSpans
{
    /// <summary>The JSON object or list that begins at this brace; null when it is not finished or is no JSON.</summary>
    public static (JsonNode Node, int End)? At(string text, int start)
    {
        if (EndOf(text, start) is not { } end) return null;
        try
        {
            return LooseJson.Parse(text[start..end]) is { } node ? (node, end) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // By counting braces outside of texts: the parser wants to be given the end.
    private static int? EndOf(string text, int start)
    {
        var (depth, inText) = (0, false);
        for (var at = start; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\' when inText:
                    at++;
                    break;
                case '"':
                    inText = !inText;
                    break;
                case '{' or '[' when !inText:
                    depth++;
                    break;
                case '}' or ']' when !inText:
                    if (--depth == 0) return at + 1;
                    break;
            }
        }

        return null;
    }
}
