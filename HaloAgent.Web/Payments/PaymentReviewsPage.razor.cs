using HaloAgent.Contracts.Live;
using HaloAgent.Contracts.Orders;
using HaloAgent.Web.Client;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HaloAgent.Web.Payments;

/// <summary>The queue of claims: riskiest first, then the oldest.</summary>
public sealed partial class PaymentReviewsPage
{
    private IReadOnlyList<PaymentReviewView> _reviews = [];
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

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        var reviews = await Api.ListPaymentReviewsAsync(stop);
        if (reviews.Ok)
        {
            _reviews = [.. reviews.Value.OrderByDescending(review => review.Warnings.Count > 0).ThenBy(review => review.ClaimedAt)];
        }

        return reviews.Problem;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind is LiveEventKinds.OrderChanged or LiveEventKinds.MessageChanged;
}
