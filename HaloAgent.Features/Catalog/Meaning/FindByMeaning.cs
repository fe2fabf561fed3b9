using Microsoft.Extensions.Logging;

namespace HaloAgent.Catalog.Meaning;

/// <summary>
/// Which of a shop's goods mean what a customer's words mean, though no word of them may be the same. It may always find nothing: the
/// server that reads meanings is not waited for, and left alone for a while once it failed.
/// </summary>
public sealed partial class FindByMeaning(
    ITextVectors vectors, VectorShelf shelf, RankProducts rank, MeaningOptions options, TimeProvider time, ILogger<FindByMeaning> logger)
{
    private const int Most = 100;

    /// <summary>Nobody asks for goods in more.</summary>
    private const int MostCharacters = 400;

    /// <summary>Of what means something like it, only that is kept which does so nearly as much as the nearest.</summary>
    private const double Fits = 0.75;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private long restsUntil;

    /// <returns>Nearest first; only what customers may buy for that price.</returns>
    internal async Task<IReadOnlyList<Guid>> FindAsync(Guid businessId, string words, Money? maxPrice, CancellationToken cancellationToken)
    {
        var near = await NearAsync(businessId, words, cancellationToken);
        if (near.Count == 0) return [];

        var inReach = await rank.InReachAsync(businessId, [.. near.Select(product => product.Id)], maxPrice, cancellationToken);
        var kept = near.Where(product => inReach.Contains(product.Id)).ToList();
        return [.. kept.Where(product => product.Similarity >= kept[0].Similarity * Fits).Select(product => product.Id)];
    }

    private async Task<IReadOnlyList<NearProduct>> NearAsync(Guid businessId, string words, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow().UtcTicks < Interlocked.Read(ref restsUntil)) return [];

        var shop = await shelf.OfAsync(businessId, vectors.Model, cancellationToken);
        if (shop.Count == 0) return [];

        var asked = await ReadAsync(words.Length <= MostCharacters ? words : words[..MostCharacters], cancellationToken);
        return asked is null ? [] : shop.NearestTo(ShopVectors.Normalised(asked), options.MinSimilarity, Most);
    }

    /// <returns>Null if it took too long or failed.</returns>
    private async Task<float[]?> ReadAsync(string words, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return (await vectors.ReadAsync([words], either.Token))[0];
        }
        catch (NoVectorsException refused) when (refused.TextsAreRefused)
        {
            // These words only: the next customer's may be taken.
            return null;
        }
        catch (Exception failure) when (failure is NoVectorsException || (failure is OperationCanceledException && limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested))
        {
            Interlocked.Exchange(ref restsUntil, (time.GetUtcNow() + Rest).UtcTicks);
            Log.ByWordsAlone(logger, failure is NoVectorsException ? failure.Message : "too slow", Rest.TotalSeconds);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Meanings cannot be read ({Why}): for {Seconds} s search goes by words alone")]
        public static partial void ByWordsAlone(ILogger logger, string why, double seconds);
    }
}
