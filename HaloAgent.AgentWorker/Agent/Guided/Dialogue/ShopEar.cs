using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using HaloAgent.AgentWorker.Agent.Guard;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>A listener for one shop's goods and delivery areas in each language, kept for as long as that reading of the catalogue is in use.</summary>
internal static class ShopEar
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Product>, ConcurrentDictionary<string, Listener>> Known = [];

    public static Listener For(TurnContext turn) => Known.GetOrCreateValue(turn.Catalogue)
        .GetOrAdd(Lexicon.For(turn.Spoken?.Lexicon ?? turn.Contact.Language).Language, static (code, turn) => Make(code, turn.Catalogue, turn.Business), turn);

    private static Listener Make(string language, IReadOnlyList<Product> catalogue, Business business)
    {
        var shared = SharedWords.Of(catalogue, business.SearchSynonyms);
        return new Listener(
            language,
            [
                .. catalogue.Select(product => new CatalogItem(
                    product.Id, product.Name, product.Category, [.. product.Synonyms, .. shared[product.Id]],
                    [.. product.Variants.OrderBy(variant => variant.Position).Select(variant => new CatalogVariant(variant.Id, variant.Name))])),
            ],
            [.. business.DeliveryAreas.Select(area => new PlaceName(area.Names))],
            hasPolicies: WrittenTerms.Quotable(business).Length > 0);
    }
}
