using HaloAgent.Contracts.Catalog;
using HaloAgent.Data;

namespace HaloAgent.Catalog;

/// <summary>A member adds a product or edits one; an edit of what somebody else changed, or an order sold, in the meantime is refused.</summary>
public sealed class SaveProduct(HaloDbContext db, ChangeProduct change, TimeProvider time)
{
    public async Task<Outcome<ProductView>> HandleAsync(Guid businessId, SaveProductRequest saved, Actor member, CancellationToken cancellationToken)
    {
        if (SaveProductRules.Refuse(saved) is { } refusal)
        {
            return refusal;
        }

        var product = Product.Create(businessId, saved, time.GetUtcNow());
        db.Products.Add(product);
        change.Note(product, member, "product_added");
        await db.SaveChangesAsync(cancellationToken);
        return product.View();
    }

    public async Task<Outcome<ProductView>> HandleAsync(
        Guid businessId, Guid productId, SaveProductRequest saved, Actor member, CancellationToken cancellationToken)
    {
        var outcome = await change.RunAsync(businessId, productId, member, "product_edited", Edit, cancellationToken);
        return outcome.Map(product => product.View());

        Failure? Edit(Product product)
        {
            if ((SaveProductRules.Refuse(saved) ?? Stale(product, saved.Version)) is { } refusal)
            {
                return refusal;
            }

            product.Save(saved, time.GetUtcNow());
            return null;
        }
    }

    private static Failure? Stale(Product product, uint? version) =>
        version is null || version == product.Fingerprint() ? null : ProductFailures.ChangedMeanwhile;
}

/// <summary>What annotations of the request cannot say.</summary>
internal static class SaveProductRules
{
    private const int SynonymLength = 60;

    public static Failure? Refuse(SaveProductRequest saved)
    {
        // With variants it is theirs that is asked for.
        if (saved.Price <= 0 && saved.Variants is not { Count: > 0 })
        {
            return Failure.Invalid("price", ProductLimits.NoPrice);
        }

        if (HasFractionsOfKobo(saved.Price))
        {
            return TooFine("price");
        }

        return OfSynonyms(saved.Synonyms ?? []) ?? OfVariants(saved.Variants ?? []);
    }

    private static Failure? OfSynonyms(IReadOnlyList<string> synonyms)
    {
        for (var i = 0; i < synonyms.Count; i++)
        {
            if (synonyms[i] is not { } word || word.Length > SynonymLength)
            {
                return Failure.Invalid($"synonyms[{i}]", $"A word has at most {SynonymLength} characters.");
            }
        }

        return null;
    }

    private static Failure? OfVariants(IReadOnlyList<SaveVariantRequest> variants)
    {
        var (names, ids) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<Guid>());
        for (var i = 0; i < variants.Count; i++)
        {
            if (variants[i] is not { } variant)
            {
                return Failure.Invalid($"variants[{i}]", "A variant has a name, a price and a stock.");
            }

            if (variant.Price <= 0)
            {
                return Failure.Invalid($"variants[{i}].price", ProductLimits.NoPrice);
            }

            if (HasFractionsOfKobo(variant.Price))
            {
                return TooFine($"variants[{i}].price");
            }

            if (!names.Add(variant.Name.Trim()))
            {
                return Failure.Invalid($"variants[{i}].name", "Two variants have this name.");
            }

            if (variant.Id is { } id && !ids.Add(id))
            {
                return Failure.Invalid($"variants[{i}].id", "Two variants have this id.");
            }
        }

        return null;
    }

    private static Failure TooFine(string field) => Failure.Invalid(field, "An amount has at most two decimals.");

    private static bool HasFractionsOfKobo(decimal naira) => decimal.Round(naira, 2) != naira;
}
