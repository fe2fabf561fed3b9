using HaloAgent.Contracts.Businesses;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Web.Client;
using HaloAgent.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace HaloAgent.Web.Showcase;

/// <summary>A shop for its customers: the catalogue as plain HTML, and the chat as a small script beside it.</summary>
public sealed partial class ShopPage
{
    private PublicBusinessView? _shop;
    private ApiProblem? _problem;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    public HttpContext Context { get; set; } = null!;

    [Inject]
    private PublicApi Api { get; set; } = null!;

    private IGrouping<string, PublicProductView>[] Categories => _shop is null ? [] : [.. _shop.Products.GroupBy(product => product.Category)];

    protected override async Task OnInitializedAsync()
    {
        var shop = await Api.GetShopAsync(Slug, Context);
        (_shop, _problem) = (shop.Value, shop.Problem);
        if (_problem is not null)
        {
            // Set any earlier, a 404 would make the framework drop this page's own words.
            Context.Response.OnStarting(() =>
            {
                Context.Response.StatusCode = _problem.Kind == ProblemKind.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            });
        }
    }

    private static string? WhatsAppLink(PublicBusinessView shop) =>
        shop.WhatsAppNumber is { } number ? $"https://wa.me/{number.TrimStart('+')}?text={Uri.EscapeDataString($"Hello {shop.Name}")}" : null;

    /// <summary>"from ₦…" when sizes cost differently.</summary>
    private static string Price(PublicProductView product)
    {
        var prices = product.Variants.Select(variant => variant.Price).DefaultIfEmpty(product.Price).ToArray();
        return prices.Min() == prices.Max() ? Naira.Format(prices.Min()) : $"from {Naira.Format(prices.Min())}";
    }

    private static string Anchor(string category) => "c-" + string.Concat(category.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}
