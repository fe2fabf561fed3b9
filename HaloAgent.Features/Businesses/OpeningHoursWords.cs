using System.Globalization;

namespace HaloAgent.Businesses;

/// <summary>Opening hours as people read them, days with the same hours together: <c>Mon – Sat 08:00 – 22:00</c>, on the clock that the agent tells too.</summary>
public static class OpeningHoursWords
{
    private static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static IReadOnlyList<string> Of(IReadOnlyList<OpeningHours> hours)
    {
        var lines = new List<(DayOfWeek From, DayOfWeek To, string Hours)>();
        foreach (var day in Week)
        {
            var text = string.Join(", ", hours.Where(h => h.Day == day).OrderBy(h => h.Opens).Select(h => $"{Clock(h.Opens)} – {Clock(h.Closes)}"));
            if (text.Length == 0)
            {
                text = "closed";
            }

            if (lines is [.., var last] && last.Hours == text)
            {
                lines[^1] = last with { To = day };
            }
            else
            {
                lines.Add((day, day, text));
            }
        }

        return hours.Count == 0 ? [] : [.. lines.Select(line => line.From == line.To ? $"{Short(line.From)} {line.Hours}" : $"{Short(line.From)} – {Short(line.To)} {line.Hours}")];
    }

    private static string Short(DayOfWeek day) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedDayName(day);

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
