using System.Globalization;
using System.Text.RegularExpressions;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Dates that a sentence names: "5 December", "Dec 5th", "5/12/2026".</summary>
internal static partial class DateMentions
{
    private const string Months = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

    /// <param name="year">Meant where none is named.</param>
    /// <returns>Null for each that is no day of any calendar.</returns>
    public static IEnumerable<DateOnly?> In(string sentence, int year) =>
        DayAndMonth().Matches(sentence).Concat(MonthAndDay().Matches(sentence)).Concat(InDigits().Matches(sentence)).Select(found => Read(found, year));

    private static DateOnly? Read(Match found, int year)
    {
        var month = found.Groups["month"].Value;
        var written = $"{found.Groups["day"].Value} {(char.IsAsciiDigit(month[0]) ? month : month[..3])} {Year(found.Groups["year"].Value) ?? year}";
        return DateOnly.TryParseExact(written, ["d M yyyy", "d MMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private static int? Year(string digits) =>
        digits.Length == 0 ? null : int.Parse(digits, CultureInfo.InvariantCulture) is var year && digits.Length == 2 ? 2000 + year : year;

    [GeneratedRegex(@"\b(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month>" + Months + @")\b\.?(?:,?\s+(?<year>\d{4}))?", RegexOptions.IgnoreCase)]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"\b(?<month>" + Months + @")\b\.?\s+(?:the\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(?<year>\d{4}))?", RegexOptions.IgnoreCase)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"\b(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4}|\d{2})\b")]
    private static partial Regex InDigits();
}
