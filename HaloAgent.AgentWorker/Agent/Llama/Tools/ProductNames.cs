using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Agent.Llama.Prompting;
using HaloAgent.Catalog;

namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>
/// What a product's name in a call means. A model never holds ids: a name is looked up in the catalogue, and one that means nothing or
/// several things comes back as a sentence.
/// </summary>
internal static class ProductNames
{
    private const int MostNamed = 6;

    public static (Product? Product, ProductVariant? Variant, string? Problem) Find(ModelTalk talk, string written, string? variant)
    {
        // Results quote names as data; a model may repeat the marks.
        (written, variant) = (PromptData.Unquote(written), variant is null ? null : PromptData.Unquote(variant));
        var catalogue = talk.Talk.Turn.Catalogue;
        // "Polo shirt (L / Red)" as our own lists write it.
        var (name, bracketed) = Split(written);
        var exact = catalogue.Where(product => Same(product.Name, written) || Same(product.Name, name) || product.Synonyms.Any(word => Same(word, name))).ToList();
        var candidates = exact.Count > 0 ? exact : Heard(talk, name, catalogue);
        return candidates switch
        {
            [] => (null, null, $"There is no product called {PromptData.Quote(written)}. Look for it with search_products, or tell the customer that the shop does not have it."),
            [var only] => WithVariant(talk, only, variant ?? bracketed),
            _ => (null, null, $"{PromptData.Quote(written)} can be: {string.Join("; ", candidates.Take(MostNamed).Select(product => PromptData.Quote(product.Name)))}. Ask the customer which one, or call again with the full name."),
        };
    }

    private static List<Product> Heard(ModelTalk talk, string name, IReadOnlyList<Product> catalogue)
    {
        var heard = talk.Talk.Listener.Hear(name).Lines.Select(line => line.Mention).OfType<ProductMention>().FirstOrDefault(mention => !mention.IsUnknown);
        var ids = heard?.Candidates.Select(item => item.Id).ToList() ?? [];
        return [.. ids.Select(id => catalogue.FirstOrDefault(product => product.Id == id)).OfType<Product>()];
    }

    private static (Product?, ProductVariant?, string?) WithVariant(ModelTalk talk, Product product, string? wanted)
    {
        if (product.Variants.Count == 0) return (product, null, null);

        var named = wanted is null ? [] : product.Variants.Where(variant => Same(variant.Name, wanted)).ToList();
        if (named.Count == 0 && wanted is not null && Item(product) is var item)
        {
            var ids = talk.Talk.Listener.VariantsNamed(item, wanted).Select(variant => variant.Id).ToHashSet();
            named = [.. product.Variants.Where(variant => ids.Contains(variant.Id))];
        }

        return named is [var only]
            ? (product, only, null)
            : (product, null, $"{PromptData.Quote(product.Name)} comes in: {string.Join("; ", product.Variants.OrderBy(variant => variant.Position).Select(variant => PromptData.Quote(variant.Name)))}. Give one of them as variant; ask the customer if they did not say which.");
    }

    private static CatalogItem Item(Product product) =>
        new(product.Id, product.Name, product.Category, product.Synonyms, [.. product.Variants.Select(variant => new CatalogVariant(variant.Id, variant.Name))]);

    private static (string Name, string? Variant) Split(string written)
    {
        var open = written.LastIndexOf('(');
        return open > 0 && written.EndsWith(')') ? (written[..open].Trim(), written[(open + 1)..^1].Trim()) : (written, null);
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
