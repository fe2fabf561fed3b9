using System.Globalization;
using HaloAgent.Languages;
using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Catalog;

/// <summary>
/// Asks PostgreSQL which products of one shop fit, and how well. The indexes begin with the business, so that a search costs what its
/// shop's catalogue costs, whatever else the platform sells.
/// </summary>
public sealed class RankProducts(NpgsqlDataSource database)
{
    /// <summary>
    /// Of a misspelt word at least so many of the letters, three by three, are in the name: two swapped letters in a word of five leave
    /// a fifth of them ("fnata"). Whether it really is near is looked at afterwards.
    /// </summary>
    private const float SomeLetters = 0.2f;

    /// <summary>So many, and no slip of a finger has to explain the rest.</summary>
    private const float MostLetters = 0.6f;

    private const double MisspeltName = 0.7;
    private const double MisspeltAlso = 0.45;

    internal async Task<IReadOnlyList<RankedProduct>> ByWordsAsync(
        Guid businessId, IReadOnlyList<AskedWord> asked, Money? maxPrice, CancellationToken cancellationToken)
    {
        var queries = asked.SelectMany(word => word.Queries().Select(query => (word.Text, query.Query, query.Worth))).ToList();
        if (queries.Count == 0) return [];

        await using var command = database.CreateCommand(WordsSql);
        command.Parameters.AddWithValue("words", queries.ConvertAll(query => query.Text));
        command.Parameters.AddWithValue("queries", queries.ConvertAll(query => query.Query));
        command.Parameters.AddWithValue("worths", queries.ConvertAll(query => query.Worth));
        AddScope(command.Parameters, businessId, maxPrice);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<RankedProduct> ranked = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            ranked.Add(new RankedProduct(reader.GetGuid(0), reader.GetDouble(1), reader.GetFieldValue<string[]>(2)));
        }

        return ranked;
    }

    internal async Task<IReadOnlyList<RankedProduct>> ByLettersAsync(
        Guid businessId, IReadOnlyList<AskedWord> misspelt, Money? maxPrice, CancellationToken cancellationToken)
    {
        // The setting holds until the end of a transaction.
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"SET LOCAL pg_trgm.word_similarity_threshold = {SomeLetters.ToString(CultureInfo.InvariantCulture)}"));
        var find = new NpgsqlBatchCommand(LettersSql);
        find.Parameters.AddWithValue("words", misspelt.Select(word => word.Text).ToList());
        AddScope(find.Parameters, businessId, maxPrice);
        batch.BatchCommands.Add(find);
        List<RankedProduct> near = [];
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var word = misspelt.First(one => one.Text == reader.GetString(1));
                var worth = Worth(word, reader.GetString(2), reader.GetString(3), reader.GetFloat(4));
                if (worth > 0) near.Add(new RankedProduct(reader.GetGuid(0), worth, [word.Text]));
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return near;
    }

    /// <summary>Those of these products that customers may buy for that price.</summary>
    internal async Task<IReadOnlySet<Guid>> InReachAsync(Guid businessId, Guid[] products, Money? maxPrice, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"SELECT p.id FROM products p WHERE p.business_id = @business AND p.id = ANY(@products) AND {InReach}");
        command.Parameters.AddWithValue("products", products);
        AddScope(command.Parameters, businessId, maxPrice);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        HashSet<Guid> inReach = [];
        while (await reader.ReadAsync(cancellationToken)) inReach.Add(reader.GetGuid(0));
        return inReach;
    }

    private static double Worth(AskedWord asked, string name, string also, float letters) =>
        IsNear(asked, name) ? MisspeltName
        : IsNear(asked, also) ? MisspeltAlso
        : letters >= MostLetters ? MisspeltAlso * letters
        : 0;

    private static bool IsNear(AskedWord asked, string text)
    {
        var stem = asked.Stems.Of(asked.Text);
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(word => !char.IsDigit(word[0]) && WordDistance.IsNear(stem, asked.Stems.Of(word)));
    }

    private static void AddScope(NpgsqlParameterCollection parameters, Guid businessId, Money? maxPrice)
    {
        parameters.AddWithValue("business", businessId);
        parameters.Add(new NpgsqlParameter("price", NpgsqlDbType.Bigint) { Value = (object?)maxPrice?.Kobo ?? DBNull.Value });
    }

    /// <summary>What customers may buy for that price: what costs more in every variant is none of it.</summary>
    private const string InReach =
        """
        p.deleted_at IS NULL AND p.available
        AND (@price IS NULL OR COALESCE((SELECT min(v.price) FROM product_variants v WHERE v.product_id = p.id), p.price) <= @price)
        """;

    // One look into the index for each word; how much what it finds is worth is looked up in the rows.
    private const string WordsSql =
        $"""
        WITH queries AS MATERIALIZED (
            SELECT word, query AS written, to_tsquery('simple', query) AS query, worth FROM unnest(@words, @queries, @worths) AS q(word, query, worth)),
        asked AS MATERIALIZED (SELECT word, to_tsquery('simple', string_agg(written, ' | ')) AS query FROM queries GROUP BY word),
        hits AS (
            SELECT p.id, p.search_name, asked.word,
                (SELECT max(q.worth) FROM queries q WHERE q.word = asked.word AND p.search_words @@ q.query) AS worth
            FROM asked JOIN products p ON p.business_id = @business AND p.search_words @@ asked.query
            WHERE {InReach})
        SELECT id, sum(worth), array_agg(word) FROM hits GROUP BY id, search_name ORDER BY sum(worth) DESC, length(search_name), id LIMIT 60
        """;

    private const string LettersSql =
        $"""
        SELECT near.id, asked.word, near.search_name, near.search_also, near.letters
        FROM unnest(@words) AS asked(word)
        CROSS JOIN LATERAL (
            SELECT p.id, p.search_name, p.search_also, word_similarity(asked.word, p.search_name || ' ' || p.search_also) AS letters
            FROM products p
            WHERE p.business_id = @business AND asked.word <% (p.search_name || ' ' || p.search_also) AND {InReach}
            ORDER BY letters DESC, length(p.search_name), p.id LIMIT 100) near
        """;
}

/// <param name="Words">Those of the asked words that it answers.</param>
internal sealed record RankedProduct(Guid Id, double Worth, IReadOnlyList<string> Words);
