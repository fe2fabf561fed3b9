namespace HaloAgent.Contracts.Live;

/// <summary>
/// Something changed in one business. Carries ids only, never personal data: whoever is interested reads again.
/// Sent as a server-sent event named by <see cref="Kind"/> on <c>GET /api/live</c>.
/// </summary>
/// <param name="Kind">One of <see cref="LiveEventKinds"/>.</param>
/// <param name="Id">What changed (an order, a conversation …).</param>
public sealed record LiveEvent(string Kind, Guid BusinessId, Guid Id);

public static class LiveEventKinds
{
    public const string MessageChanged = "message";
    public const string ConversationChanged = "conversation";
    public const string OrderChanged = "order";
    public const string EscalationChanged = "escalation";
    public const string ProductChanged = "product";
    public const string ShopChanged = "shop";

    /// <summary>Sent by the Api when it may have missed events (Redis came back): read everything again.</summary>
    public const string CatchUp = "catch-up";
}
