using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HaloAgent.Simulators.Twilio.Templates;

/// <summary>Something the customer can tap: a quick-reply button, or (with <paramref name="InList"/>) a row of a list.</summary>
internal sealed record Choice(string Id, string Title, string? Description, bool InList);

/// <summary>A template of Twilio's Content API; <see cref="Types"/> is kept as it was given.</summary>
internal sealed record ContentResource(
    string Sid,
    string AccountSid,
    string? FriendlyName,
    string? Language,
    Dictionary<string, string> Variables,
    Dictionary<string, JsonElement> Types,
    string DateCreated,
    string DateUpdated,
    string Url);

/// <summary>The templates of the account: the only way to send buttons and lists through Twilio.</summary>
internal sealed partial class ContentTemplates
{
    private readonly ConcurrentDictionary<string, ContentResource> _templates = new();

    public void Add(ContentResource template) => _templates[template.Sid] = template;

    public ContentResource? Find(string sid) => _templates.GetValueOrDefault(sid);

    public bool Remove(string sid) => _templates.TryRemove(sid, out _);

    /// <summary>Fills a template with its variables, or says why Twilio refuses.</summary>
    public TwilioError? Render(string sid, string? variablesJson, out (string Body, IReadOnlyList<Choice> Choices) rendered)
    {
        rendered = ("", []);
        if (!Sid.IsContent(sid) || Find(sid) is not { } template)
        {
            return TwilioErrors.InvalidContentSid;
        }

        if (ReadVariables(variablesJson, template.Variables) is not { } variables)
        {
            return TwilioErrors.InvalidContentVariables;
        }

        // WhatsApp shows the richest type there is; a template rarely has more than one.
        var (kind, content) = template.Types.OrderBy(type => type.Key is "twilio/text").First();
        string Fill(string text) => Placeholder().Replace(text, hit => variables.GetValueOrDefault(hit.Groups[1].Value) ?? "");

        var choices = kind switch
        {
            "twilio/quick-reply" => Rows(content, "actions").Select(row => new Choice(Text(row, "id") ?? Text(row, "title")!, Fill(Text(row, "title")!), null, false)),
            "twilio/list-picker" => Rows(content, "items").Select(row => new Choice(Text(row, "id")!, Fill(Text(row, "item")!), Text(row, "description") is { } more ? Fill(more) : null, true)),
            _ => [],
        };
        rendered = (Fill(Text(content, "body") ?? ""), [.. choices]);
        return null;
    }

    /// <summary>The given variables over the template's samples; null when they are not a JSON object of strings.</summary>
    private static Dictionary<string, string>? ReadVariables(string? json, Dictionary<string, string> samples)
    {
        var variables = new Dictionary<string, string>(samples);
        try
        {
            foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(json ?? "{}") ?? [])
            {
                variables[name] = value;
            }

            return variables;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static IEnumerable<JsonElement> Rows(JsonElement content, string name) =>
        content.TryGetProperty(name, out var rows) && rows.ValueKind == JsonValueKind.Array ? rows.EnumerateArray() : [];

    internal static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"\{\{\s*([A-Za-z0-9_]+)\s*\}\}")]
    private static partial Regex Placeholder();
}
