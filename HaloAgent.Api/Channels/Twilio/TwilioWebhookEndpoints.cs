using System.Buffers;
using HaloAgent.Channels.Twilio;
using HaloAgent.Data;
using HaloAgent.Messaging;
using Npgsql;

namespace HaloAgent.Api.Channels.Twilio;

/// <summary>
/// Station 1, knock: what Twilio posts. Everything after the insert happens elsewhere: a 200 means that the message is durable.
/// Before: the provider. After: the signature (station 2).
/// </summary>
internal static partial class TwilioWebhookEndpoints
{
    private static ReadOnlySpan<byte> EmptyTwiml => """<?xml version="1.0" encoding="UTF-8"?><Response/>"""u8;

    public static WebApplicationBuilder AddTwilio(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TwilioOptions>().BindConfiguration(TwilioOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<TwilioSignatureCheck>();
        return builder;
    }

    /// <summary>
    /// Straight from the router: sign-in, rate limits, forwarded addresses and error pages are not for Twilio, whose signature is
    /// proof enough, and a message that arrives while everybody writes must cost little.
    /// </summary>
    public static void MapTwilio(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var (check, receive, record) = (services.GetRequiredService<TwilioSignatureCheck>(), services.GetRequiredService<ReceiveMessage>(), services.GetRequiredService<RecordDelivery>());
        var logger = services.GetRequiredService<ILogger<TwilioSignatureCheck>>();
        var twilio = routes.MapGroup("/webhooks/whatsapp");
        twilio.AllowAnonymous().DisableAntiforgery().ExcludeFromDescription().ShortCircuit();
        twilio.MapPost("", context => ReceiveAsync(context, check, receive, logger));
        twilio.MapPost("/status", context => TwilioDeliveryEndpoints.RecordAsync(context, check, record));
    }

    private static async Task ReceiveAsync(HttpContext context, TwilioSignatureCheck check, ReceiveMessage receive, ILogger logger)
    {
        if (await check.ReadProvenAsync(context) is not { } form)
        {
            return;
        }

        var message = TwilioInbound.Read(form);
        if (!message.Succeeded)
        {
            await context.RefuseAsync(StatusCodes.Status400BadRequest, message.Failure.Sentence);
            return;
        }

        try
        {
            await receive.HandleAsync(message.Value);
            Accept(context.Response);
        }
        catch (WriterBusyException)
        {
            await context.TryAgainAsync("Too many messages arrive at once; try again.");
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            // Not stored, so not acknowledged: the provider has to try again.
            Log.NotStored(logger, exception);
            await context.TryAgainAsync("The message could not be stored; try again.");
        }
    }

    /// <summary>Sent with the end of the request, in one piece.</summary>
    private static void Accept(HttpResponse response)
    {
        response.ContentType = "text/xml; charset=utf-8";
        response.ContentLength = EmptyTwiml.Length;
        response.BodyWriter.Write(EmptyTwiml);
    }

    internal static Task TryAgainAsync(this HttpContext context, string detail) => context.RefuseAsync(StatusCodes.Status503ServiceUnavailable, detail);

    internal static Task RefuseAsync(this HttpContext context, int status, string detail) => TypedResults.Problem(detail, statusCode: status).ExecuteAsync(context);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "An inbound message could not be stored and was not acknowledged")]
        public static partial void NotStored(ILogger logger, Exception exception);
    }
}
