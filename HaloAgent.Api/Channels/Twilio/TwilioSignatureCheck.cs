using System.Buffers;
using System.IO.Pipelines;
using HaloAgent.Channels.Twilio;
using Microsoft.Extensions.Options;

namespace HaloAgent.Api.Channels.Twilio;

/// <summary>
/// Station 2, prove: the request carries Twilio's signature over the configured public address; else 403 and nothing is stored.
/// Before: the knock (station 1). After: the translator (station 3).
/// </summary>
internal sealed partial class TwilioSignatureCheck(IOptionsMonitor<TwilioOptions> options, ILogger<TwilioSignatureCheck> logger)
{
    private const string Header = "X-Twilio-Signature";
    private const string FormType = "application/x-www-form-urlencoded";

    /// <returns>Null if it is not Twilio's, or not to be read: then that has been answered.</returns>
    public async ValueTask<TwilioForm?> ReadProvenAsync(HttpContext context)
    {
        var request = context.Request;
        try
        {
            // Whoever is not Twilio learns nothing of what Twilio may send. Of what is no form only the address is signed.
            var isForm = IsForm(request.ContentType);
            var form = TwilioForm.Parse(isForm ? await ReadBodyAsync(request.BodyReader) : []);
            if (!IsProven(request, form))
            {
                ApiTelemetry.RefusedWebhooks.Add(1);
                Log.NotProven(logger, request.Headers.ContainsKey(Header));
                await context.RefuseAsync(StatusCodes.Status403Forbidden, "The signature is missing or wrong.");
            }
            else if (!isForm)
            {
                await context.RefuseAsync(StatusCodes.Status415UnsupportedMediaType, $"Twilio posts a form ({FormType}).");
            }
            else if (form is null)
            {
                await context.RefuseAsync(StatusCodes.Status400BadRequest, "The form could not be read.");
            }
            else
            {
                return form;
            }
        }
        catch (BadHttpRequestException unreadable)
        {
            // Larger than a body may be, or cut off.
            await context.RefuseAsync(unreadable.StatusCode, "The form could not be read.");
        }

        return null;
    }

    private static bool IsForm(string? contentType) =>
        contentType is not null && contentType.StartsWith(FormType, StringComparison.OrdinalIgnoreCase)
        && contentType.AsSpan(FormType.Length).TrimStart() is [] or [';', ..];

    /// <exception cref="BadHttpRequestException">It is larger than <see cref="Http.HttpServices.LargestBody"/>, or was cut off.</exception>
    private static async ValueTask<byte[]> ReadBodyAsync(PipeReader reader)
    {
        var read = await reader.ReadAsync();
        while (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await reader.ReadAsync();
        }

        var body = read.Buffer.ToArray();
        reader.AdvanceTo(read.Buffer.End);
        return body;
    }

    /// <param name="form">Null: it has what no message has, so that there is nothing to prove it by; a header must be there all the same.</param>
    private bool IsProven(HttpRequest request, TwilioForm? form)
    {
        if (request.Headers[Header] is not [{ Length: > 0 } given])
        {
            return false;
        }

        if (form is null)
        {
            return true;
        }

        var twilio = options.CurrentValue;
        var url = twilio.PublicBaseUrl!.OriginalString.TrimEnd('/') + request.PathBase + request.Path + request.QueryString;
        return TwilioSignature.IsValid(twilio.AuthToken, url, form, given)
            || (twilio.OtherAuthToken is { Length: > 0 } other && TwilioSignature.IsValid(other, url, form, given));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook was refused: its signature is missing or wrong (header present: {HasHeader})")]
        public static partial void NotProven(ILogger logger, bool hasHeader);
    }
}
