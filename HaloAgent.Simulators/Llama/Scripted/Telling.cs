using System.Globalization;
using System.Text.Json;

namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>
/// A tool's answer in words. Words are repeated as they are; of JSON the lines, amounts (whole kobo when they are numbers), names,
/// references and accounts are told.
/// </summary>
internal sealed record Telling(string Text, bool Refused)
{
    private const int LongestQuote = 900;

    public static Telling Of(string answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind switch
            {
                JsonValueKind.Object => OfObject(json.RootElement),
                JsonValueKind.Array => new Telling(Lines(json.RootElement), false),
                JsonValueKind.String => new Telling(Cut(json.RootElement.GetString()!), false),
                _ => new Telling("", false),
            };
        }
        catch (JsonException)
        {
            return new Telling(Cut(answer.Trim()), answer.StartsWith("Error", StringComparison.OrdinalIgnoreCase));
        }
    }

    private static Telling OfObject(JsonElement root)
    {
        if (Value(root, "refused", "error", "problem", "sentence") is { } refusal)
        {
            return new Telling(Value(root, "sentence") ?? refusal, true);
        }

        var told = new List<string>();
        foreach (var list in (string[])["lines", "products", "orders", "open", "owing", "items", "areas"])
        {
            if (root.TryGetProperty(list, out var rows) && rows.ValueKind == JsonValueKind.Array)
            {
                told.Add(Lines(rows));
            }
        }

        Add(told, "Order", Value(root, "number"));
        Add(told, "Status:", Value(root, "status"));
        Add(told, "Delivery", Amount(root, "deliveryFee"));
        Add(told, "Total", Amount(root, "total"));
        Add(told, "Payment reference", Value(root, "paymentReference", "reference"));
        foreach (var key in (string[])["bankDetails", "bank"])
        {
            if (root.TryGetProperty(key, out var bank) && bank.ValueKind == JsonValueKind.Object)
            {
                told.Add(string.Join(", ", bank.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.String).Select(one => one.Value.GetString())));
            }
        }

        Add(told, "", Value(root, "text", "say", "message"));
        return new Telling(Cut(string.Join('\n', told.Where(line => line.Length > 0))), false);
    }

    private static string Lines(JsonElement rows) => string.Join('\n', rows.EnumerateArray().Where(row => row.ValueKind == JsonValueKind.Object).Take(8).Select(Line));

    private static string Line(JsonElement row)
    {
        var quantity = Value(row, "quantity") is { } count ? count + " × " : "";
        var amount = Amount(row, "total") ?? Amount(row, "price") ?? Amount(row, "unitPrice");
        return $"{quantity}{Value(row, "fullName", "name", "number")}{(amount is null ? "" : " " + amount)}".Trim();
    }

    private static void Add(List<string> told, string label, string? value)
    {
        if (value is { Length: > 0 })
        {
            told.Add($"{label} {value}".Trim());
        }
    }

    private static string? Value(JsonElement element, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (element.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                return value.ToString();
            }
        }

        return null;
    }

    private static string? Amount(JsonElement element, string key) => !element.TryGetProperty(key, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var kobo) => "₦" + (kobo / 100m).ToString(kobo % 100 == 0 ? "#,0" : "#,0.00", CultureInfo.InvariantCulture),
        JsonValueKind.String => value.GetString(),
        _ => null,
    };

    private static string Cut(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote];
}
