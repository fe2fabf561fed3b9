using HaloAgent.Businesses;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>
/// Whether the days and dates of a sentence are facts. The only ones on record are the days on which the shop is open and today's date: any
/// other day is a promise that nobody made ("it will be ready on Friday").
/// </summary>
internal sealed class DayProof(FactSheet facts)
{
    private static readonly HashSet<string> Wishes = ["happy", "lovely", "great", "nice", "good", "blessed", "wonderful", "beautiful", "sweet", "fine", "restful", "enjoy"];

    private readonly DateTimeOffset now = TimeZoneInfo.ConvertTime(facts.Context.Now, facts.Context.Zone);

    /// <summary>The words that name days.</summary>
    public IEnumerable<(int First, int Last)> In(Said said) => DayMentions.In(said.Words, now.DayOfWeek).Select(day => (day.First, day.Last));

    public bool Holds(Said said)
    {
        var states = StatementReader.Placed(said.Text).ToList();
        var ofDays = states.FindAll(found => found.States is Statement.Opens or Statement.Closed);
        var days = DayMentions.In(said.Words, now.DayOfWeek);
        var tellsHours = said.Claims.Any(found => found.Claim.Kind == ClaimKind.ClockTime);
        return DateMentions.In(said.Text, now.Year).All(date => date == DateOnly.FromDateTime(now.DateTime))
            && (days.Count > 0 ? days.All(day => IsTrueOf(day, Nearest(ofDays, day), said, tellsHours)) : tellsHours || IsTrueNow(states));
    }

    // The times of a day are HoursProof's.
    private bool IsTrueOf(DayMention day, Statement? states, Said said, bool tellsHours) => states switch
    {
        Statement.Opens => tellsHours || day.Days.All(IsOpenOn),
        Statement.Closed => !day.Days.Any(IsOpenOn) || (IsToday(day) && !facts.Context.Business.IsOpen(now)),
        _ => tellsHours || IsToday(day) || (day.First > 0 && Wishes.Contains(said.Words[day.First - 1].Text)),
    };

    private bool IsTrueNow(List<(Statement States, int At, int End)> states)
    {
        var untrue = facts.Context.Business.IsOpen(now) ? Statement.ClosedNow : Statement.OpenNow;
        return !states.Exists(found => found.States == untrue);
    }

    private bool IsOpenOn(DayOfWeek day) => facts.Context.Business.OpeningHours.Any(open => open.Day == day);

    private bool IsToday(DayMention day) => day.Days.All(one => one == now.DayOfWeek) && !day.AsGroup;

    // "We are open on Monday, closed on Sunday": what stands before a day is said of it; else what follows ("On Sundays we are closed").
    private static Statement? Nearest(IReadOnlyList<(Statement States, int At, int End)> states, DayMention day) =>
        states.Where(found => found.At <= day.Last).OrderBy(found => found.At).Select(found => (Statement?)found.States).LastOrDefault()
        ?? states.OrderBy(found => found.At).Select(found => (Statement?)found.States).FirstOrDefault();
}
