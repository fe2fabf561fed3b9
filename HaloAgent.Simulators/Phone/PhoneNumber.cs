using HaloAgent.Simulators.Twilio;

namespace HaloAgent.Simulators.Phone;

/// <summary>Numbers as people type them: 0803 000 0101, 234803…, +234 (0)803 …, or any E.164 number.</summary>
internal static class PhoneNumber
{
    private const string Nigeria = "234";

    /// <summary>Twilio's WhatsApp address, or null when it is no number.</summary>
    public static string? ToAddress(string typed)
    {
        var bare = typed.Trim();
        if (Address.IsBusinessScoped(Address.Normalise(bare)))
        {
            return Address.Normalise(bare);
        }

        if (bare.Any(letter => !char.IsAsciiDigit(letter) && !"+ -().".Contains(letter, StringComparison.Ordinal)))
        {
            return null;
        }

        var digits = string.Concat(bare.Replace("(0)", "", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        var e164 = digits switch
        {
            ['0', .. var rest] when rest.Length == 10 => Nigeria + rest,
            _ => digits,
        };
        var address = Address.Normalise("+" + e164);
        return Address.IsPhone(address) ? address : null;
    }
}
