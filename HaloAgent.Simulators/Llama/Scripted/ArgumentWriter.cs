using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>Fills a tool's parameters by their names, as far as the wish and what is known go.</summary>
internal sealed class ArgumentWriter(Wish wish, KnownThings known)
{
    public JsonObject For(ToolOffer tool, WishedItem? item = null)
    {
        var arguments = new JsonObject();
        foreach (var parameter in tool.Parameters)
        {
            if ((Value(parameter, item) ?? (parameter.Required ? Anything(parameter) : null)) is { } value)
            {
                arguments[parameter.Name] = value;
            }
        }

        return arguments;
    }

    /// <summary>True when the tool wants an id of a product that nobody has told of yet.</summary>
    public bool NeedsId(ToolOffer tool, WishedItem item) =>
        tool.Parameters.Any(parameter => parameter.Required && IsProductId(parameter.Name)) && known.Best(item.Product) is null;

    private JsonNode? Value(ToolParameter parameter, WishedItem? item)
    {
        var name = parameter.Name.ToLowerInvariant();
        return name switch
        {
            _ when parameter.Type == "array" => List(parameter),
            _ when IsProductId(name) => item is null ? null : known.Best(item.Product)?.Id,
            _ when name.Contains("variant", StringComparison.Ordinal) || name.Contains("size", StringComparison.Ordinal) => null,
            _ when name.Contains("product", StringComparison.Ordinal) || name.Contains("item", StringComparison.Ordinal) => item?.Product ?? Text(wish.Words),
            _ when name.Contains("quantity", StringComparison.Ordinal) || name is "count" or "how_many" => item is null ? null : (JsonNode)item.Quantity,
            "query" or "words" or "search" or "text" or "search_text" => Text(item?.Product ?? wish.Words),
            "place" => Text(wish.Address ?? wish.Words),
            "topic" => Text(Topic(parameter)),
            "use" or "redeem" => wish.Kind == WishKind.Redeem ? true : null,
            "wanted" => wish.Kind != WishKind.NoOffers,
            "kind" when wish.Kind is WishKind.DeleteData or WishKind.ExportData => Text(parameter.Choices.FirstOrDefault(choice => choice.Contains("delete", StringComparison.OrdinalIgnoreCase) == (wish.Kind == WishKind.DeleteData))),
            _ when name.Contains("address", StringComparison.Ordinal) => Text(wish.Address),
            _ when name.Contains("area", StringComparison.Ordinal) => wish.Address is { } address ? Text(address.Split(',')[^1].Trim()) : null,
            _ when name.Contains("fulfil", StringComparison.Ordinal) || name is "how" or "method" or "kind" or "type" or "way" => Fulfilment(parameter),
            "name" => wish.Kind == WishKind.Name ? Text(wish.Words) : Text(item?.Product),
            _ when name.Contains("language", StringComparison.Ordinal) => Language(parameter),
            "reason" => Reason(parameter),
            _ => null,
        };
    }

    private JsonArray? List(ToolParameter parameter)
    {
        if (parameter.Schema["items"] is not JsonObject { } schema || wish.Items.Count == 0)
        {
            return null;
        }

        var each = ToolOfferReader.Read(new JsonObject { ["function"] = new JsonObject { ["name"] = parameter.Name, ["parameters"] = schema.DeepClone() } });
        return each is { Parameters.Count: > 0 }
            ? new JsonArray([.. wish.Items.Select(item => For(each, item))])
            : new JsonArray([.. wish.Items.Select(item => (JsonNode)item.Product)]);
    }

    private JsonNode? Fulfilment(ToolParameter parameter)
    {
        var beginning = wish.Pickup ? "pick" : "deliver";
        return Text(parameter.Choices.FirstOrDefault(choice => choice.Contains(beginning, StringComparison.OrdinalIgnoreCase)));
    }

    private JsonNode? Language(ToolParameter parameter)
    {
        string[] names = wish.Words switch
        {
            "yo" => ["yo", "yoruba"],
            "ha" => ["ha", "hausa"],
            "ig" => ["ig", "igbo"],
            "pcm" => ["pcm", "pidgin"],
            _ => ["en", "english"],
        };
        return Text(parameter.Choices.FirstOrDefault(choice => names.Contains(choice, StringComparer.OrdinalIgnoreCase)) ?? names[0]);
    }

    private string? Topic(ToolParameter parameter)
    {
        var words = Folded.Text(wish.Text);
        var topic = words.HasAny("open", "close", "hours", "time") ? "hour"
            : words.HasAny("where", "located", "location", "address") ? "address"
            : words.HasAny("deliver", "delivery") ? "deliver"
            : words.HasAny("discount") ? "discount" : "pay";
        return parameter.Choices.FirstOrDefault(choice => choice.Contains(topic, StringComparison.OrdinalIgnoreCase));
    }

    private JsonNode? Reason(ToolParameter parameter)
    {
        if (parameter.Choices.Count == 0)
        {
            return Text(wish.Text);
        }

        string[] likely = wish.Kind == WishKind.Person && Folded.Text(wish.Text).HasAny("human", "person", "someone", "manager", "owner", "oga")
            ? ["asked", "person", "human", "wish"]
            : Folded.Text(wish.Text).HasAny("refund") ? ["refund", "complaint"] : ["complaint"];
        return Text(likely.Select(word => parameter.Choices.FirstOrDefault(choice => choice.Contains(word, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(choice => choice is not null)
            ?? parameter.Choices[0]);
    }

    /// <summary>What is required and not known: something of the right type, as a model does.</summary>
    private JsonNode Anything(ToolParameter parameter) => parameter switch
    {
        { Choices: [var first, ..] } => first,
        { Type: "integer" or "number" } => 1,
        { Type: "boolean" } => true,
        { Type: "array" } => new JsonArray(),
        _ => wish.Text,
    };

    private static bool IsProductId(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant() is "productid" or "itemid" or "id";

    private static JsonNode? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
