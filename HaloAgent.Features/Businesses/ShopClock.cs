namespace HaloAgent.Businesses;

/// <summary>A shop's own time: when its day began, and whether it is open.</summary>
public static class ShopClock
{
    /// <exception cref="TimeZoneNotFoundException">The stored zone is none; that is checked when it is saved.</exception>
    public static DateTimeOffset LocalTime(string timeZone, DateTimeOffset now) =>
        TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    /// <summary>In UTC, as the database wants it.</summary>
    public static DateTimeOffset DayBegan(string timeZone, DateTimeOffset now)
    {
        var local = LocalTime(timeZone, now);
        return new DateTimeOffset(local.Date, local.Offset).ToUniversalTime();
    }

    public static bool IsOpen(this Business business, DateTimeOffset now)
    {
        var local = LocalTime(business.TimeZone, now);
        var (today, clock) = (local.DayOfWeek, TimeOnly.FromTimeSpan(local.TimeOfDay));
        var yesterday = (DayOfWeek)(((int)today + 6) % 7);
        return business.OpeningHours.Any(hours =>
            hours.Closes > hours.Opens
                ? hours.Day == today && clock >= hours.Opens && clock < hours.Closes
                : (hours.Day == today && clock >= hours.Opens) || (hours.Day == yesterday && clock < hours.Closes));
    }

    /// <summary>When it opens next, in its own time; null when it has told no opening hours. That it is open now does not matter.</summary>
    public static NextOpening? NextOpening(this Business business, DateTimeOffset now)
    {
        var local = LocalTime(business.TimeZone, now);
        var clock = TimeOnly.FromTimeSpan(local.TimeOfDay);
        return business.OpeningHours
            .Select(hours => (hours.Opens, Day: hours.Day, InDays: InDays(local.DayOfWeek, hours, clock)))
            .OrderBy(opening => opening.InDays).ThenBy(opening => opening.Opens)
            .Select(opening => new NextOpening(opening.Day, opening.Opens, IsToday: opening.InDays == 0))
            .FirstOrDefault();
    }

    private static int InDays(DayOfWeek today, OpeningHours hours, TimeOnly clock) => (((int)hours.Day - (int)today + 7) % 7) switch
    {
        0 when hours.Opens <= clock => 7,
        var days => days,
    };
}

/// <summary>The next moment at which a shop opens, in its own time.</summary>
public sealed record NextOpening(DayOfWeek Day, TimeOnly Opens, bool IsToday);
