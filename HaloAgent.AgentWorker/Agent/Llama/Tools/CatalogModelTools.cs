using System.Globalization;
using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Agent.Llama.Prompting;
using HaloAgent.AgentWorker.Catalog;
using HaloAgent.Catalog;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>Looking for goods and showing them.</summary>
internal static class CatalogModelTools
{
    private const int MostPictures = 3;
    private const int LongestInList = 60;
    private const int LongestDescription = 700;

    private static readonly ToolParameter Words = new("words", "string", "what the customer is looking for; empty for everything", Required: false);
    private static readonly ToolParameter Name = new("product", "string", "its name");

    public static readonly ModelTool Search = new(
        "search_products", "Looks up products with prices and stock, for you to read.",
        [Words, new("max_price", "integer", "naira", Required: false)],
        async (talk, arguments) =>
        {
            var found = await FindAsync(talk, arguments.Text("words") ?? "", arguments.Number("max_price"));
            return found.Count == 0
                ? "Nothing like that is sold here. Say so, and offer to show what there is."
                : "Found: " + string.Join("; ", found.Select(product => Describe(product, LongestInList)));
        });

    public static readonly ModelTool Show = new(
        "show_products", "Shows the customer a numbered list with prices, or pictures.",
        [Words, new("pictures", "boolean", "true if the customer wants to see pictures", Required: false)],
        async (talk, arguments) =>
        {
            if (arguments.Text("words") is not { } words) return await talk.DoAsync(Intent.Menu, Asking.AnswerAsync);

            var found = await FindAsync(talk, words, null);
            if (found.Count == 0) return "Nothing like that is sold here. Say so, and offer to show what there is.";
            return await talk.DoAsync(ModelTalk.Nothing, shown => ShowAsync(shown, found, arguments.Truth("pictures") == true));
        });

    public static readonly ModelTool Details = new(
        "product_details", "Everything known about one product, for you to read.", [Name],
        (talk, arguments) =>
        {
            var (product, _, problem) = ProductNames.Find(talk, arguments.Text("product")!, null);
            if (product is null) return Task.FromResult(talk.Refuse(problem!));
            talk.Talk.Touch(product.Id, null);
            return Task.FromResult($"{Describe(ProductFacts.Of(product), LongestDescription)}. Nothing else is known about it; do not add anything.");
        });

    /// <summary>Whether a tool only gives the model something to read, that it may answer from.</summary>
    public static bool Reads(string tool) => tool == Search.Name || tool == Details.Name;

    private static async Task<IReadOnlyList<ProductFacts>> FindAsync(ModelTalk talk, string words, int? naira)
    {
        var found = await talk.Talk.CallAsync(new SearchProductsCall(words, talk.Talk.Phrases.Language, naira is > 0 and { } most ? Money.FromNaira(most) : null));
        return found.Succeeded ? found.Value.Products : [];
    }

    private static Task ShowAsync(Talk talk, IReadOnlyList<ProductFacts> found, bool pictures)
    {
        var products = found.Select(one => talk.Product(one.Id)).OfType<Product>().ToList();
        talk.Digress();
        if (pictures)
        {
            var shown = products.Where(product => product.ImageId is not null).Take(MostPictures).ToList();
            if (shown.Count == 0) talk.Say(PhraseKeys.NoPictures);
            foreach (var product in shown) talk.Show(talk.Phrase(PhraseKeys.Pictures, ("name", product.Name)), product.ImageId!.Value);
            return Task.CompletedTask;
        }

        Menu.ShowFound(talk, products);
        return Task.CompletedTask;
    }

    private static string Describe(ProductFacts product, int longest)
    {
        var price = product.Variants.Select(variant => variant.Price).Distinct().Count() > 1 ? $"from {product.Price}" : product.Price.ToString();
        var variants = product.Variants.Count == 0 ? "" : $", comes in {string.Join(", ", product.Variants.Where(variant => variant.Stock > 0).Select(variant => PromptData.Quote(variant.Name)))}";
        var left = product.Stock == 0 ? "sold out" : product.Stock <= 5 ? string.Create(CultureInfo.InvariantCulture, $"only {product.Stock} left") : "in stock";
        var description = product.Description.Length == 0 ? "" : " " + PromptData.Quote(product.Description.Length <= longest ? product.Description : product.Description[..longest] + "…");
        var asked = string.Concat(product.Variants.Where(variant => variant.IsAsked).Select(variant => $"; {PromptData.Quote(variant.Name)}, as asked, {variant.Price}, {(variant.Stock == 0 ? "sold out" : "in stock")}"));
        return $"{PromptData.Quote(product.Name)}, {price}, {left}{variants}{asked}{description}";
    }
}
