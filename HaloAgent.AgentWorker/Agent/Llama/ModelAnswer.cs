using System.Text.Json;
using HaloAgent.AgentWorker.Agent.Llama.Endpoints;
using Microsoft.Extensions.AI;

namespace HaloAgent.AgentWorker.Agent.Llama;

/// <summary>One answer of the model as it stands in the turn's journal: enough to go on from it when the turn is run again.</summary>
/// <param name="Cost">US dollars.</param>
/// <param name="Repairs">What was mended in it, or empty.</param>
/// <param name="CutOff">It ran into its length limit; only what is whole of it is here.</param>
internal sealed record ModelAnswer(
    string? Text, IReadOnlyList<ModelCall> Calls, string? Model, long PromptTokens, long CompletionTokens, decimal Cost, double Milliseconds, string Repairs, bool CutOff = false)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static ModelAnswer Of(ChatResponse response, TimeSpan took)
    {
        var contents = response.Messages.SelectMany(message => message.Contents).ToList();
        return new ModelAnswer(
            string.Concat(contents.OfType<TextContent>().Select(text => text.Text)) is { Length: > 0 } text ? text : null,
            [.. contents.OfType<FunctionCallContent>().Select(call => new ModelCall(call.CallId, call.Name, JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, object?>(), Json)))],
            response.ModelId, response.Usage?.InputTokenCount ?? 0, response.Usage?.OutputTokenCount ?? 0,
            response.AdditionalProperties?.GetValueOrDefault(LlamaRouter.Cost) as decimal? ?? 0, took.TotalMilliseconds,
            response.AdditionalProperties?.GetValueOrDefault(LlamaChatClient.Repairs) as string ?? "",
            response.AdditionalProperties?.ContainsKey(LlamaChatClient.CutOff) == true);
    }

    /// <summary>Nothing whole came before the limit: a model that goes round in a circle, or a call that never ends.</summary>
    public bool IsNothingWhole => CutOff && Text is null && Calls.Count == 0;

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static ModelAnswer Read(string json) => JsonSerializer.Deserialize<ModelAnswer>(json, Json)!;

    public ChatResponse ToResponse()
    {
        List<AIContent> contents = Text is null ? [] : [new TextContent(Text)];
        contents.AddRange(Calls.Select(call => new FunctionCallContent(call.Id, call.Name, call.Arguments.EnumerateObject().ToDictionary(argument => argument.Name, argument => (object?)argument.Value.Clone()))));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents)) { ModelId = Model };
    }
}

internal sealed record ModelCall(string Id, string Name, JsonElement Arguments);
