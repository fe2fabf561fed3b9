using HaloAgent.Compliance;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Catalog;

/// <summary>A member says what the shop's customers mean by a word; the agent knows it with the next message.</summary>
public sealed class SaveSynonyms(HaloDbContext db, TimeProvider time)
{
    public Task<Outcome<SynonymsView>> HandleAsync(Guid businessId, SaveSynonymsRequest saved, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync<SynonymsView>(
            async () =>
            {
                if (SynonymRules.Refuse(saved) is { } refusal) return refusal;

                await db.Database.ExecuteSqlAsync($"SELECT 1 FROM businesses WHERE id = {businessId} FOR NO KEY UPDATE", cancellationToken);
                var business = await db.Businesses.SingleAsync(b => b.Id == businessId, cancellationToken);
                if (saved.Version is not { } version) return ProductFailures.VersionMissing;
                if (version != business.SearchSynonyms.Fingerprint()) return ProductFailures.ChangedMeanwhile;

                business.Understand([.. saved.Synonyms.Select(Trimmed)]);
                db.AuditEntries.Add(AuditEntry.Record(businessId, member, "synonyms_saved", businessId, null, time.GetUtcNow()));
                db.Announcements.Changed(LiveEventKinds.ProductChanged, businessId, businessId);
                await db.SaveChangesAsync(cancellationToken);
                return business.SearchSynonyms.View();
            },
            cancellationToken);

    private static SearchSynonym Trimmed(SaveSynonymRequest synonym) => new(synonym.Word.Trim(), [.. synonym.Means.Select(meant => meant.Trim())]);
}

/// <summary>What annotations of the request cannot say.</summary>
internal static class SynonymRules
{
    public static Failure? Refuse(SaveSynonymsRequest saved)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < saved.Synonyms.Count; i++)
        {
            if (saved.Synonyms[i] is not { } synonym) return Failure.Invalid($"synonyms[{i}]", "A synonym has a word and what it means.");
            if (Unusable(synonym.Word) is { } why) return Failure.Invalid($"synonyms[{i}].word", why);
            if (!words.Add(SearchWords.Fold(synonym.Word))) return Failure.Invalid($"synonyms[{i}].word", "This word stands here twice.");
            for (var j = 0; j < synonym.Means.Count; j++)
            {
                if (Unusable(synonym.Means[j]) is { } reason) return Failure.Invalid($"synonyms[{i}].means[{j}]", reason);
            }
        }

        return null;
    }

    private static string? Unusable(string? written) => written is null ? "Write a word."
        : written.Length > SynonymLimits.Length ? $"At most {SynonymLimits.Length} characters."
        : SearchWords.In(written).Count is 0 or > SynonymLimits.Words ? $"One to {SynonymLimits.Words} words of letters or digits."
        : null;
}
