namespace HaloAgent.Catalog;

/// <summary>A product's picture. Public, so it is not encrypted; an edited picture gets a new id, so caches never go stale.</summary>
public sealed class ProductImage
{
    private ProductImage()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public string ContentType { get; private set; } = "";

    public byte[] Bytes { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public static ProductImage Create(Guid businessId, string contentType, byte[] bytes, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        BusinessId = businessId,
        ContentType = contentType,
        Bytes = bytes,
        CreatedAt = now,
    };
}
