namespace HaloAgent.Orders;

/// <summary>What a contact may mean by "my order": the open ones, and the last one that has ended lately.</summary>
public sealed class FindOpenOrders(ContactOrders orders, ReadOrderFacts facts)
{
    public async Task<Outcome<OpenOrders>> HandleAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken)
    {
        var found = await facts.OfAsync(await orders.OpenAndLastEndedAsync(businessId, contactId, cancellationToken), cancellationToken);
        return new OpenOrders([.. found.Where(order => order.Status.IsOpen())], found.FirstOrDefault(order => !order.Status.IsOpen()));
    }
}

/// <param name="Open">Newest first.</param>
/// <param name="LastEnded">The newest of the last two weeks that is completed, cancelled or expired.</param>
public sealed record OpenOrders(IReadOnlyList<OrderFacts> Open, OrderFacts? LastEnded);
