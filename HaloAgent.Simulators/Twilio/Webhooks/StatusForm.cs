using System.Globalization;
using HaloAgent.Simulators.Twilio.Messages;

namespace HaloAgent.Simulators.Twilio.Webhooks;

/// <summary>The form of a status callback.</summary>
internal static class StatusForm
{
    public static List<KeyValuePair<string, string>> Of(SimulatedMessage message, string status, string account)
    {
        List<KeyValuePair<string, string>> form =
        [
            new("AccountSid", account),
            new("ApiVersion", "2010-04-01"),
            new("From", message.From),
            new("MessageSid", message.Sid),
            new("MessageStatus", status),
            new("SmsSid", message.Sid),
            new("SmsStatus", status),
            new("To", message.To),
        ];
        if (Address.IsWhatsApp(message.To))
        {
            form.Add(new("ChannelPrefix", "whatsapp"));
            form.Add(new("ChannelToAddress", message.To[Address.WhatsAppPrefix.Length..]));
            form.Add(new("ExternalUserId", Address.BusinessScopedIdOf(message.To)));
        }

        if (message.MessagingServiceSid is { } service)
        {
            form.Add(new("MessagingServiceSid", service));
        }

        if (status == MessageStatus.Read)
        {
            form.Add(new("EventType", "READ"));
        }

        if (MessageStatus.IsFailure(status) && message.ErrorCode is { } code)
        {
            form.Add(new("ErrorCode", code.ToString(CultureInfo.InvariantCulture)));
            form.Add(new("ErrorMessage", TwilioErrors.AsynchronousMessage(code)));
            form.Add(new("ChannelStatusMessage", TwilioErrors.AsynchronousMessage(code)));
        }

        return form;
    }
}
