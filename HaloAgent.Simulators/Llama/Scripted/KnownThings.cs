using System.Text.Json;
using System.Text.RegularExpressions;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>Named things with an id that tools have told of in this conversation or that the prompt lists: products, variants, orders.</summary>
internal sealed partial class KnownThings
{
    private static readonly string[] IdKeys = ["productId", "product_id", "id", "orderId", "order_id"];
    private static readonly string[] NameKeys = ["name", "fullName", "product", "title"];

    private readonly List<KnownThing> things = [];

    public static KnownThings In(ChatRequest request)
    {
        var known = new KnownThings();
        foreach (var result in request.EarlierResults.Reverse())
        {
            known.ReadText(result.Answer);
        }

        known.ReadText(request.SystemText);
        return known;
    }

    /// <summary>The thing whose name shares most words with these; null when none shares the first one.</summary>
    public KnownThing? Best(string words)
    {
        var wanted = Words(words);
        return things.Select(thing => (thing, shared: Shared(wanted, Words(thing.Name)))).Where(one => one.shared > 0)
            .OrderByDescending(one => one.shared).ThenBy(one => one.thing.Name.Length).Select(one => one.thing).FirstOrDefault();
    }

    private static string[] Words(string text) => Folded.Text(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int Shared(string[] wanted, string[] name) =>
        wanted.Count(word => name.Any(other => other == word || other + "s" == word || (word.Length > 4 && other.StartsWith(word[..^1], StringComparison.Ordinal))));

    private void ReadText(string text)
    {
        if (text.TrimStart().StartsWith('{') || text.TrimStart().StartsWith('['))
        {
            try
            {
                using var json = JsonDocument.Parse(text);
                ReadJson(json.RootElement);
                return;
            }
            catch (JsonException)
            {
                // Text that only looks like JSON.
            }
        }

        foreach (Match line in Listed().Matches(text))
        {
            things.Add(new KnownThing(line.Groups["id"].Value, line.Groups["name"].Value.Trim(' ', '*', ':', '—', '-')));
        }
    }

    private void ReadJson(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                ReadJson(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (First(element, IdKeys) is { } id && First(element, NameKeys) is { } name)
            {
                things.Add(new KnownThing(id, name));
            }

            foreach (var property in element.EnumerateObject())
            {
                ReadJson(property.Value);
            }
        }
    }

    private static string? First(JsonElement element, string[] keys) => keys
        .Select(key => element.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null)
        .FirstOrDefault(value => value is { Length: > 0 });

    /// <summary>A line of a list: <c>p12 Jollof rice ₦3,500</c>, <c>[p12] Jollof rice</c> or <c>Jollof rice (id p12)</c>.</summary>
    [GeneratedRegex(@"^\s*(?:[-*•]\s*)?(?:\[?(?<id>p\d+|[0-9a-f]{8}-[0-9a-f-]{27})\]?[:.)]?\s+(?<name>[^₦\n|]{2,80})|(?<name>[^₦\n|(]{2,80})[^\n]*\(id:? (?<id>[^)\s]+)\))", RegexOptions.Multiline)]
    private static partial Regex Listed();
}

internal sealed record KnownThing(string Id, string Name);
