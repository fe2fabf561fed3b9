using HaloAgent.Evals.Format;

namespace HaloAgent.Evals.Running;

/// <summary>How one chat went.</summary>
internal sealed record ScenarioResult
{
    public required Scenario Scenario { get; init; }

    public required IReadOnlyList<TranscriptLine> Transcript { get; init; }

    /// <summary>Expected against actual, one sentence each; empty: it ended as it must.</summary>
    public required IReadOnlyList<string> Differences { get; init; }

    public required IReadOnlyList<TurnFigures> Turns { get; init; }

    /// <summary>Orders placed without the customer's yes to their total, whatever the scenario expected.</summary>
    public required IReadOnlyList<string> Unconfirmed { get; init; }

    /// <summary>Orders whose total is not prices × numbers + fee, whatever the scenario expected.</summary>
    public required IReadOnlyList<string> WrongTotals { get; init; }

    public bool Succeeded => Differences.Count == 0 && Unconfirmed.Count == 0 && WrongTotals.Count == 0;
}

internal sealed record TranscriptLine(string Who, string Text);

/// <param name="Brain">Which one answered.</param>
internal sealed record TurnFigures(double Milliseconds, string Brain, string? Language, string? Intent, int ModelCalls, long Tokens)
{
    /// <summary>A brain was asked: no person had the chat, and no gate ended the turn.</summary>
    public bool IsThought => Brain != "none" && !Brain.StartsWith("gate:", StringComparison.Ordinal);
}
