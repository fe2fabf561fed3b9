using System.Globalization;

namespace HaloAgent.Web.Shared;

/// <summary>Times as a person in the shop reads them: relative while they are recent, in the shop's zone after that.</summary>
public sealed class ShopClock(TimeProvider time, string zone)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
        ? found
        : TimeZoneInfo.CreateCustomTimeZone("Lagos", TimeSpan.FromHours(1), "Lagos", "Lagos");

    public DateTimeOffset Now => Local(time.GetUtcNow());

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    /// <summary>"just now", "5 min ago", "today 14:05", "yesterday 09:12", "12 Nov 14:05", "12 Nov 2025".</summary>
    public string Relative(DateTimeOffset at)
    {
        var age = time.GetUtcNow() - at;
        return age.TotalSeconds is > -60 and < 60 ? "just now"
            : age.TotalMinutes is >= 1 and < 60 ? $"{(int)age.TotalMinutes} min ago"
            : Day(at) is { } day ? $"{day} {Clock(at)}"
            : Local(at).Year == Now.Year ? Text(at, "d MMM HH:mm")
            : Text(at, "d MMM yyyy");
    }

    /// <summary>"14:05" for today, else the shortest day: for narrow columns.</summary>
    public string Brief(DateTimeOffset at) =>
        Local(at).Date == Now.Date ? Clock(at)
        : Day(at) ?? Text(at, Local(at).Year == Now.Year ? "d MMM" : "d MMM yy");

    public string Exact(DateTimeOffset at) => Text(at, "dddd, d MMMM yyyy, HH:mm:ss");

    public string Clock(DateTimeOffset at) => Text(at, "HH:mm");

    /// <summary>The heading above a day's messages: "Today", "Yesterday", "Monday, 16 November".</summary>
    public string Heading(DateTimeOffset at) => (Now.Date - Local(at).Date).Days switch
    {
        0 => "Today",
        1 => "Yesterday",
        _ => Text(at, Local(at).Year == Now.Year ? "dddd, d MMMM" : "d MMMM yyyy"),
    };

    /// <summary>"3 h 20 min", "12 min", "less than a minute".</summary>
    public string Left(DateTimeOffset until)
    {
        var left = until - time.GetUtcNow();
        return left.TotalMinutes < 1 ? "less than a minute"
            : left.TotalHours < 1 ? $"{(int)left.TotalMinutes} min"
            : left.Minutes == 0 || left.TotalHours >= 10 ? $"{(int)left.TotalHours} h"
            : $"{(int)left.TotalHours} h {left.Minutes} min";
    }

    public bool IsOver(DateTimeOffset at) => at <= time.GetUtcNow();

    private string? Day(DateTimeOffset at) => (Now.Date - Local(at).Date).Days switch
    {
        0 => "today",
        1 => "yesterday",
        -1 => "tomorrow",
        _ => null,
    };

    private string Text(DateTimeOffset at, string format) => Local(at).ToString(format, CultureInfo.InvariantCulture);
}
