using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization;
using HaloAgent.Channels;
using HaloAgent.Channels.Twilio;
using Microsoft.Extensions.Options;

namespace HaloAgent.AgentWorker.Channels.Twilio;

/// <summary>
/// Sends WhatsApp messages through Twilio's REST interface. There is no idempotency key on create, so an answer that was lost is
/// never followed by a blind second try: the list of sent messages is asked first.
/// Source: twilio.com/docs/messaging/api/message-resource.
/// </summary>
internal sealed partial class TwilioSender(HttpClient http, IOptions<TwilioOptions> options, TimeProvider time, ILogger<TwilioSender> logger) : IChannelSender
{
    /// <summary>Twilio counts 24 hours from the customer's message; five minutes of margin for clocks and queues.</summary>
    private static readonly TimeSpan ServiceWindow = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5);

    public Channel Channel => Channel.WhatsappTwilio;

    public TimeSpan? Window => ServiceWindow;

    public async Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, MessagesUrl) { Content = new FormUrlEncodedContent(Form(message)) };
            request.Headers.Authorization = Credentials();
            using var response = await http.SendAsync(request, cancellationToken);
            return await ReadAnswerAsync(response, message, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            Log.NotReached(logger, exception, message.Id);
            return new SendResult.TryLater("not_reached", "Twilio could not be reached.", null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or System.Text.Json.JsonException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.AnswerLost(logger, exception, message.Id);
            return new SendResult.Unknown();
        }
    }

    public async Task<LookupResult> FindAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var since = message.TriedAt.UtcDateTime.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            using var request = new HttpRequestMessage(
                HttpMethod.Get, $"{MessagesUrl}?To={Uri.EscapeDataString(message.To)}&From={Uri.EscapeDataString(message.From)}&DateSent%3E={since}&PageSize=50");
            request.Headers.Authorization = Credentials();
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                return new LookupResult.NoAnswer();
            }

            var page = await response.Content.ReadFromJsonAsync<TwilioMessagePage>(cancellationToken);
            return page?.Messages is null ? new LookupResult.NoAnswer() : new LookupResult.Answered([.. page.Messages.Where(sent => Fits(sent, message)).Select(sent => sent.Sid).OfType<string>()]);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or System.Text.Json.JsonException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.LookupFailed(logger, exception, message.Id);
            return new LookupResult.NoAnswer();
        }
    }

    private async Task<SendResult> ReadAnswerAsync(HttpResponseMessage response, OutboundMessage message, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.Created)
        {
            var created = await response.Content.ReadFromJsonAsync<TwilioMessage>(cancellationToken);
            return created?.Sid is { Length: > 0 } sid ? new SendResult.Taken(sid) : new SendResult.Unknown();
        }

        var error = await ReadErrorAsync(response, cancellationToken);
        Log.Refused(logger, message.Id, (int)response.StatusCode, error.Code);
        var explained = TwilioErrors.Explain(error.Code);
        var code = (error.Code ?? (int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new SendResult.TryLater(code, explained.Sentence, RetryAfter(response)),
            >= HttpStatusCode.InternalServerError => new SendResult.Unknown(),
            _ when explained.MayPass => new SendResult.TryLater(code, explained.Sentence, RetryAfter(response)),
            _ => new SendResult.Refused(code, explained.Sentence),
        };
    }

    private static async Task<TwilioErrorAnswer> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<TwilioErrorAnswer>(cancellationToken) ?? new TwilioErrorAnswer(null);
        }
        catch (System.Text.Json.JsonException)
        {
            // A proxy's page instead of Twilio's JSON: the status says enough.
            return new TwilioErrorAnswer(null);
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Form(OutboundMessage message)
    {
        yield return new("To", message.To);
        yield return new("From", message.From);
        if (message.Content.Text.Length > 0)
        {
            yield return new("Body", message.Content.Text);
        }

        foreach (var item in message.Content.Media.Where(item => item.ProductImageId is not null))
        {
            yield return new("MediaUrl", new Uri(PublicBaseUrl, $"/api/public/images/{item.ProductImageId}").ToString());
        }

        // A callback can overtake the answer to this very call: our id in its address tells which message it is about.
        yield return new("StatusCallback", new Uri(PublicBaseUrl, $"/webhooks/whatsapp/status?m={message.Id}").ToString());
    }

    private static bool Fits(TwilioMessage sent, OutboundMessage message) =>
        sent.Body == message.Content.Text
        && DateTimeOffset.TryParse(sent.DateCreated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created)
        && created >= message.TriedAt - TimeSpan.FromSeconds(5);

    private AuthenticationHeaderValue Credentials() =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.AccountSid}:{options.Value.AuthToken}")));

    private string MessagesUrl => $"{options.Value.ApiBaseUrl.ToString().TrimEnd('/')}/2010-04-01/Accounts/{options.Value.AccountSid}/Messages.json";

    private Uri PublicBaseUrl => options.Value.PublicBaseUrl!;

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    private sealed record TwilioMessage(
        [property: JsonPropertyName("sid")] string? Sid, [property: JsonPropertyName("body")] string? Body,
        [property: JsonPropertyName("date_created")] string? DateCreated);

    private sealed record TwilioMessagePage([property: JsonPropertyName("messages")] IReadOnlyList<TwilioMessage>? Messages);

    private sealed record TwilioErrorAnswer([property: JsonPropertyName("code")] int? Code);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} did not reach Twilio")]
        public static partial void NotReached(ILogger logger, Exception exception, long messageId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio's answer to message {MessageId} was lost; its outcome is unknown")]
        public static partial void AnswerLost(ILogger logger, Exception exception, long messageId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio could not be asked about message {MessageId}")]
        public static partial void LookupFailed(ILogger logger, Exception exception, long messageId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio answered message {MessageId} with {Status}, code {Code}")]
        public static partial void Refused(ILogger logger, long messageId, int status, int? code);
    }
}
