using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace HaloAgent.Simulators.Twilio;

/// <summary>
/// Twilio's addresses: <c>+234…</c> for SMS, <c>whatsapp:+234…</c>, and since 2026 <c>whatsapp:NG.1349…</c>, Meta's
/// business-scoped id of a person who hides the phone number.
/// </summary>
internal static partial class Address
{
    public const string WhatsAppPrefix = "whatsapp:";

    public static bool IsWhatsApp(string address) => address.StartsWith(WhatsAppPrefix, StringComparison.Ordinal);

    /// <summary>A sender or recipient with a phone number.</summary>
    public static bool IsPhone(string address) => PhonePattern().IsMatch(address);

    public static bool IsBusinessScoped(string address) => BusinessScopedPattern().IsMatch(address);

    /// <summary>
    /// What people type into a query: a bare number or id gets its channel, and a '+' that became a blank on its way is one again.
    /// </summary>
    public static string Normalise(string typed)
    {
        var address = typed.StartsWith(WhatsAppPrefix, StringComparison.OrdinalIgnoreCase)
            ? typed[WhatsAppPrefix.Length..]
            : typed;
        address = address.StartsWith(' ') ? "+" + address.Trim() : address.Trim();
        return WhatsAppPrefix + address;
    }

    /// <summary>The business-scoped id that Meta would give this customer: stable, and no phone number.</summary>
    public static string BusinessScopedIdOf(string customer)
    {
        if (IsBusinessScoped(customer))
        {
            return customer;
        }

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(customer));
        return string.Create(CultureInfo.InvariantCulture, $"{WhatsAppPrefix}NG.{BitConverter.ToUInt64(digest) % 10_000_000_000_000_000:D16}");
    }

    public static string DigitsOf(string address) => string.Concat(address.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"^(whatsapp:)?\+[1-9][0-9]{7,14}$")]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"^whatsapp:[A-Z]{2}\.[A-Za-z0-9]{1,128}$")]
    private static partial Regex BusinessScopedPattern();
}
