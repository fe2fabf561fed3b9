using System.Globalization;
using System.Text.Json;
using HaloAgent.Web.Shared;

namespace HaloAgent.Web.Conversations;

/// <summary>
/// Lays the journal's JSON out to be read, a fact a line. The journal keeps money as whole kobo and much that only the
/// program needs (ids, versions, numbers of enumerations): amounts are shown as naira, times as the shop's clock shows them, and what says
/// nothing is left out, as the sums of an empty cart are.
/// </summary>
internal sealed class JournalFacts(ShopClock clock)
{
    private static readonly HashSet<string> Money = new(StringComparer.OrdinalIgnoreCase)
    {
        "unitPrice", "price", "maxPrice", "total", "itemsTotal", "totalAmount", "deliveryFee", "fee", "discount", "worth", "amount", "expected", "claimed", "claimedAmount",
    };

    private static readonly HashSet<string> ForTheProgram = new(StringComparer.OrdinalIgnoreCase)
    {
        "version", "fullName", "isEmpty", "isShort", "summaryShownEarlier", "left", "createdAt",
    };

    // A fee of 0 is a fact, and so is that there are no points; that nothing was taken off is none.
    private static readonly HashSet<string> NothingAtZero = new(StringComparer.OrdinalIgnoreCase) { "pointsUsed", "discount", "itemsTotal", "total", "totalAmount" };

    // As words they are facts, as numbers they are an enumeration's.
    private static readonly HashSet<string> Enumerations = new(StringComparer.OrdinalIgnoreCase) { "fulfillment", "status", "reference", "kind", "reason" };

    public IEnumerable<string> Lines(JsonElement value) => Lay(value, "");

    private IEnumerable<string> Lay(JsonElement value, string indent) => value.ValueKind switch
    {
        JsonValueKind.Object when IsEmptyCart(value) => [indent + "nothing in it"],
        JsonValueKind.Object => OrderLine(value) is { } line ? [indent + line] : value.EnumerateObject().Where(IsWorthReading).SelectMany(fact => LayFact(fact, indent)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => LayItem(item, indent)),
        JsonValueKind.String when Guid.TryParse(value.GetString(), out _) => [],
        _ => [indent + Scalar("", value)],
    };

    private IEnumerable<string> LayFact(JsonProperty fact, string indent)
    {
        if (fact.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return [$"{indent}{TurnWords.Plain(fact.Name)}: {Scalar(fact.Name, fact.Value)}"];
        }

        var inner = Lay(fact.Value, indent + "  ").ToArray();
        return inner.Length == 0 ? [] : [$"{indent}{TurnWords.Plain(fact.Name)}:", .. inner];
    }

    private IEnumerable<string> LayItem(JsonElement item, string indent)
    {
        var lines = Lay(item, indent + "  ").ToArray();
        return lines.Length == 0 ? [] : [$"{indent}• {lines[0].TrimStart()}", .. lines[1..]];
    }

    /// <summary><c>3 × Jollof rice &amp; chicken (large) ₦10,500</c>.</summary>
    private static string? OrderLine(JsonElement value)
    {
        if (!value.TryGetProperty("quantity", out var quantity) || quantity.ValueKind != JsonValueKind.Number
            || !value.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String
            || !value.TryGetProperty("total", out var total) || !total.TryGetInt64(out var kobo))
        {
            return null;
        }

        var variant = value.TryGetProperty("variant", out var chosen) && chosen.ValueKind == JsonValueKind.String ? $" ({chosen.GetString()})" : "";
        return $"{quantity.GetRawText()} × {name.GetString()}{variant} {Naira.Format(kobo / 100m)}";
    }

    /// <summary>Where it would go, and a wish about it, may be known already: then those are told.</summary>
    private static bool IsEmptyCart(JsonElement value) =>
        value.TryGetProperty("isEmpty", out var empty) && empty.ValueKind == JsonValueKind.True && !value.EnumerateObject().Any(fact => fact.Value.ValueKind == JsonValueKind.String);

    private static bool IsWorthReading(JsonProperty fact) => !ForTheProgram.Contains(fact.Name) && fact.Value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False => false,
        JsonValueKind.String => fact.Value.GetString() is { Length: > 0 } text && !Guid.TryParse(text, out _),
        JsonValueKind.Number => !Enumerations.Contains(fact.Name) && !(NothingAtZero.Contains(fact.Name) && fact.Value.TryGetInt64(out var number) && number == 0),
        JsonValueKind.Array => fact.Value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Number),
        _ => true,
    };

    private string Scalar(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Number when Money.Contains(name) && value.TryGetInt64(out var kobo) => Naira.Format(kobo / 100m),
        JsonValueKind.String when Time(value.GetString()!) is { } at => clock.Relative(at),
        JsonValueKind.String when name.Equals("reason", StringComparison.OrdinalIgnoreCase) && value.GetString()!.All(char.IsAsciiLetter) => TurnWords.Plain(value.GetString()!),
        _ => value.ToString(),
    };

    /// <summary>As the journal writes one; what a customer typed is never one.</summary>
    private static DateTimeOffset? Time(string text) =>
        text.Length >= 20 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;
}
