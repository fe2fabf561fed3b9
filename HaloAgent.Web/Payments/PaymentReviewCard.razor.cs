using HaloAgent.Contracts.Orders;
using HaloAgent.Web.Client;
using HaloAgent.Web.Orders;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace HaloAgent.Web.Payments;

/// <summary>One claim with all that a careful owner wants to see, and the decision where it stands.</summary>
public sealed partial class PaymentReviewCard
{
    private bool _busy;

    /// <summary>The key can be pressed again before the question is there.</summary>
    private bool _asking;

    [Parameter, EditorRequired]
    public PaymentReviewView Review { get; set; } = null!;

    /// <summary>Something was decided or undone, or turned out to be decided already.</summary>
    [Parameter]
    public EventCallback OnDecided { get; set; }

    [Inject]
    private HaloApi Api { get; set; } = null!;

    [Inject]
    private Decisions Decisions { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    private async Task ApproveAsync()
    {
        if (_asking)
        {
            return;
        }

        _asking = true;
        var sure = await ShortOfTotalDialog.MayApproveAsync(Dialogs, Review.OrderNumber, Review.ClaimedAmount, Review.ExpectedAmount);
        _asking = false;
        if (sure)
        {
            await DecideAsync(() => Api.ApprovePaymentAsync(Review.OrderId, CancellationToken.None));
        }
    }

    private async Task RejectAsync()
    {
        if (await ReasonDialog.RejectPaymentAsync(Dialogs, Review.OrderNumber, Review.Receipts.Count > 0) is { } reason)
        {
            await DecideAsync(() => Api.RejectPaymentAsync(Review.OrderId, reason, CancellationToken.None));
        }
    }

    private async Task DecideAsync(Func<Task<ApiResult<OrderView>>> decide)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var result = await decide();
        _busy = false;
        if (result.Ok)
        {
            Decisions.Add(result.Value);
        }
        else
        {
            Snackbar.Add(result.Problem.Sentence, Severity.Warning);
        }

        await OnDecided.InvokeAsync();
    }

    private async Task UndoAsync(Guid decisionId)
    {
        if (await Decisions.UndoAsync(Api, decisionId, CancellationToken.None) is { } problem)
        {
            Snackbar.Add(problem.Sentence, Severity.Warning);
        }

        await OnDecided.InvokeAsync();
    }
}
