using System.Globalization;
using HaloAgent.Businesses;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>When the shop is open, days with the same hours on one line, and whether it is now.</summary>
internal static class OpeningTimes
{
    public static void Tell(Talk talk)
    {
        talk.Digress();
        if (talk.Shop.OpeningHours.Count == 0)
        {
            talk.Say(PhraseKeys.HoursUnknown);
            return;
        }

        talk.SayText(Text(talk.Phrases, talk.Shop.OpeningHours, TimeZoneInfo.ConvertTime(talk.Turn.Now, talk.Turn.Zone)));
    }

    /// <param name="hours">Not empty.</param>
    /// <param name="local">Now, where the shop is.</param>
    public static string Text(Phrasebook phrases, IReadOnlyList<OpeningHours> hours, DateTimeOffset local)
    {
        List<string> lines = [phrases.Say(PhraseKeys.Hours)];
        foreach (var run in Runs(hours))
        {
            lines.Add(phrases.Say(PhraseKeys.HoursLine, ("days", Days(phrases, run[0].Day, run[^1].Day)), ("opens", Clock(run[0].Opens)), ("closes", Clock(run[0].Closes))));
        }

        // Who asks about Sunday wants to read of Sunday.
        DayOfWeek[] closed = [.. Enum.GetValues<DayOfWeek>().Where(day => hours.All(open => open.Day != day)).OrderBy(FromMonday)];
        if (closed.Length > 0) lines.Add(phrases.Say(PhraseKeys.HoursLineClosed, ("days", string.Join(", ", closed.Select(day => Days(phrases, day, day))))));

        lines.Add(phrases.Say(IsOpen(hours, local) ? PhraseKeys.HoursOpenNow : PhraseKeys.HoursClosedNow));
        return string.Join('\n', lines);
    }

    internal static bool IsOpen(IReadOnlyList<OpeningHours> hours, DateTimeOffset local)
    {
        var time = TimeOnly.FromDateTime(local.DateTime);
        var yesterday = local.AddDays(-1).DayOfWeek;
        return hours.Any(open => (open.Day == local.DayOfWeek && time >= open.Opens && (time < open.Closes || open.Closes <= open.Opens))
            || (open.Day == yesterday && open.Closes <= open.Opens && time < open.Closes));
    }

    // Monday first, as a week is read.
    private static List<List<OpeningHours>> Runs(IReadOnlyList<OpeningHours> hours)
    {
        List<List<OpeningHours>> runs = [];
        foreach (var day in hours.OrderBy(open => FromMonday(open.Day)).ThenBy(open => open.Opens))
        {
            if (runs is [.., [.., var last] run] && last.Opens == day.Opens && last.Closes == day.Closes && ((int)last.Day + 1) % 7 == (int)day.Day) run.Add(day);
            else runs.Add([day]);
        }

        return runs;
    }

    private static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;

    private static string Days(Phrasebook phrases, DayOfWeek from, DayOfWeek to)
    {
        var first = phrases.Say(PhraseKeys.Day(from));
        return from == to ? first : $"{first} – {phrases.Say(PhraseKeys.Day(to))}";
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
