using System.Globalization;

namespace HaloAgent.Simulators.Twilio;

/// <summary>An error as Twilio's REST API writes it; the HTTP status equals <see cref="Status"/>.</summary>
internal sealed record TwilioError(int Code, string Message, int Status)
{
    public string MoreInfo => string.Create(CultureInfo.InvariantCulture, $"https://www.twilio.com/docs/errors/{Code}");
}

/// <summary>The errors that this Twilio knows, in Twilio's own words where they are published.</summary>
internal static class TwilioErrors
{
    public static readonly TwilioError Authenticate = new(20003, "Authenticate", 401);
    public static readonly TwilioError TooManyRequests = new(20429, "Too Many Requests", 429);
    public static readonly TwilioError InternalServerError = new(20500, "Internal Server Error", 500);

    public static readonly TwilioError FromRequired = new(21603, "A 'From' phone number is required.", 400);
    public static readonly TwilioError ToRequired = new(21604, "A 'To' phone number is required.", 400);
    public static readonly TwilioError NothingToSend = new(21619, "A text message body or media urls must be specified.", 400);
    public static readonly TwilioError BodyTooLong = new(21617, "The concatenated message body exceeds the 1600 character limit.", 400);
    public static readonly TwilioError OptedOut = new(21610, "Attempt to send to unsubscribed recipient", 400);
    public static readonly TwilioError InvalidMediaUrl = new(21620, "Invalid media URL(s)", 400);
    public static readonly TwilioError TooManyMedia = new(21623, "Number of media files exceeds allowed limit", 400);
    public static readonly TwilioError InvalidContentSid = new(21655, "The ContentSid is invalid", 400);
    public static readonly TwilioError InvalidContentVariables = new(21656, "The ContentVariables parameter is invalid", 400);
    public static readonly TwilioError DifferentChannels = new(21910, "Invalid From and To pair. From and To should be of the same channel", 400);
    public static readonly TwilioError NoSuchChannel = new(63007, "Twilio could not find a Channel with the specified From address", 400);
    public static readonly TwilioError OutsideWindow = new(63016, "Failed to send freeform message because you are outside the allowed window. If you are using WhatsApp, please use a Message Template.", 400);

    public static TwilioError InvalidTo(string to) => new(21211, $"The 'To' number {to} is not a valid phone number.", 400);

    public static TwilioError InvalidFrom(string from) => new(21212, $"The 'From' number {from} is not a valid phone number, shortcode, or alphanumeric sender ID.", 400);

    public static TwilioError InvalidStatusCallback(string url) => new(21609, $"The StatusCallback URL {url} is not a valid URL.", 400);

    public static TwilioError InvalidParameter(string problem) => new(20001, "Invalid parameter: " + problem, 400);

    public static TwilioError NotFound(PathString path) => new(20404, $"The requested resource {path} was not found", 404);

    /// <summary>What the status callback says about a failure that came after the 201.</summary>
    public static string AsynchronousMessage(int code) => code switch
    {
        63003 => "Channel could not find To address",
        63016 => OutsideWindow.Message,
        63018 => "Rate limit exceeded for Channel",
        63019 => "Media failed to download",
        63024 => "Invalid message recipient",
        63032 => "WhatsApp does not deliver this message to this user",
        63049 => "Meta chose not to deliver this WhatsApp marketing message",
        _ => "Message undelivered",
    };
}
