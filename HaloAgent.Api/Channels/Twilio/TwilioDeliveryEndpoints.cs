using System.Globalization;
using HaloAgent.Channels.Twilio;
using HaloAgent.Data;
using HaloAgent.Messaging;
using Npgsql;

namespace HaloAgent.Api.Channels.Twilio;

/// <summary>
/// Station 13, confirm: Twilio's status callbacks, which may come twice, out of order, or before the answer to the send.
/// Before: delivery (station 12). After: <see cref="RecordDelivery"/>.
/// </summary>
internal static class TwilioDeliveryEndpoints
{
    public static async Task RecordAsync(HttpContext context, TwilioSignatureCheck check, RecordDelivery record)
    {
        if (await check.ReadProvenAsync(context) is not { } form)
        {
            return;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        var ours = long.TryParse(context.Request.Query["m"], NumberStyles.None, CultureInfo.InvariantCulture, out var messageId);
        if (!ours || form.Value("MessageSid"u8) is not { Length: <= 160 } sid || Status(form.Value("MessageStatus"u8)) is not { } status)
        {
            // A status that means nothing here ("accepted", "scheduled"), or one that is not about a message of ours.
            return;
        }

        try
        {
            await record.HandleAsync(Report(messageId, sid, status, form.Value("ErrorCode"u8)));
        }
        catch (Exception exception) when (exception is WriterBusyException or NpgsqlException or TimeoutException)
        {
            await context.TryAgainAsync("The status could not be stored; try again.");
        }
    }

    private static DeliveryReport Report(long messageId, string sid, DeliveryStatus status, string? errorCode)
    {
        if (status != DeliveryStatus.Failed)
        {
            return new DeliveryReport(messageId, sid, status);
        }

        int? code = int.TryParse(errorCode, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        return new DeliveryReport(messageId, sid, status, code?.ToString(CultureInfo.InvariantCulture), TwilioErrors.Explain(code).Sentence);
    }

    private static DeliveryStatus? Status(string? status) => status switch
    {
        "queued" or "sending" or "sent" => DeliveryStatus.Sent,
        "delivered" => DeliveryStatus.Delivered,
        "read" => DeliveryStatus.Read,
        "failed" or "undelivered" => DeliveryStatus.Failed,
        _ => null,
    };
}
