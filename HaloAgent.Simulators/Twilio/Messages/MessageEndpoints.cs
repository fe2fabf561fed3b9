using HaloAgent.Simulators.Live;
using HaloAgent.Simulators.Twilio.Media;
using HaloAgent.Simulators.Twilio.Switches;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Twilio.Messages;

/// <summary>Twilio's message resource: create, list, read, delete.</summary>
internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder account)
    {
        account.MapPost("/Messages.json", (HttpContext http, CreateMessage create) => create.HandleAsync(http));
        account.MapGet("/Messages.json", List);
        account.MapGet("/Messages/{sid}.json", Read);
        account.MapDelete("/Messages/{sid}.json", Delete);
    }

    private static IResult List(HttpContext http, MessageStore messages, SwitchBoard switches, IOptions<TwilioOptions> options)
    {
        if (switches.TakeLookup((string?)http.Request.Query["To"] ?? "").Mode == SwitchMode.LookupError)
        {
            return TwilioResults.Error(TwilioErrors.InternalServerError);
        }

        if (MessageQuery.Read(http.Request.Query, out var query) is { } wrong)
        {
            return TwilioResults.Error(wrong);
        }

        return TwilioResults.Json(query.Run(messages, options.Value.AccountSid), TwilioWire.Json.MessagePage);
    }

    private static IResult Read(string sid, HttpContext http, MessageStore messages, IOptions<TwilioOptions> options) =>
        messages.Find(sid) is { } message
            ? TwilioResults.Json(MessageResource.Of(message, options.Value.AccountSid), TwilioWire.Json.MessageResource)
            : TwilioResults.Error(TwilioErrors.NotFound(http.Request.Path));

    private static IResult Delete(string sid, HttpContext http, MessageStore messages, MediaStore store, Feed feed)
    {
        if (messages.Find(sid) is not { } message || !messages.Remove(sid))
        {
            return TwilioResults.Error(TwilioErrors.NotFound(http.Request.Path));
        }

        foreach (var media in message.Media)
        {
            store.Remove(media.Sid);
        }

        feed.Removed(message.Customer, sid);
        return TypedResults.NoContent();
    }
}
