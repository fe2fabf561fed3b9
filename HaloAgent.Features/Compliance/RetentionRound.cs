namespace HaloAgent.Compliance;

/// <summary>How far a business has been looked through for what is too old, and when that is due again. One row a business.</summary>
public sealed class RetentionRound
{
    private RetentionRound()
    {
    }

    public Guid BusinessId { get; private set; }

    /// <summary>In the past while a round is under way.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>The last conversation that this round is done with; they are walked through in the order of their ids.</summary>
    public Guid ReachedConversationId { get; private set; }

    /// <summary>Removed in this round so far.</summary>
    public int Explanations { get; private set; }

    public int Messages { get; private set; }

    public int Files { get; private set; }

    internal RemovedData Removed => new(Explanations, Messages, Files);

    internal void Add(RemovedData removed) =>
        (Explanations, Messages, Files) = (Explanations + removed.Explanations, Messages + removed.Messages, Files + removed.Files);

    /// <summary>There is more; another business that is due may come first.</summary>
    internal void GoOn(Guid reachedConversation, DateTimeOffset now) => (ReachedConversationId, DueAt) = (reachedConversation, now);

    internal void Finish(DateTimeOffset next) => (ReachedConversationId, Explanations, Messages, Files, DueAt) = (Guid.Empty, 0, 0, 0, next);
}

/// <summary>How much was deleted.</summary>
internal sealed record RemovedData(int Explanations, int Messages, int Files)
{
    public bool IsNothing => Explanations + Messages + Files == 0;

    public override string ToString() => FormattableString.Invariant($"{Explanations} explanations, {Messages} messages, {Files} files");
}
