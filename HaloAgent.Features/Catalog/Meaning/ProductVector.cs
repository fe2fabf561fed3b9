namespace HaloAgent.Catalog.Meaning;

/// <summary>
/// Where a product stands in the space of meanings of one embedding model. Made from what the shop says of it, so it can always be
/// made again; a row that is missing or old only means that the product is found by its words alone.
/// </summary>
public sealed class ProductVector
{
    public const int ModelLength = 200;

    private ProductVector()
    {
    }

    public Guid ProductId { get; private set; }

    public Guid BusinessId { get; private set; }

    /// <summary>Vectors of different models cannot be compared.</summary>
    public string Model { get; private set; } = "";

    /// <summary>SHA-256 of the text that it was made from.</summary>
    public byte[] TextHash { get; private set; } = [];

    /// <summary>Of length 1, so that a product of two is their cosine.</summary>
    public float[] Vector { get; private set; } = [];

    /// <summary>A higher one with every write, so that a kept copy of a shop's vectors knows that it is old.</summary>
    public long Revision { get; private set; }
}
