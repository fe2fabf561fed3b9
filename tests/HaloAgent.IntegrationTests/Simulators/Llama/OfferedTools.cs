using System.Text.Json.Nodes;

namespace HaloAgent.IntegrationTests.Simulators.Llama;

/// <summary>Tools as a client offers them: the kind of schemas that ours have.</summary>
internal static class OfferedTools
{
    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["search_products"] = """{ "words": { "type": "string" }, "max_price": { "type": "integer" } }""",
        ["show_products"] = """{ "words": { "type": "string" }, "pictures": { "type": "boolean" } }""",
        ["product_details"] = """{ "product": { "type": "string" } }""",
        ["add_to_cart"] = """{ "product": { "type": "string" }, "variant": { "type": ["string", "null"] }, "quantity": { "type": "integer" } }""",
        ["change_quantity"] = """{ "product": { "type": "string" }, "quantity": { "type": "integer" } }""",
        ["choose_delivery"] = """{ "address": { "type": "string" }, "area": { "type": "string" } }""",
        ["quote_delivery"] = """{ "place": { "type": "string" } }""",
        ["shop_information"] = """{ "topic": { "type": "string", "enum": ["opening_hours", "address", "delivery_areas", "ways_to_pay", "discounts"] } }""",
        ["request_my_data"] = """{ "kind": { "type": "string", "enum": ["copy", "delete"] } }""",
        ["loyalty_points"] = """{ "use": { "type": "boolean" } }""",
        ["set_offers"] = """{ "wanted": { "type": "boolean" } }""",
        ["cancel_order"] = """{ "order_number": { "type": "integer" } }""",
        ["save_name"] = """{ "name": { "type": "string" } }""",
        ["set_language"] = """{ "language": { "type": "string", "enum": ["en", "pcm", "yo", "ha", "ig"] } }""",
        ["call_person"] = """{ "reason": { "type": "string", "enum": ["asked_for_person", "complaint", "refund", "anger", "health", "law", "other"] } }""",
    };

    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["add_to_cart"] = ["product", "quantity"],
        ["change_quantity"] = ["product", "quantity"],
        ["save_name"] = ["name"],
        ["set_language"] = ["language"],
        ["call_person"] = ["reason"],
        ["shop_information"] = ["topic"],
        ["request_my_data"] = ["kind"],
        ["quote_delivery"] = ["place"],
        ["set_offers"] = ["wanted"],
    };

    public static IEnumerable<JsonNode> Named(IEnumerable<string> names) => names.Select(name => One(name, Parameters.GetValueOrDefault(name, "{}")));

    /// <summary>A tool with parameters of its own.</summary>
    public static JsonNode One(string name, string parameters, params string[] required) => new JsonObject
    {
        ["type"] = "function",
        ["function"] = new JsonObject
        {
            ["name"] = name,
            ["description"] = name.Replace('_', ' '),
            ["parameters"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = JsonNode.Parse(parameters),
                ["required"] = new JsonArray([.. (required.Length > 0 ? required : Required.GetValueOrDefault(name, [])).Select(one => (JsonNode)one)]),
            },
        },
    };
}
