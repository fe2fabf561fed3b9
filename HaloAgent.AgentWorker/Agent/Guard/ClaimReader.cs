using System.Globalization;
using System.Text.RegularExpressions;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Finds the amounts, references and numbers in a text, however they are written.</summary>
internal static partial class ClaimReader
{
    /// <summary>What our own templates can state: amounts with the naira sign, references and account numbers in their own forms.</summary>
    public static IEnumerable<Claim> InTemplates(string text)
    {
        foreach (Match match in Reference().Matches(text))
        {
            yield return new Claim(ClaimKind.Reference, match.Value);
        }

        // Without the references: the "N3" in HA-R7Y5-N3HK is no amount.
        var rest = Reference().Replace(text, " ");
        foreach (Match match in SignedAmount().Matches(rest))
        {
            yield return Amount(match.Groups[1].Value, "");
        }

        foreach (Match match in TenDigits().Matches(rest))
        {
            yield return new Claim(ClaimKind.AccountNumber, match.Value);
        }
    }

    /// <summary>What a model can write: also 3k, 3,500, "3500 naira", spaced account numbers, references in small letters, times of day.</summary>
    public static IReadOnlyList<FoundClaim> InOwnWords(string text)
    {
        var found = new List<FoundClaim>();
        var rest = text.ToCharArray();
        Take(LooseReference(), match => new Claim(ClaimKind.Reference, match.Value.ToUpperInvariant().Replace(' ', '-')));
        Take(ClockTime(), match => new Claim(ClaimKind.ClockTime, Minutes(match)));
        Take(Left(), match => new Claim(ClaimKind.Stock, match.Value));
        Take(Points(), match => new Claim(ClaimKind.Points, Digits(match.Value)));
        Take(LongNumber(), match => new Claim(ClaimKind.AccountNumber, Digits(match.Value)));
        Take(AnyAmount(), match => Amount(match.Groups["n"].Value, match.Groups["k"].Value));
        Take(GroupedNumber(), match => Amount(match.Value, ""));
        Take(BareNumber(), match => new Claim(ClaimKind.Number, OrderNumbers.Plain(match.Value)));
        return found;

        // What one pattern took, the next one does not see again.
        void Take(Regex pattern, Func<Match, Claim> read)
        {
            foreach (Match match in pattern.Matches(new string(rest)))
            {
                found.Add(new FoundClaim(read(match), match.Index, match.Value.TrimEnd(',', '.', ' ').Length));
                Array.Fill(rest, ' ', match.Index, match.Length);
            }
        }
    }

    /// <summary>A number without any sign, read as naira.</summary>
    public static Claim AsAmount(Claim number) => Amount(number.Value, "");

    /// <summary>Kobo and thousands in one form.</summary>
    public static string Written(decimal naira) => naira.ToString("0.00", CultureInfo.InvariantCulture);

    private static Claim Amount(string digits, string unit)
    {
        // A run of digits longer than any amount is no amount, and nothing of ours.
        var plain = digits.Replace(",", "", StringComparison.Ordinal).TrimEnd('.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var naira) && naira < 1_000_000_000_000m
            ? new Claim(ClaimKind.Amount, Written(naira * Factor(unit)))
            : new Claim(ClaimKind.Amount, plain);
    }

    private static decimal Factor(string unit) => unit.ToLowerInvariant() switch
    {
        "" => 1,
        "m" or "million" => 1_000_000,
        _ => 1_000,
    };

    private static string Minutes(Match match)
    {
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value.ToLowerInvariant();
        hour = half.StartsWith('p') && hour < 12 ? hour + 12 : half.StartsWith('a') && hour == 12 ? 0 : hour;
        return ClockValue(new TimeSpan(hour, minute, 0));
    }

    public static string ClockValue(TimeSpan time) => ((int)time.TotalMinutes).ToString(CultureInfo.InvariantCulture);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"(?:₦|NGN\s?|\bN)\s?(\d[\d,]*(?:\.\d{1,2})?)")]
    private static partial Regex SignedAmount();

    [GeneratedRegex(@"\bHA-[2-9A-Z]{4}-[2-9A-Z]{4}\b")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<![\d+])\d{10}(?!\d)")]
    private static partial Regex TenDigits();

    [GeneratedRegex(@"\bHA[- ][0-9A-Z]{3,5}[- ][0-9A-Z]{3,5}\b", RegexOptions.IgnoreCase)]
    private static partial Regex LooseReference();

    [GeneratedRegex(@"\b(?<h>\d{1,2})(?::(?<m>\d{2}))?\s?(?<half>[ap]\.?m\b)|\b(?<h>\d{1,2}):(?<m>\d{2})\b", RegexOptions.IgnoreCase)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"(?<![\w,.₦#]|₦\s)\d{1,4}(?=\s+(?:\w+\s+)?(?:left|remaining|in stock|available)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Left();

    [GeneratedRegex(@"(?<![\w,.₦#])\d[\d,]*(?=\s+(?:loyalty\s+)?points?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Points();

    // Seven digits and more, also with spaces or hyphens between them: an account or a telephone number.
    [GeneratedRegex(@"(?<![\d,.₦])\+?\d(?:[ \-.]?\d){6,}(?!\d|,\d)")]
    private static partial Regex LongNumber();

    [GeneratedRegex(
        @"(?:₦|#|\bNGN|\bN)\s?(?<n>\d[\d,]*(?:\.\d+)?)\s?(?<k>k|m|thousand|million)?\b|\b(?<n>\d[\d,]*(?:\.\d+)?)\s?(?<k>k|m|thousand|million)?\s?(?:naira|ngn|bucks)\b|\b(?<n>\d+(?:\.\d+)?)\s?(?<k>k|thousand|million)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex AnyAmount();

    [GeneratedRegex(@"\b\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?\b")]
    private static partial Regex GroupedNumber();

    [GeneratedRegex(@"(?<![\w.])\d{3,}(?!\w)")]
    private static partial Regex BareNumber();
}
