using HaloAgent.Contracts.Businesses;
using HaloAgent.Web.Client;
using Microsoft.AspNetCore.Components;

namespace HaloAgent.Web.Showcase;

/// <summary>The front page for everybody: what HaloAgent is, and the shops one can try.</summary>
public sealed partial class ShowcasePage
{
    private IReadOnlyList<PublicBusinessView> _shops = [];
    private ApiProblem? _problem;

    [CascadingParameter]
    public HttpContext Context { get; set; } = null!;

    [Inject]
    private PublicApi Api { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var shops = await Api.ListShopsAsync(Context);
        (_shops, _problem) = (shops.Value ?? [], shops.Problem);
    }
}
