using HaloAgent.Contracts.Live;
using HaloAgent.Contracts.Orders;
using HaloAgent.Web.Client;
using HaloAgent.Web.Payments;
using HaloAgent.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace HaloAgent.Web.Orders;

/// <summary>One order: what can happen next, what is in it, what happened so far.</summary>
public sealed partial class OrderPage
{
    private OrderView? _order;
    private Guid _shown;
    private bool _busy;
    private bool _uploading;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public ShopClock Clock { get; set; } = null!;

    [Inject]
    private Decisions Decisions { get; set; } = null!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    private string[] Moves => _order is null ? [] : [.. _order.AllowedMoves.Where(OrderWords.IsForMembers).OrderBy(Weight)];

    protected override Task OnParametersSetAsync()
    {
        if (_shown != Id)
        {
            (_shown, _order) = (Id, null);
            ShowLoading();
        }

        return base.OnParametersSetAsync();
    }

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        var order = await Api.GetOrderAsync(Id, stop);
        _order = order.Value ?? (order.Problem?.Kind == ProblemKind.NotFound ? null : _order);
        return order.Problem;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind == LiveEventKinds.OrderChanged && change.Id == Id;

    private async Task MoveAsync(OrderView order, string move)
    {
        var reason = move switch
        {
            OrderStatuses.PaymentRejected => await ReasonDialog.RejectPaymentAsync(Dialogs, order.OrderNumber, order.HasReceipt),
            OrderStatuses.Cancelled => await ReasonDialog.CancelOrderAsync(Dialogs, order.OrderNumber),
            _ => null,
        };
        if ((reason is null && Weight(move) > 0)
            || (move == OrderStatuses.Paid && !await ShortOfTotalDialog.MayApproveAsync(Dialogs, order.OrderNumber, order.Claim?.Amount, order.TotalAmount)))
        {
            return;
        }

        await ActAsync(() => move switch
        {
            OrderStatuses.Paid => Api.ApprovePaymentAsync(order.Id, Gone),
            OrderStatuses.PaymentRejected => Api.RejectPaymentAsync(order.Id, reason!, Gone),
            _ => Api.UpdateStatusAsync(order.Id, move, reason, Gone),
        });
    }

    private async Task UploadReceiptAsync(InputFileChangeEventArgs change)
    {
        var file = await PickedFile.ReadAsync(change.File, Gone);
        if (file.Problem is { } problem)
        {
            Snackbar.Add(problem, Severity.Warning);
            return;
        }

        _uploading = true;
        await ActAsync(() => Api.UploadReceiptAsync(Id, file.Bytes, file.Name, file.ContentType, Gone));
        _uploading = false;
    }

    private async Task ActAsync(Func<Task<ApiResult<OrderView>>> act)
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var result = await act();
        _busy = false;
        if (!Refused(result))
        {
            _order = result.Value;
            Decisions.Add(result.Value!);
        }
        else
        {
            Snackbar.Add(result.Problem!.Sentence, Severity.Warning);
            await ReadAsync();
        }
    }

    private async Task UndoAsync(Guid decisionId)
    {
        if (await Decisions.UndoAsync(Api, decisionId, Gone) is { } problem)
        {
            Snackbar.Add(problem.Sentence, Severity.Warning);
        }

        await ReadAsync();
    }

    private static int Weight(string move) => move switch
    {
        OrderStatuses.Cancelled => 2,
        OrderStatuses.PaymentRejected => 1,
        _ => 0,
    };

    /// <summary>What ends an order is the last thing to reach for, and looks so.</summary>
    private Variant LookOf(string move) => move == OrderStatuses.Cancelled ? Variant.Text : move == Moves[0] && Weight(move) == 0 ? Variant.Filled : Variant.Outlined;

    private static Color ColorOf(string move) => Weight(move) == 0 ? Color.Primary : Color.Error;

    private static string? KeyOf(string move) => move switch
    {
        OrderStatuses.Paid => "a",
        OrderStatuses.PaymentRejected => "r",
        _ => null,
    };
}
