using HaloAgent.Contracts.Catalog;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Catalog;

/// <summary>The words a shop's customers have for several of its goods, as its members edit them.</summary>
public sealed class ReadSynonyms(HaloDbContext db)
{
    public async Task<SynonymsView> HandleAsync(Guid businessId, CancellationToken cancellationToken) =>
        (await db.Businesses.AsNoTracking().Where(b => b.Id == businessId).Select(b => b.SearchSynonyms).SingleAsync(cancellationToken)).View();
}

internal static class SynonymViews
{
    public static SynonymsView View(this IReadOnlyList<SearchSynonym> synonyms) =>
        new([.. synonyms.Select(synonym => new SynonymView(synonym.Word, synonym.Means))], synonyms.Fingerprint());

    public static uint Fingerprint(this IReadOnlyList<SearchSynonym> synonyms) => ContentVersion.Of(synonyms);
}
