using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Embeddings;
using HaloAgent.Simulators.Llama.Wire;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Llama;

/// <summary>OpenAI's chat completions, one base address a temper, and embeddings, the same under each; and what was asked there, without a key.</summary>
internal static class LlamaEndpoints
{
    public static void MapLlamaEndpoints(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/llama/{temper}/v1").AddEndpointFilter<BearerKeyFilter>();
        api.MapPost("/chat/completions", CompleteAsync);
        api.MapPost("/embeddings", EmbedAsync);
        api.MapGet("/models", ModelsAsync);
        routes.MapGet("/llama/requests", Requests);
        routes.MapDelete("/llama/requests", Forget);
        routes.MapGet("/llama/stats", (RequestLog log) => TypedResults.Ok(log.Stats()));
    }

    private static async Task CompleteAsync(string temper, HttpContext http, CompleteChat complete)
    {
        var reply = Tempers.Named(temper) is { } known
            ? await complete.HandleAsync(known, http.Request.Body, http.RequestAborted)
            : OpenAiErrors.NoSuchTemper(temper);
        await WireReplies.SendAsync(http, reply);
    }

    private static async Task EmbedAsync(string temper, HttpContext http)
    {
        var reply = Tempers.Named(temper) is null ? OpenAiErrors.NoSuchTemper(temper) : await EmbedTexts.HandleAsync(http.Request.Body, http.RequestAborted);
        await WireReplies.SendAsync(http, reply);
    }

    private static Task ModelsAsync(string temper, HttpContext http, IOptions<LlamaOptions> options)
    {
        var model = new JsonObject { ["id"] = options.Value.Model, ["object"] = "model", ["created"] = 1_735_689_600, ["owned_by"] = "haloagent-simulators" };
        return WireReplies.SendAsync(http, Tempers.Named(temper) is null
            ? OpenAiErrors.NoSuchTemper(temper)
            : new WireReply.Json(new JsonObject { ["object"] = "list", ["data"] = new JsonArray(model) }));
    }

    /// <param name="containing">Only requests in whose last customer's words this stands.</param>
    private static Ok<RequestsView> Requests(RequestLog log, string? temper, string? containing, bool? bodies)
    {
        var wanted = log.Read().Where(one => temper is null || one.Temper == temper)
            .Where(one => containing is null || one.LastUserText.Contains(containing, StringComparison.Ordinal))
            .Select(one => new LoggedRequestView(one.Temper, one.Played, one.Turn, one.Round, one.TookMs, one.Said, one.Lied, bodies == false ? null : one.Body));
        return TypedResults.Ok(new RequestsView(log.Stats().Total, [.. wanted]));
    }

    private static NoContent Forget(RequestLog log)
    {
        log.Clear();
        return TypedResults.NoContent();
    }
}

internal sealed record LoggedRequestView(string Temper, string? Played, string Turn, int Round, double TookMs, string? Said, bool Lied, JsonNode? Body);

internal sealed record RequestsView(long Total, IReadOnlyList<LoggedRequestView> Requests);
