using System.Security.Claims;
using HaloAgent.Contracts.Live;
using HaloAgent.Contracts.Overview;
using HaloAgent.Web.Client;
using HaloAgent.Web.Overview;
using HaloAgent.Web.SignIn;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace HaloAgent.Web.Layout;

/// <summary>Bottom bar on a phone, rail on the left from 960 px. Counts what waits for a person.</summary>
public sealed partial class DashboardNav
{
    private static readonly Place[] Places =
    [
        new("/overview", "Home", Icons.Material.Rounded.Home),
        new("/chats", "Chats", Icons.Material.Rounded.Forum),
        new("/orders", "Orders", Icons.Material.Rounded.ReceiptLong, BarBadge: true),
        new("/payments", "Payments", Icons.Material.Rounded.Payments, RailOnly: true),
        new("/products", "Products", Icons.Material.Rounded.Inventory2, RailOnly: true),
        new("/contacts", "Customers", Icons.Material.Rounded.People, RailOnly: true),
        new("/more", "More", Icons.Material.Rounded.Menu),
    ];

    private OverviewView? _overview;
    private string? _shop;

    [Inject]
    private CurrentSession Session { get; set; } = null!;

    [Inject]
    private NeedsYou Needs { get; set; } = null!;

    protected override async Task OnInitializedAsync() =>
        _shop = (await Session.GetUserAsync()).FindFirstValue(HaloClaims.BusinessName);

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        var overview = await Api.GetOverviewAsync(stop);
        if (overview.Ok)
        {
            _overview = overview.Value;
            Needs.Read(overview.Value);
        }

        return overview.Problem;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind != LiveEventKinds.ProductChanged;

    private int Waiting(Place place) => place.Href switch
    {
        "/payments" => Count("payment_review"),
        "/chats" => Chats("escalation", "failed_message"),
        "/orders" => Count("payment_review", "stuck_order"),
        _ => 0,
    };

    private int Count(params string[] kinds) => _overview is null ? 0 : kinds.Sum(kind => _overview.Waiting.GetValueOrDefault(kind));

    /// <summary>
    /// Chats, as they are listed: one may wait for several reasons, each of which is an item of its own on the start page. Of those that a
    /// full list leaves out it is not known which belong together; each counts.
    /// </summary>
    private int Chats(params string[] kinds)
    {
        var listed = _overview?.Attention.Where(item => kinds.Contains(item.Kind)).ToList() ?? [];
        return listed.Select(item => item.Id).Distinct().Count() + Count(kinds) - listed.Count;
    }

    /// <param name="BarBadge">On the rail its count stands beside Payments already.</param>
    private sealed record Place(string Href, string Word, string Icon, bool RailOnly = false, bool BarBadge = false);
}
