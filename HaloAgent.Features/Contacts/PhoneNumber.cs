using HaloAgent.Data;
using PhoneNumbers;

namespace HaloAgent.Contacts;

/// <summary>A phone number in one form, whichever way it was written: 0803…, 234803…, +234 803 … are one number.</summary>
public sealed record PhoneNumber
{
    private const string HomeRegion = "NG";

    private PhoneNumber(string e164) => E164 = e164;

    public string E164 { get; }

    /// <summary>Null when the text is no possible phone number. Never throws: whatever a customer types may come here.</summary>
    public static PhoneNumber? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40)
        {
            return null;
        }

        // "+234 0803…" keeps a zero that does not belong there; "234803…" and "00234…" lack the plus.
        var digits = string.Concat(text.Where(char.IsAsciiDigit)).TrimStart('0');
        var candidate = digits switch
        {
            ['2', '3', '4', '0', ..] => "+234" + digits[4..],
            ['2', '3', '4', ..] when digits.Length == 13 => "+" + digits,
            _ when text.TrimStart().StartsWith('+') => "+" + digits,
            _ when digits.Length == 10 => "+234" + digits,
            _ => text,
        };
        try
        {
            var util = PhoneNumberUtil.GetInstance();
            var number = util.Parse(candidate, HomeRegion);
            return util.IsPossibleNumber(number) ? new PhoneNumber(util.Format(number, PhoneNumberFormat.E164)) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>The blind index of this number within one business: equal numbers of two shops do not look alike.</summary>
    public byte[] Index(BlindIndex index, Guid businessId) => index.Hash("phone", $"{businessId:N}\n{E164}");

    public override string ToString() => E164;
}
