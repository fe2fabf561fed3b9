namespace HaloAgent.Loyalty;

/// <summary>A line of a customer's points account: written once and never changed. The balance beside the contact is the sum of them.</summary>
public sealed class PointsEntry
{
    private PointsEntry()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public Guid ContactId { get; private set; }

    public Guid OrderId { get; private set; }

    /// <summary>The change of the order that it follows from: each books once.</summary>
    public Guid CauseId { get; private set; }

    public PointsKind Kind { get; private set; }

    /// <summary>Negative where points were used.</summary>
    public int Points { get; private set; }

    public DateTimeOffset At { get; private set; }
}

public enum PointsKind
{
    /// <summary>The order was completed.</summary>
    Earned,

    /// <summary>Taken off the order.</summary>
    Used,

    /// <summary>The order came to nothing.</summary>
    Returned,
}
