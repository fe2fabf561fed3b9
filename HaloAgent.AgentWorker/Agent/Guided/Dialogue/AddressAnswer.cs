using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// The answer to "where to?" is an address to its end: "No 4 Bajulaiye close, Mende. Black gate, behind Chicken Republic" orders no chicken, and
/// whoever brings it needs the gate.
/// </summary>
internal static class AddressAnswer
{
    private const int Longest = 200;

    public static Heard In(Heard heard, string text)
    {
        if (heard is not { Address: { } address, IsQuestion: false } || heard.Swaps.Count > 0 || !heard.Lines.All(IsLandmark)) return heard;

        var whole = text.ReplaceLineEndings(", ").Trim();
        var isWhole = heard.Lines.Count > 0 && heard.Intents.Count == 0 && whole.Length <= Longest;
        return heard.WithoutLines(_ => true) with { Address = isWhole ? address with { Text = whole } : address };
    }

    private static bool IsLandmark(SaidLine line) => line is { Action: LineAction.Add or LineAction.Mention, Quantity: null, Naira: null, Explicit: false };
}
