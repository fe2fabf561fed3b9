using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies.Notations;

/// <summary>Reads <c>a="b", n=2, on=True, list=["x"])</c> up to the closing bracket.</summary>
internal sealed class PythonicArguments
{
    private readonly string text;
    private int at;

    private PythonicArguments(string text, int at) => (this.text, this.at) = (text, at);

    /// <param name="start">Behind the opening bracket.</param>
    /// <returns>Null when it is not finished or is something else: a sentence in brackets.</returns>
    public static (JsonObject Arguments, int End)? Read(string text, int start)
    {
        var reader = new PythonicArguments(text, start);
        return reader.Arguments() is { } arguments ? (arguments, reader.at) : null;
    }

    private JsonObject? Arguments()
    {
        var arguments = new JsonObject();
        while (true)
        {
            Skip();
            if (Takes(')')) return arguments;
            if (Name() is not { } name || !Takes('=') || Value() is not { } value) return null;
            arguments[name] = value.Node;
            Skip();
            if (Takes(',')) continue;
            return Takes(')') ? arguments : null;
        }
    }

    private string? Name()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_')) at++;
        var name = text[start..at];
        Skip();
        return name.Length > 0 ? name : null;
    }

    private (JsonNode? Node, bool Read)? Value()
    {
        Skip();
        if (at >= text.Length) return null;
        return text[at] switch
        {
            '"' or '\'' => Quoted() is { } quoted ? (JsonValue.Create(quoted), true) : null,
            '[' => List() is { } list ? (list, true) : null,
            '{' when JsonSpans.At(text, at) is { } json => Jump(json),
            _ => Word(),
        };
    }

    private (JsonNode?, bool)? Jump((JsonNode Node, int End) json)
    {
        at = json.End;
        return (json.Node, true);
    }

    private string? Quoted()
    {
        var quote = text[at++];
        var read = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) read.Append(text[++at] switch { 'n' => '\n', 't' => '\t', var other => other });
            else if (text[at] == quote)
            {
                at++;
                return read.ToString();
            }
            else read.Append(text[at]);
        }

        return null;
    }

    private JsonArray? List()
    {
        at++;
        var list = new JsonArray();
        while (true)
        {
            Skip();
            if (Takes(']')) return list;
            if (Value() is not { } value) return null;
            list.Add(value.Node);
            Skip();
            if (Takes(',')) continue;
            return Takes(']') ? list : null;
        }
    }

    private (JsonNode?, bool)? Word()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '-' or '+')) at++;
        var word = text[start..at];
        return word switch
        {
            "" => null,
            "True" or "true" => (JsonValue.Create(true), true),
            "False" or "false" => (JsonValue.Create(false), true),
            "None" or "null" => (null, true),
            _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => (JsonValue.Create(whole), true),
            _ when decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => (JsonValue.Create(number), true),
            _ => (JsonValue.Create(word), true),
        };
    }

    private bool Takes(char wanted)
    {
        if (at >= text.Length || text[at] != wanted) return false;
        at++;
        return true;
    }

    private void Skip()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
