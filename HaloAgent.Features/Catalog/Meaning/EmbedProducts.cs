using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Catalog.Meaning;

/// <summary>
/// Gives vectors to products that have none, whose text has changed since, or whose vectors another model made. Only of what is
/// sold: customers find nothing else. With several workers two may read the same product; the second write says the same as the first.
/// </summary>
public sealed class EmbedProducts(NpgsqlDataSource database, ITextVectors vectors)
{
    /// <summary>Small models read about 500 tokens, and refuse what is longer.</summary>
    private const int MostCharacters = 1_000;

    /// <summary>Few enough for a model on a plain processor to answer in seconds.</summary>
    private const int AtOnce = 32;

    /// <summary>Once through all that is sold.</summary>
    /// <returns>How many vectors were made.</returns>
    /// <exception cref="NoVectorsException">The server is away, or takes none of the texts. What was read before that is kept.</exception>
    public async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        var (read, after) = (0, Guid.Empty);
        while (await WaitingAsync(after, cancellationToken) is { Count: > 0 } waiting)
        {
            await StoreAsync(await ReadAsync(waiting, cancellationToken), cancellationToken);
            (read, after) = (read + waiting.Count, waiting[^1].Id);
        }

        return read;
    }

    private async Task<List<WaitingProduct>> WaitingAsync(Guid after, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(WaitingSql);
        command.Parameters.AddWithValue("model", vectors.Model);
        command.Parameters.AddWithValue("characters", MostCharacters);
        command.Parameters.AddWithValue("after", after);
        command.Parameters.AddWithValue("most", AtOnce);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<WaitingProduct> waiting = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            waiting.Add(new WaitingProduct(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3)));
        }

        return waiting;
    }

    private async Task<List<(WaitingProduct Product, float[] Vector)>> ReadAsync(IReadOnlyList<WaitingProduct> waiting, CancellationToken cancellationToken)
    {
        try
        {
            var read = await vectors.ReadAsync([.. waiting.Select(product => product.Text)], cancellationToken);
            return [.. waiting.Zip(read, (product, vector) => (product, ShopVectors.Normalised(vector)))];
        }
        catch (NoVectorsException refused) when (refused.TextsAreRefused && waiting.Count > 1)
        {
            return await ReadOneByOneAsync(waiting, refused, cancellationToken);
        }
    }

    // One text that the server does not take keeps no other product waiting. It gets a vector that is near nothing, so that it is not
    // asked for again until it changes; but only if the server takes others, for a wrong setting is no product's fault.
    private async Task<List<(WaitingProduct Product, float[] Vector)>> ReadOneByOneAsync(
        IReadOnlyList<WaitingProduct> waiting, NoVectorsException refusal, CancellationToken cancellationToken)
    {
        List<(WaitingProduct Product, float[] Vector)> read = [];
        foreach (var product in waiting)
        {
            try
            {
                read.Add((product, ShopVectors.Normalised((await vectors.ReadAsync([product.Text], cancellationToken))[0])));
            }
            catch (NoVectorsException refused) when (refused.TextsAreRefused)
            {
                read.Add((product, []));
            }
        }

        return read.Exists(one => one.Vector.Length > 0) ? read : throw refusal;
    }

    private async Task StoreAsync(List<(WaitingProduct Product, float[] Vector)> read, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (product, vector) in read.OrderBy(one => one.Product.Id))
        {
            var store = new NpgsqlBatchCommand(StoreSql);
            store.Parameters.AddWithValue("product", product.Id);
            store.Parameters.AddWithValue("business", product.BusinessId);
            store.Parameters.AddWithValue("model", vectors.Model);
            store.Parameters.AddWithValue("hash", product.Hash);
            store.Parameters.Add(new NpgsqlParameter("vector", NpgsqlDbType.Array | NpgsqlDbType.Real) { Value = vector });
            batch.BatchCommands.Add(store);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    // The text is put together where its hash is, so that both are always of the same.
    private const string WaitingSql =
        """
        SELECT p.id, p.business_id, said.text, hashed.hash
        FROM products p
        CROSS JOIN LATERAL (
            SELECT left(concat_ws('. ', p.name, nullif(p.category, ''),
                (SELECT nullif(string_agg(word, ', '), '') FROM jsonb_array_elements_text(p.synonyms) AS synonym(word)), nullif(p.description, '')), @characters) AS text) said
        CROSS JOIN LATERAL (SELECT sha256(convert_to(said.text, 'UTF8')) AS hash) hashed
        LEFT JOIN product_vectors v ON v.product_id = p.id
        WHERE p.id > @after AND p.deleted_at IS NULL AND p.available AND (v.product_id IS NULL OR v.model <> @model OR v.text_hash <> hashed.hash)
        ORDER BY p.id LIMIT @most
        """;

    private const string StoreSql =
        """
        INSERT INTO product_vectors (product_id, business_id, model, text_hash, vector)
        SELECT p.id, p.business_id, @model, @hash, @vector FROM products p WHERE p.id = @product AND p.business_id = @business
        ON CONFLICT (product_id) DO UPDATE SET model = EXCLUDED.model, text_hash = EXCLUDED.text_hash, vector = EXCLUDED.vector, revision = DEFAULT
        """;

    private sealed record WaitingProduct(Guid Id, Guid BusinessId, string Text, byte[] Hash);
}
