namespace HaloAgent.Orders;

/// <summary>What a contact may mean by "my order": the open ones, and the last one that has ended lately.</summary>
public sealed class FindOpenOrders(ContactOrders orders, ReadOrderFacts facts, TimeProvider time)
{
    public async Task<Outcome<OpenOrders>> HandleAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken)
    {
        var open = await orders.OpenAsync(businessId, contactId, cancellationToken);
        var ended = await orders.EndedAsync(businessId, contactId, time.GetUtcNow(), cancellationToken);
        var lastEnded = await facts.OfAsync([.. ended.Take(1)], cancellationToken);
        return new OpenOrders(await facts.OfAsync(open, cancellationToken), lastEnded is [var last] ? last : null);
    }
}

/// <param name="Open">Newest first.</param>
/// <param name="LastEnded">The newest of the last two weeks that is completed, cancelled or expired.</param>
public sealed record OpenOrders(IReadOnlyList<OrderFacts> Open, OrderFacts? LastEnded);
