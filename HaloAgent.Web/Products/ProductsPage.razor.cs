using HaloAgent.Contracts.Catalog;
using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using HaloAgent.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace HaloAgent.Web.Products;

/// <summary>The catalogue with what is running out.</summary>
public sealed partial class ProductsPage
{
    private const int FewLeft = 5;
    private List<ProductView> _products = [];

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    private IGrouping<string, ProductView>[] Shown =>
    [
        .. _products
            .Where(product => Q is null || product.Name.Contains(Q, StringComparison.OrdinalIgnoreCase) || product.Category.Contains(Q, StringComparison.OrdinalIgnoreCase))
            .GroupBy(product => product.Category)
            .OrderBy(category => category.Key, StringComparer.OrdinalIgnoreCase),
    ];

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        var (products, next) = (new List<ProductView>(), (string?)null);
        do
        {
            var page = await Api.ListProductsAsync(next, stop);
            if (!page.Ok)
            {
                return page.Problem;
            }

            products.AddRange(page.Value.Items);
            next = page.Value.NextCursor;
        }
        while (next is not null);

        _products = products;
        return null;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind is LiveEventKinds.ProductChanged or LiveEventKinds.OrderChanged;

    private void Search(string? q) => Navigation.NavigateTo("/products".With(("q", q)), replace: true);

    private static int Left(ProductView product) => product.Variants.Count == 0 ? product.Stock : product.Variants.Sum(variant => variant.Stock);

    private static string StockLine(ProductView product) => (product.Available, Left(product)) switch
    {
        (false, _) => "Not on offer right now",
        (_, 0) => "Sold out",
        (_, <= FewLeft and var left) => $"Only {left} left",
        (_, var left) when product.Variants.Count > 0 => $"{left} in stock · {product.Variants.Count} choices",
        (_, var left) => $"{left} in stock",
    };

    private static string StockTone(ProductView product) => (product.Available, Left(product)) switch
    {
        (false, _) => "quiet",
        (_, 0) => "wrong",
        (_, <= FewLeft) => "attention-text",
        _ => "quiet",
    };

    private static string PriceLine(ProductView product)
    {
        var prices = product.Variants.Select(variant => variant.Price).DefaultIfEmpty(product.Price).ToArray();
        return prices.Min() == prices.Max() ? Naira.Format(prices.Min()) : $"{Naira.Format(prices.Min())}–{Naira.Format(prices.Max())[1..]}";
    }
}
