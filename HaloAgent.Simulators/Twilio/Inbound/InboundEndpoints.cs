using HaloAgent.Simulators.Twilio.Messages;
using HaloAgent.Simulators.Twilio.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Simulators.Twilio.Inbound;

/// <summary>The customers' side: writing to a shop, and sending a message again that the shop's server did not take.</summary>
internal static class InboundEndpoints
{
    public static void MapInbound(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/twilio/inbound", Write);
        routes.MapPost("/twilio/inbound/{sid}/again", WriteAgain);
    }

    private static async Task<Results<Ok<InboundResult>, ValidationProblem>> Write(InboundRequest request, ReceiveFromCustomer receive)
    {
        var (result, wrong) = await receive.HandleAsync(request);
        return wrong is var (field, why)
            ? TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [why] })
            : TypedResults.Ok(result);
    }

    private static async Task<Results<Ok<InboundResult>, NotFound>> WriteAgain(string sid, MessageStore messages, DeliverWebhook deliver) =>
        messages.Find(sid) is { IsInbound: true } message
            ? TypedResults.Ok(await deliver.HandleAsync(message, Signing.Valid, inOrder: false))
            : TypedResults.NotFound();
}
