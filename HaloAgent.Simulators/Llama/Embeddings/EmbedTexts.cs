using System.Text.Json;
using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Embeddings;

/// <summary>OpenAI's embeddings: <c>{ model, input: text or texts }</c> in, a vector for each text out.</summary>
internal static class EmbedTexts
{
    private const int MostTexts = 2_048;
    private const int MostCharacters = 8_000;
    private const int CharactersPerToken = 4;

    public static async Task<WireReply> HandleAsync(Stream body, CancellationToken gone)
    {
        var (model, texts) = Read(await ParseAsync(body, gone));
        if (model is null) return OpenAiErrors.Invalid("you must provide a model parameter");
        if (texts is not { Count: > 0 and <= MostTexts } || texts.Any(text => text is not { Length: > 0 and <= MostCharacters })) return OpenAiErrors.Invalid("'$.input' is invalid.");

        var tokens = texts.Sum(text => (text!.Length + CharactersPerToken - 1) / CharactersPerToken);
        return new WireReply.Json(new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. texts.Select((text, index) => Embedding(text!, index))]),
            ["model"] = model,
            ["usage"] = new JsonObject { ["prompt_tokens"] = tokens, ["total_tokens"] = tokens },
        });
    }

    private static JsonObject Embedding(string text, int index) => new JsonObject
    {
        ["object"] = "embedding",
        ["index"] = index,
        ["embedding"] = new JsonArray([.. HashedMeaning.Of(text).Select(value => (JsonNode)value)]),
    };

    private static (string? Model, IReadOnlyList<string?>? Texts) Read(JsonNode? body) => body is not JsonObject root ? default :
        (ChatRequestReader.Text(root["model"]), root["input"] is JsonArray several ? [.. several.Select(ChatRequestReader.Text)] : [ChatRequestReader.Text(root["input"])]);

    private static async Task<JsonNode?> ParseAsync(Stream body, CancellationToken gone)
    {
        try
        {
            return await JsonNode.ParseAsync(body, cancellationToken: gone);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
