using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Catalog;

namespace HaloAgent.AgentWorker.Catalog;

/// <param name="Words">In the customer's words; empty: everything.</param>
public sealed record SearchProductsCall(string Words, string? Language, Money? MaxPrice) : IToolCall<ProductsFound>;

/// <summary>Station 9: how a brain looks for goods. Never the whole catalogue: a shop may have thousands of products.</summary>
internal static class CatalogTools
{
    private const int Most = 10;

    public static ToolCatalogue AddCatalogTools(this ToolCatalogue tools) => tools
        .Add<SearchProductsCall, ProductsFound>("search_products", "Finds goods by the customer's words, with prices and what is left.", changes: false, async (services, run, call, cancel) =>
            new ProductsFound(await services.GetRequiredService<IProductSearch>()
                .HandleAsync(run.BusinessId, new ProductQuery(call.Words, call.Language, call.MaxPrice, Most), cancel)));
}

public sealed record ProductsFound(IReadOnlyList<ProductFacts> Products);
