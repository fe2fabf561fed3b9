namespace HaloAgent.Evals.Running;

/// <summary>What the turns of a chat cost, from their records.</summary>
internal static class TurnReading
{
    /// <param name="times">Milliseconds of each burst, in order. A chat held by a person has bursts without a turn.</param>
    public static IReadOnlyList<TurnFigures> Of(FinalState end, IReadOnlyList<double> times) =>
        [.. times.Select((time, i) => end.Turns.ElementAtOrDefault(i) is { } turn
            ? new TurnFigures(time, turn.Brain ?? "none", turn.Language, turn.Intent, turn.ModelCalls, turn.PromptTokens + turn.CompletionTokens)
            : new TurnFigures(time, "none", null, null, 0, 0))];
}
