using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// What the runs of one turn came to before they broke: it explains the turn if all of them do. Kept by the activation, so a crash of
/// the silo forgets the runs before it.
/// </summary>
/// <param name="Language">In which it would have been answered.</param>
/// <param name="Model">Of all runs together.</param>
internal sealed record TriedTurn(Guid TurnId, string Language, double? LanguageConfidence, Understood? Understood, ModelUse? Model)
{
    public static TriedTurn After(TriedTurn? before, TurnContext turn, ToolJournal journal)
    {
        var earlier = before?.TurnId == turn.TurnId ? before : null;
        return new TriedTurn(
            turn.TurnId, turn.Contact.Language, TurnLanguage.ConfidenceIn(turn.Spoken, turn.Contact.Language), journal.Understood ?? earlier?.Understood,
            earlier?.Model is { } used ? journal.Model is { } more ? used.And(more) : used : journal.Model);
    }
}
