using HaloAgent.Contracts.Live;
using HaloAgent.Contracts.Orders;
using HaloAgent.Web.Client;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HaloAgent.Web.Payments;

/// <summary>The queue of claims, of what is shown the riskiest first, then the oldest.</summary>
public sealed partial class PaymentReviewsPage
{
    private IReadOnlyList<PaymentReviewView> _reviews = [];
    private string? _next;
    private int _pages = 1;
    private bool _more;
    private bool _revealed;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_revealed && _reviews.Count > 0)
        {
            _revealed = true;
            await Script.InvokeVoidAsync("haloReveal");
        }
    }

    /// <summary>Reads as many pages as are open, so that a change in a later one shows as well.</summary>
    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        var (reviews, next) = (new List<PaymentReviewView>(), (string?)null);
        for (var page = 0; page < _pages; page++)
        {
            var result = await Api.ListPaymentReviewsAsync(next, stop);
            if (!result.Ok)
            {
                return result.Problem;
            }

            reviews.AddRange(result.Value.Items);
            next = result.Value.NextCursor;
            if (next is null)
            {
                break;
            }
        }

        (_reviews, _next) = ([.. reviews.OrderByDescending(review => review.Warnings.Count > 0).ThenBy(review => review.ClaimedAt)], next);
        return null;
    }

    private async Task ShowMoreAsync()
    {
        _more = true;
        _pages++;
        await ReadAsync();
        _more = false;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind is LiveEventKinds.OrderChanged or LiveEventKinds.MessageChanged;
}
