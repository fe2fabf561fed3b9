using HaloAgent.Web.Shared;
using MudBlazor;

namespace HaloAgent.Web.Payments;

/// <summary>
/// Asks before a payment is approved of which the customer named less than the order costs: they would then read that the
/// whole sum is confirmed. Whoever named the whole sum, or none, is approved in one tap.
/// </summary>
internal static class ShortOfTotal
{
    public static async Task<bool> MayApproveAsync(IDialogService dialogs, string orderNumber, decimal? named, decimal total) =>
        named is not { } less || less >= total || await dialogs.ShowMessageBoxAsync(
            $"Approve #{orderNumber} as paid in full?",
            $"Customer named {Naira.Format(less)}, the order is {Naira.Format(total)}. Approve only if the full {Naira.Format(total)} is in your account.",
            yesText: $"Approve {Naira.Format(total)}",
            cancelText: "Not yet") == true;
}
