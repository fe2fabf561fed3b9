namespace HaloAgent.Catalog;

/// <summary>An owner takes a product off the shelf for good. Orders keep what they sold.</summary>
public sealed class PutProductAway(ChangeProduct change, TimeProvider time)
{
    public Task<Outcome<Product>> HandleAsync(Guid businessId, Guid productId, Actor member, CancellationToken cancellationToken) =>
        change.RunAsync(
            businessId, productId, member, "product_put_away",
            product =>
            {
                product.PutAway(time.GetUtcNow());
                return null;
            },
            cancellationToken);
}
