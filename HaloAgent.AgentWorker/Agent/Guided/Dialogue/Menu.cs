using HaloAgent.Catalog;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Shows what the shop sells: by category, ten things at a time, numbered to answer with.</summary>
internal static class Menu
{
    private const int MostAtOnce = 10;
    private const string Everything = "all";
    private const string OfCategory = "category:";

    public static void Show(Talk talk)
    {
        talk.Digress();
        var categories = talk.Turn.Catalogue.GroupBy(product => product.Category, StringComparer.OrdinalIgnoreCase).ToList();
        if (talk.Turn.Catalogue.Count == 0) talk.Say(PhraseKeys.MenuEmpty);
        else if (talk.Turn.Catalogue.Count <= MostAtOnce || categories.Count == 1 || categories.Count > MostAtOnce) ShowProducts(talk, Everything, 0);
        else
        {
            List<string> lines = [talk.Phrase(PhraseKeys.MenuCategories, ("shop", talk.Shop.Name))];
            lines.AddRange(categories.Select((category, i) => talk.Phrase(PhraseKeys.MenuCategoryLine, ("place", i + 1), ("category", category.Key), ("count", category.Count()))));
            lines.Add(talk.Phrase(PhraseKeys.MenuChooseCategory));
            talk.SayText(string.Join('\n', lines));
            talk.List(categories.Select(category => new ListedChoice(Listed.Category, category.Key)));
            talk.AskNothing();
        }
    }

    public static void ShowCategory(Talk talk, string category)
    {
        talk.Digress();
        ShowProducts(talk, OfCategory + category, 0);
    }

    /// <summary>The next ten of the list last shown.</summary>
    public static void ShowMore(Talk talk)
    {
        talk.Digress();
        if (talk.ListedOf is not { } of) Show(talk);
        else if (talk.ListedFrom >= Of(talk, of).Count) talk.Say(PhraseKeys.MenuNoMore);
        else ShowProducts(talk, of, talk.ListedFrom);
    }

    /// <summary>A line for each product, numbered on from <paramref name="before"/>.</summary>
    public static IEnumerable<string> Lines(Talk talk, IEnumerable<Product> products, int before = 0) => products.Select((product, i) => Line(talk, product, before + i + 1));

    private static void ShowProducts(Talk talk, string of, int from)
    {
        var all = Of(talk, of);
        var shown = all.Skip(from).Take(MostAtOnce).ToList();
        var left = all.Count - from - shown.Count;
        List<string> lines = [of == Everything ? talk.Phrase(PhraseKeys.MenuAll, ("shop", talk.Shop.Name)) : talk.Phrase(PhraseKeys.MenuProducts, ("category", of[OfCategory.Length..]))];
        // Numbers go on over the pages, so that every number that was seen can still be answered with.
        lines.AddRange(Lines(talk, shown, from));
        lines.Add(talk.Phrase(PhraseKeys.MenuChooseProduct));
        if (left > 0) lines.Add(talk.Phrase(PhraseKeys.MenuMore, ("count", left)));
        talk.SayText(string.Join('\n', lines));
        talk.List(all.Take(from + shown.Count).Select(product => new ListedChoice(Listed.Product, product.Id.ToString())), of, from + shown.Count);
        talk.AskNothing();
    }

    private static List<Product> Of(Talk talk, string of) => of.StartsWith(OfCategory, StringComparison.Ordinal)
        ? [.. talk.Turn.Catalogue.Where(product => string.Equals(product.Category, of[OfCategory.Length..], StringComparison.OrdinalIgnoreCase))]
        : [.. talk.Turn.Catalogue];

    /// <summary>What a search found, to choose from.</summary>
    public static void ShowFound(Talk talk, IReadOnlyList<Product> products)
    {
        talk.SayText(string.Join('\n', [talk.Phrase(PhraseKeys.MenuFound), .. Lines(talk, products), talk.Phrase(PhraseKeys.MenuChooseProduct)]));
        talk.List(products.Select(product => new ListedChoice(Listed.Product, product.Id.ToString())));
        talk.AskNothing();
    }

    private static string Line(Talk talk, Product product, int place) => Stock(product) == 0 ? talk.Phrase(PhraseKeys.MenuLineSoldOut, ("place", place), ("name", product.Name))
        : product.Variants.Select(variant => variant.Price).Distinct().Count() > 1
            ? talk.Phrase(PhraseKeys.MenuLineFrom, ("place", place), ("name", product.Name), ("price", product.Variants.Min(variant => variant.Price)))
            : talk.Phrase(PhraseKeys.MenuLine, ("place", place), ("name", product.Name), ("price", Price(product)));

    public static Money Price(Product product) => product.Variants.Count > 0 ? product.Variants[0].Price : product.Price;

    public static int Stock(Product product) => !product.IsSold ? 0 : product.Variants.Count > 0 ? product.Variants.Sum(variant => variant.Stock) : product.Stock;
}
