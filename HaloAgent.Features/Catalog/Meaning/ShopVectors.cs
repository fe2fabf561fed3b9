using System.Numerics.Tensors;

namespace HaloAgent.Catalog.Meaning;

/// <summary>
/// The vectors of one shop's products, one behind the other in one array. A question is compared with every one of them: exact, and
/// fast enough for any shop that people chat with.
/// </summary>
internal sealed class ShopVectors
{
    private readonly Guid[] products;
    private readonly float[] values;
    private readonly int dimensions;

    /// <param name="rows">The newest last.</param>
    /// <param name="revisions">The sum of those of all rows: it grows with every write.</param>
    public ShopVectors(IReadOnlyList<(Guid Product, float[] Vector)> rows, long revisions)
    {
        Revisions = revisions;
        // A server that changed its model behind the same name leaves rows of another length; what it refused has none at all.
        dimensions = rows.LastOrDefault(row => row.Vector.Length > 0).Vector?.Length ?? 0;
        var same = rows.Where(row => row.Vector.Length == dimensions && dimensions > 0).ToList();
        products = [.. same.Select(row => row.Product)];
        values = new float[same.Count * dimensions];
        foreach (var (row, place) in same.Select((row, place) => (row, place))) row.Vector.CopyTo(values, place * dimensions);
    }

    public static ShopVectors None { get; } = new([], 0);

    public long Revisions { get; }

    public int Count => products.Length;

    /// <returns>Nearest first; none below <paramref name="minSimilarity"/>.</returns>
    public IReadOnlyList<NearProduct> NearestTo(float[] question, double minSimilarity, int most)
    {
        if (question.Length != dimensions) return [];

        List<NearProduct> near = [];
        for (var i = 0; i < products.Length; i++)
        {
            var similarity = TensorPrimitives.Dot(values.AsSpan(i * dimensions, dimensions), question);
            if (similarity >= minSimilarity) near.Add(new NearProduct(products[i], similarity));
        }

        return [.. near.OrderByDescending(product => product.Similarity).ThenBy(product => product.Id).Take(most)];
    }

    /// <summary>At length 1. What has no length or is no number stays as nothing, and is near nothing.</summary>
    public static float[] Normalised(float[] vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (!float.IsFinite(length) || length == 0) return [];

        var normalised = new float[vector.Length];
        TensorPrimitives.Divide(vector, length, normalised);
        return normalised;
    }
}

/// <param name="Similarity">The cosine: 1 is the same meaning.</param>
internal sealed record NearProduct(Guid Id, double Similarity);
