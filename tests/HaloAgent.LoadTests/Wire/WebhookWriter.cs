using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HaloAgent.LoadTests.Wire;

/// <summary>
/// Writes a signed Twilio webhook (a WhatsApp text) with the fields that Twilio sends, already in the order in which they
/// are signed. One per thread.
/// </summary>
internal sealed class WebhookWriter(Uri publicAddress, string accountSid, string authToken, string shop)
{
    private readonly string url = new Uri(publicAddress, "/webhooks/whatsapp").AbsoluteUri;
    private readonly byte[] key = Encoding.UTF8.GetBytes(authToken);
    private readonly byte[] buffer = new byte[8 * 1024];
    private readonly StringBuilder signed = new(1024);
    private readonly StringBuilder form = new(1024);

    /// <param name="customer">E.164 without the plus.</param>
    public ReadOnlySpan<byte> Write(string customer, string sid, string text)
    {
        signed.Clear().Append(url);
        form.Clear();
        Field("AccountSid", accountSid);
        Field("ApiVersion", "2010-04-01");
        Field("Body", text, escape: true);
        Field("From", "whatsapp:+", customer);
        Field("MessageSid", sid);
        Field("NumMedia", "0");
        Field("NumSegments", "1");
        Field("ProfileName", "Load ", customer);
        Field("SmsMessageSid", sid);
        Field("SmsSid", sid);
        Field("SmsStatus", "received");
        Field("To", shop, escape: true);
        Field("WaId", customer);
        return Request();
    }

    private void Field(string name, string value, bool escape = false)
    {
        signed.Append(name).Append(value);
        form.Append(form.Length == 0 ? "" : "&").Append(name).Append('=').Append(escape ? Uri.EscapeDataString(value) : value);
    }

    private void Field(string name, string prefix, string digits)
    {
        signed.Append(name).Append(prefix).Append(digits);
        form.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(prefix)).Append(digits);
    }

    private ReadOnlySpan<byte> Request()
    {
        var length = Encoding.UTF8.GetBytes(signed.ToString(), buffer);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        // SHA-1 is what Twilio signs with.
#pragma warning disable CA5350
        HMACSHA1.HashData(key, buffer.AsSpan(0, length), hash);
#pragma warning restore CA5350

        var request = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /webhooks/whatsapp HTTP/1.1\r\nHost: {publicAddress.Authority}\r\nContent-Type: application/x-www-form-urlencoded; charset=utf-8\r\nX-Twilio-Signature: {Convert.ToBase64String(hash)}\r\nContent-Length: {form.Length}\r\n\r\n{form}");
        return buffer.AsSpan(0, Encoding.UTF8.GetBytes(request, buffer));
    }
}
