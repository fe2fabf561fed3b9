namespace HaloAgent.Channels.Twilio;

/// <summary>
/// Twilio's error codes in the owner's words, each with the next step. Source: twilio.com/docs/api/errors and the WhatsApp
/// guides; they arrive in answers and, more often, in status callbacks.
/// </summary>
public static class TwilioErrors
{
    private static readonly Dictionary<int, TwilioError> Known = new()
    {
        [20003] = new("WhatsApp is not connected: Twilio refused our sign-in. Check the account and its token.", MayPass: true),
        [20429] = new("Twilio is busy.", MayPass: true),
        [21211] = new("This is not a number that WhatsApp messages can be sent to.", MayPass: false),
        [21610] = new("The customer has blocked messages from this number. Only they can undo that, by writing START.", MayPass: false),
        [21617] = new("The message is longer than WhatsApp allows. Send it in shorter parts.", MayPass: false),
        [63003] = new("This number is not on WhatsApp. Call or text the customer instead.", MayPass: false),
        [63007] = new("The shop's WhatsApp number is not set up at Twilio. Check the channel's settings.", MayPass: false),
        [63008] = new("The number is not written as WhatsApp needs it.", MayPass: false),
        [63016] = new("Not delivered: the customer has not written in 24 hours, and WhatsApp then allows only approved message templates. Call them, or wait until they write.", MayPass: false),
        [63017] = new("Twilio's limit of messages a second is reached.", MayPass: true),
        [63018] = new("WhatsApp's limit for this number is reached.", MayPass: true),
        [63019] = new("The picture could not be sent. Try a smaller JPEG or PNG.", MayPass: false),
        [63021] = new("WhatsApp refused the content of this message.", MayPass: false),
        [63024] = new("WhatsApp does not know this recipient.", MayPass: false),
        [63032] = new("WhatsApp limits how many messages this customer gets. Wait for them to write.", MayPass: false),
        [63049] = new("WhatsApp chose not to deliver this to the customer. Wait for them to write.", MayPass: false),
    };

    public static TwilioError Explain(int? code) =>
        code is { } known && Known.TryGetValue(known, out var error) ? error : new TwilioError("WhatsApp could not deliver this message.", MayPass: false);
}

/// <param name="MayPass">True: trying again later makes sense.</param>
public sealed record TwilioError(string Sentence, bool MayPass);
