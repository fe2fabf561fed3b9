namespace HaloAgent.Orders;

/// <summary>
/// The contact's cart while a turn runs: read with the turn, changed in memory, and written by the commit that makes the change
/// true (<see cref="Unsaved"/>): the turn's own, or that of a tool with an effect of its own. A process that dies before has
/// changed nothing. One turn, one caller at a time.
/// </summary>
public sealed class TurnCart(ICartSource source, Guid businessId, Guid contactId, Guid turnId, TimeProvider time)
{
    private Cart? cart;
    private int? storedVersion;
    private bool changed;
    private bool mustBeFresh;

    /// <summary>What has to be written, at the version it was made from; null when nothing has.</summary>
    public CartChange? Unsaved => changed ? new CartChange(cart!, storedVersion) : null;

    /// <summary>Spares a query: the cart as it was read with the turn.</summary>
    /// <param name="stored">Null: the contact has none yet.</param>
    public TurnCart StartFrom(Cart? stored)
    {
        (cart, storedVersion) = (stored ?? Cart.Empty(businessId, contactId, time.GetUtcNow()), stored?.Version);
        return this;
    }

    public async Task<Outcome<CartView>> ReadAsync(CancellationToken cancellationToken)
    {
        var current = await OpenAsync(cancellationToken);
        return (await GoodsAsync(current, mustBeFresh, cancellationToken)).View(current, turnId);
    }

    /// <summary>
    /// Changes the cart, or refuses and leaves it as it was. What is refused by a catalogue that may be a second old is looked at
    /// again in the one of this moment.
    /// </summary>
    public async Task<Outcome<CartView>> ChangeAsync(Func<CartEditor, Failure?> change, CancellationToken cancellationToken)
    {
        var current = await OpenAsync(cancellationToken);
        var (refusal, goods) = Try(change, current, await GoodsAsync(current, mustBeFresh, cancellationToken));
        if (refusal is not null && !mustBeFresh)
        {
            (refusal, goods) = Try(change, current, await GoodsAsync(current, fresh: true, cancellationToken));
        }

        return refusal is not null ? refusal : goods.View(cart!, turnId);
    }

    public Task<IReadOnlyList<OrderedBefore>> LastOrderedAsync(CancellationToken cancellationToken) =>
        source.LastOrderedAsync(businessId, contactId, cancellationToken);

    /// <summary>What was unsaved has been written by another tool's commit.</summary>
    public void Saved()
    {
        if (changed)
        {
            (changed, storedVersion) = (false, cart!.Version);
        }
    }

    /// <summary>Another tool went to the database and may have changed the cart there.</summary>
    /// <param name="goodsToo">It refused something, perhaps because a price or a stock is not what the turn knows.</param>
    public void ReadAgain(bool goodsToo)
    {
        mustBeFresh |= goodsToo;
        cart = changed ? cart : null;
    }

    private (Failure? Refusal, CartGoods Goods) Try(Func<CartEditor, Failure?> change, Cart current, CartGoods goods)
    {
        var copy = current.Copy();
        var refusal = change(new CartEditor(copy, goods, turnId, time.GetUtcNow()));
        if (refusal is null)
        {
            changed |= copy.Version != current.Version || copy.SummaryShown != current.SummaryShown;
            cart = copy;
        }

        return (refusal, goods);
    }

    private async Task<Cart> OpenAsync(CancellationToken cancellationToken)
    {
        if (cart is null)
        {
            StartFrom(await source.ReadAsync(businessId, contactId, cancellationToken));
        }

        return cart!;
    }

    private Task<CartGoods> GoodsAsync(Cart of, bool fresh, CancellationToken cancellationToken) => source.GoodsAsync(of, fresh, cancellationToken);
}

/// <param name="StoredVersion">What the database held when it was read; null: no cart.</param>
public sealed record CartChange(Cart Cart, int? StoredVersion);

/// <summary>Where a turn's cart and its goods come from.</summary>
public interface ICartSource
{
    /// <returns>Null when this business's contact has no cart yet.</returns>
    Task<Cart?> ReadAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken);

    /// <summary>The shop's goods, and all those that stand in the cart.</summary>
    /// <param name="fresh">False: as they were a moment ago is good enough.</param>
    Task<CartGoods> GoodsAsync(Cart cart, bool fresh, CancellationToken cancellationToken);

    Task<IReadOnlyList<OrderedBefore>> LastOrderedAsync(Guid businessId, Guid contactId, CancellationToken cancellationToken);
}
