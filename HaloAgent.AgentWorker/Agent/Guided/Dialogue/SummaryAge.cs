using System.Globalization;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// A yes half a day after the summary may be a yes to something else, and the customer no longer sees what it confirms: the summary is
/// shown again first.
/// </summary>
internal static class SummaryAge
{
    private const string Slot = "summary_at";
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    public static void Note(Talk talk) => talk.Keep(Slot, talk.Turn.Now.ToString("O", CultureInfo.InvariantCulture));

    public static bool IsFresh(Talk talk) =>
        !DateTimeOffset.TryParse(talk.Slot(Slot), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var shown) || talk.Turn.Now - shown <= Fresh;
}
