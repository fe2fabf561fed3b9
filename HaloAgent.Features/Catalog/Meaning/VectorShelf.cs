using System.Collections.Concurrent;
using Npgsql;

namespace HaloAgent.Catalog.Meaning;

/// <summary>
/// Keeps the vectors of the shops that are asked. Once a second at most it looks whether a shop's have changed, and only then reads
/// them again; a shop nobody asks any more is forgotten.
/// </summary>
public sealed class VectorShelf(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, Entry> shops = new();

    internal Task<ShopVectors> OfAsync(Guid businessId, string model, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (shops.TryGetValue(businessId, out var known) && known.Until > now && !known.HasFailed) return known.Vectors.Value.WaitAsync(cancellationToken);

        Forget(now);
        // Of several that find it too old, one reads and the others wait for that.
        var entry = shops.AddOrUpdate(
            businessId, _ => NewEntry(businessId, model, null, now), (_, other) => ReferenceEquals(other, known) ? NewEntry(businessId, model, other, now) : other);
        return entry.Vectors.Value.WaitAsync(cancellationToken);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var old in shops.Where(shop => shop.Value.Until + Kept < now)) shops.TryRemove(old);
    }

    // Not cancelled by one caller: others wait for the same reading.
    private Entry NewEntry(Guid businessId, string model, Entry? old, DateTimeOffset now) =>
        new(now + Fresh, new Lazy<Task<ShopVectors>>(() => Task.Run(() => RefreshAsync(businessId, model, old?.Read ?? ShopVectors.None))));

    private async Task<ShopVectors> RefreshAsync(Guid businessId, string model, ShopVectors known)
    {
        // Not the newest alone: of two writers the one that drew its number first may commit last.
        await using var sum = database.CreateCommand("SELECT COALESCE(sum(revision), 0)::bigint FROM product_vectors WHERE business_id = @business");
        sum.Parameters.AddWithValue("business", businessId);
        var revisions = (long)(await sum.ExecuteScalarAsync())!;
        return revisions == known.Revisions ? known : await ReadAsync(businessId, model, revisions);
    }

    private async Task<ShopVectors> ReadAsync(Guid businessId, string model, long revisions)
    {
        await using var command = database.CreateCommand("SELECT product_id, vector FROM product_vectors WHERE business_id = @business AND model = @model ORDER BY revision");
        command.Parameters.AddWithValue("business", businessId);
        command.Parameters.AddWithValue("model", model);
        await using var reader = await command.ExecuteReaderAsync();
        List<(Guid Product, float[] Vector)> rows = [];
        while (await reader.ReadAsync()) rows.Add((reader.GetGuid(0), reader.GetFieldValue<float[]>(1)));
        return new ShopVectors(rows, revisions);
    }

    private sealed record Entry(DateTimeOffset Until, Lazy<Task<ShopVectors>> Vectors)
    {
        public bool HasFailed => Vectors is { IsValueCreated: true, Value.IsFaulted: true };

        /// <summary>Null while it is being read, and when that failed.</summary>
        public ShopVectors? Read => Vectors is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? Vectors.Value.Result : null;
    }
}
