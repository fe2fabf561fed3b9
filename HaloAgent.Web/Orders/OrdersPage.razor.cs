using HaloAgent.Contracts.Contacts;
using HaloAgent.Contracts.Live;
using HaloAgent.Contracts.Orders;
using HaloAgent.Web.Client;
using Microsoft.AspNetCore.Components;

namespace HaloAgent.Web.Orders;

/// <summary>All orders, newest first. The filter stands in the address, so that back and a shared link work.</summary>
public sealed partial class OrdersPage
{
    private List<OrderView> _orders = [];
    private ContactView? _contact;
    private string? _next;
    private int _pages = 1;
    private bool _more;
    private (string? Status, bool Stuck, string? Q, Guid? Contact) _shown;

    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    /// <summary>Only those that are paid for and that nobody has moved on for hours.</summary>
    [SupplyParameterFromQuery]
    public bool Stuck { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    /// <summary>Only the orders of this customer.</summary>
    [SupplyParameterFromQuery]
    public Guid? Contact { get; set; }

    protected override Task OnParametersSetAsync()
    {
        if (_shown != (Status, Stuck, Q, Contact))
        {
            _shown = (Status, Stuck, Q, Contact);
            _pages = 1;
            _contact = _contact?.Id == Contact ? _contact : null;
            ShowLoading();
        }

        return base.OnParametersSetAsync();
    }

    /// <summary>Reads as many pages as are open, so that a change in an older one shows as well.</summary>
    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        var (orders, next) = (new List<OrderView>(), (string?)null);
        for (var page = 0; page < _pages; page++)
        {
            var result = Contact is { } contact ? await Api.ListOrdersOfContactAsync(contact, next, stop) : await Api.ListOrdersAsync(Status, Stuck, Q, next, stop);
            if (!result.Ok)
            {
                return result.Problem;
            }

            orders.AddRange(result.Value.Items);
            next = result.Value.NextCursor;
            if (next is null)
            {
                break;
            }
        }

        (_orders, _next) = (orders, next);
        return Contact is { } whose && _contact?.Id != whose ? await ReadContactAsync(whose, stop) : null;
    }

    /// <summary>Whose orders these are: also of who has none yet.</summary>
    private async Task<ApiProblem?> ReadContactAsync(Guid whose, CancellationToken stop)
    {
        var contact = await Api.GetContactAsync(whose, stop);
        _contact = contact.Value;
        return contact.Problem;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind == LiveEventKinds.OrderChanged;

    private async Task ShowMoreAsync()
    {
        _more = true;
        _pages++;
        await ReadAsync();
        _more = false;
    }

    private void Search(string? q) => Navigation.NavigateTo(Address(Status, q, Stuck), replace: true);

    private static string Address(string? status, string? q, bool stuck = false) => "/orders".With(("status", status), ("stuck", stuck ? "true" : null), ("q", q));
}
