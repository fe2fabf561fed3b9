using System.Text.Json;
using HaloAgent.Simulators.Live;
using HaloAgent.Simulators.Twilio.Messages;

namespace HaloAgent.Simulators.Twilio.Typing;

/// <summary>The typing indicator, which also tells the customer that the message was read. v2 takes a form, v3 takes JSON.</summary>
internal static class TypingEndpoints
{
    public static void MapTyping(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v2/Indicators/Typing.json", async (HttpContext http, MessageStore messages, Feed feed, TimeProvider time) =>
        {
            var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
            return Show((string?)form["channel"], (string?)form["messageId"], messages, feed, time);
        }).AddEndpointFilter<BasicAuthFilter>();
        routes.MapPost("/v3/Indicators/Typing.json", (TypingRequest request, MessageStore messages, Feed feed, TimeProvider time) =>
            Show(request.Channel, request.MessageId, messages, feed, time)).AddEndpointFilter<BasicAuthFilter>();
    }

    private static IResult Show(string? channel, string? sid, MessageStore messages, Feed feed, TimeProvider time)
    {
        if (!string.Equals(channel, "whatsapp", StringComparison.OrdinalIgnoreCase))
        {
            return TwilioResults.Error(TwilioErrors.InvalidParameter("channel"));
        }

        if (sid is null || !Sid.IsMessage(sid))
        {
            return TwilioResults.Error(TwilioErrors.InvalidParameter("messageId"));
        }

        // A message that a load test posted past us is fine, too; there is just no phone to show it on.
        if (messages.Find(sid) is { IsInbound: true } message)
        {
            message.Advance(MessageStatus.Read, time.GetUtcNow());
            feed.Message(message);
            feed.Typing(message);
        }

        return TypedResults.Json(new { success = true }, JsonSerializerOptions.Web);
    }
}

internal sealed record TypingRequest(string? Channel, string? MessageId);
