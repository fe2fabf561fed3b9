using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace HaloAgent.Web.Payments;

/// <summary>Asks for the reason that the customer is told.</summary>
public sealed partial class RejectDialog
{
    private static readonly string[] Usual =
    [
        "The money has not arrived yet.",
        "The amount that arrived is less than the total.",
        "The receipt belongs to another payment.",
        "The receipt cannot be read. Please send it again.",
    ];

    private string _reason = "";
    private bool _tried;

    [CascadingParameter]
    public IMudDialogInstance Dialog { get; set; } = null!;

    [Parameter]
    public string OrderNumber { get; set; } = "";

    private bool IsEnough => _reason.Trim().Length >= 3;

    /// <summary>The reason, or null when the person thought better of it.</summary>
    internal static async Task<string?> AskAsync(IDialogService dialogs, string orderNumber)
    {
        var dialog = await dialogs.ShowAsync<RejectDialog>(
            "Reject", new DialogParameters<RejectDialog> { { asked => asked.OrderNumber, orderNumber } }, new DialogOptions { FullWidth = true, MaxWidth = MaxWidth.Small });
        return (await dialog.Result) is { Canceled: false, Data: string reason } ? reason : null;
    }

    private void Reject()
    {
        _tried = true;
        if (IsEnough)
        {
            Dialog.Close(DialogResult.Ok(_reason.Trim()));
        }
    }
}
