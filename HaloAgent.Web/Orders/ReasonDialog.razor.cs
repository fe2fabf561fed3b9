using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace HaloAgent.Web.Orders;

/// <summary>Asks for the reason that the customer is told.</summary>
public sealed partial class ReasonDialog
{
    private static readonly string[] NotPaid =
    [
        "The money has not arrived yet.",
        "The amount that arrived is less than the total.",
    ];

    private static readonly string[] NotPaidInSpiteOfReceipt =
    [
        .. NotPaid,
        "The receipt belongs to another payment.",
        "The receipt cannot be read. Please send it again.",
    ];

    private static readonly string[] NotPossible =
    [
        "Something you ordered is finished.",
        "We cannot deliver to this address.",
        "We could not reach you.",
        "You asked us to cancel it.",
    ];

    private string _reason = "";
    private bool _tried;

    [CascadingParameter]
    public IMudDialogInstance Dialog { get; set; } = null!;

    [Parameter]
    public string Title { get; set; } = "";

    /// <summary>What becomes of it, below the title.</summary>
    [Parameter]
    public string Told { get; set; } = "";

    /// <summary>Reasons to tap.</summary>
    [Parameter]
    public IReadOnlyList<string> Usual { get; set; } = [];

    [Parameter]
    public string Button { get; set; } = "";

    private bool IsEnough => _reason.Trim().Length >= 3;

    /// <returns>The reason, or null when the person thought better of it.</returns>
    internal static Task<string?> RejectPaymentAsync(IDialogService dialogs, string orderNumber, bool hasReceipt) => AskAsync(
        dialogs, $"Reject the payment for #{orderNumber}", "The customer will be told why, in these words, and can pay and tell you again.",
        hasReceipt ? NotPaidInSpiteOfReceipt : NotPaid, "Reject the payment");

    /// <returns>The reason, or null when the person thought better of it.</returns>
    internal static Task<string?> CancelOrderAsync(IDialogService dialogs, string orderNumber) => AskAsync(
        dialogs, $"Cancel order #{orderNumber}", "The customer will be told why, in these words. Money they have paid is not refunded automatically.", NotPossible, "Cancel the order");

    private static async Task<string?> AskAsync(IDialogService dialogs, string title, string told, IReadOnlyList<string> usual, string button)
    {
        var parameters = new DialogParameters<ReasonDialog> { { asked => asked.Title, title }, { asked => asked.Told, told }, { asked => asked.Usual, usual }, { asked => asked.Button, button } };
        var dialog = await dialogs.ShowAsync<ReasonDialog>(title, parameters, new DialogOptions { FullWidth = true, MaxWidth = MaxWidth.Small });
        return (await dialog.Result) is { Canceled: false, Data: string reason } ? reason : null;
    }

    private void Close()
    {
        _tried = true;
        if (IsEnough)
        {
            Dialog.Close(DialogResult.Ok(_reason.Trim()));
        }
    }
}
