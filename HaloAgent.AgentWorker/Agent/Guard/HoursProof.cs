
namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Whether the times in a sentence are the opening hours of the days that it names. Without a day any of the shop's times will do.</summary>
internal sealed class HoursProof(FactSheet facts)
{
    private const int FarthestTime = 4;
    private const int Week = 7;

    private readonly DateTime now = TimeZoneInfo.ConvertTime(facts.Context.Now, facts.Context.Zone).DateTime;

    public bool Holds(Said said)
    {
        var times = said.Claims.Where(found => found.Claim.Kind == ClaimKind.ClockTime).OrderBy(found => found.At).ToList();
        if (times.Count == 0 || DayMentions.In(said.Words, now.DayOfWeek) is not { Count: > 0 } days)
        {
            return true;
        }

        return Together(said, times, days).All(group => Meant(said, group, times[0], days) is not { } day || group.All(time => Fits(time.Claim, day)));
    }

    // "8 am to 10 pm", "open at 8 am and close at 10 pm": of one day.
    private static List<List<FoundClaim>> Together(Said said, List<FoundClaim> times, IReadOnlyList<DayMention> days)
    {
        var groups = new List<List<FoundClaim>>();
        foreach (var time in times)
        {
            if (groups is [.., var last] && said.FirstOf(time) - said.LastOf(last[^1]) - 1 is <= FarthestTime and var apart
                && !Enumerable.Range(said.LastOf(last[^1]) + 1, Math.Max(0, apart)).Any(at => said.Words[at].IsBreak || days.Any(day => day.First <= at && at <= day.Last)))
            {
                last.Add(time);
            }
            else
            {
                groups.Add([time]);
            }
        }

        return groups;
    }

    /// <summary>
    /// The days right behind the times ("8 pm on Sundays"); else those before them, or behind them in a sentence that begins with its
    /// times. Null: of no day, as the first ones of "8 am to 10 pm, and on Sunday from 12 pm".
    /// </summary>
    private static DayMention? Meant(Said said, List<FoundClaim> group, FoundClaim firstTime, IReadOnlyList<DayMention> days)
    {
        var (first, last) = (said.FirstOf(group[0]), said.LastOf(group[^1]));
        var before = days.LastOrDefault(day => day.Last < first);
        var after = days.FirstOrDefault(day => day.First > last && !said.Words.Take(day.First).Skip(last + 1).Any(word => CountWords.Joins(word.Text)));
        var isBound = after is not null && after.First == last + 2 && said.Words[last + 1].Text is "on" or "every" or "for";
        var beginsWithTimes = days[0].First > said.FirstOf(firstTime);
        return after is not null && (before is null || isBound || beginsWithTimes) ? after : before;
    }

    private bool Fits(Claim time, DayMention said)
    {
        var hours = facts.Context.Business.OpeningHours;
        var days = said.AsGroup ? said.Days.Where(day => hours.Any(open => open.Day == day)).ToList() : [.. said.Days];
        return days.Count > 0 && days.TrueForAll(day => hours.Any(open => open.Day == day && (IsAt(open.Opens, time) || IsAt(open.Closes, time))) || IsLastNight(day, time));
    }

    // What opened yesterday evening closes today.
    private bool IsLastNight(DayOfWeek day, Claim time) =>
        day == now.DayOfWeek && facts.Context.Business.OpeningHours.Any(open => ((int)open.Day + 1) % Week == (int)day && open.Closes <= open.Opens && IsAt(open.Closes, time));

    private static bool IsAt(TimeOnly hour, Claim time) => ClaimReader.ClockValue(hour.ToTimeSpan()) == time.Value;
}
