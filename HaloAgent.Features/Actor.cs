namespace HaloAgent;

/// <summary>Who does something: stands in the history of an order, in the audit trail and on messages.</summary>
/// <param name="MemberId">Set for a member of the business.</param>
public sealed record Actor(ActorKind Kind, string Name, Guid? MemberId = null)
{
    public static readonly Actor Agent = new(ActorKind.Agent, "Agent");

    public static readonly Actor Customer = new(ActorKind.Customer, "Customer");

    public static readonly Actor System = new(ActorKind.System, "HaloAgent");

    public static Actor Member(Guid id, string name) => new(ActorKind.Member, name, id);
}

public enum ActorKind
{
    System,
    Customer,
    Agent,
    Member,
}
