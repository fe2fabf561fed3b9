using System.Security.Claims;
using HaloAgent.Contracts.Live;
using HaloAgent.Contracts.Overview;
using HaloAgent.Web.Client;
using HaloAgent.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace HaloAgent.Web.Overview;

/// <summary>The start page: decisions that wait, then the day's figures.</summary>
public sealed partial class OverviewPage
{
    private OverviewView? _overview;
    private string _name = "";

    [CascadingParameter]
    public ShopClock Clock { get; set; } = null!;

    [Inject]
    private CurrentSession Session { get; set; } = null!;

    private string Greeting => Clock.Now.Hour switch
    {
        < 12 => $"Good morning{_name}",
        < 17 => $"Good afternoon{_name}",
        _ => $"Good evening{_name}",
    };

    protected override async Task OnInitializedAsync() =>
        _name = (await Session.GetUserAsync()).FindFirstValue(ClaimTypes.Name) is { Length: > 0 } name ? $", {name.Split(' ')[0]}" : "";

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        var overview = await Api.GetOverviewAsync(stop);
        _overview = overview.Value ?? _overview;
        return overview.Problem;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind != LiveEventKinds.ProductChanged;

    private static string? Money(decimal? amount) => amount is { } value ? Naira.Format(value) : null;
}
