using System.Security.Claims;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace HaloAgent.Web.Settings;

/// <summary>The owner says where customers pay, and sends it to those who wait for it; staff read it, and may send it.</summary>
public sealed partial class BankDetailsPage
{
    private const string Owner = "owner";

    private static readonly BankDetailsView NoAccount = new("", "", "", 0, 0);

    private BankDetailsForm? _form;
    private bool _mayEdit;
    private BankDetailsView _told = NoAccount;
    private int _waiting;

    [Inject]
    private CurrentSession Session { get; set; } = null!;

    private protected override object? Written => _form?.ToRequest();

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        _mayEdit = (await Session.GetUserAsync()).FindFirstValue(ClaimTypes.Role) == Owner;
        var details = await Api.GetBankDetailsAsync(stop);
        if (!details.Ok)
        {
            return details.Problem;
        }

        Note(details.Value);
        // Who only reads has nothing to lose: they see the newer one at once.
        Compare(_mayEdit ? _form?.Version : null, details.Value.Version, () => _form = BankDetailsForm.Of(details.Value));
        return null;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind is LiveEventKinds.ShopChanged or LiveEventKinds.EscalationChanged;

    private protected override void Forget() => _form = null;

    /// <summary>There is an account that customers are told.</summary>
    private bool Saved => _told.AccountNumber.Length > 0;

    private void Note(BankDetailsView details) => (_waiting, _told) = (details.WaitingCustomers, details);

    private async Task SaveAsync()
    {
        SaveProblem = null;
        if (Busy || !_mayEdit)
        {
            return;
        }

        _form!.Tidy();
        if (!await IsMeantAsync(_form.ToRequest()))
        {
            return;
        }

        var saved = await SaveAsync(
            () => Api.SaveBankDetailsAsync(_form.ToRequest(), Gone),
            details =>
            {
                Note(details);
                _form = BankDetailsForm.Of(details);
            },
            _form.Blame,
            "Somebody else changed this meanwhile. Show the newer one, then make your change again.");
        if (saved)
        {
            Snackbar.Add(Saved ? "Saved. The agent tells customers at once." : "Removed. The agent says that you will send them.", Severity.Success);
        }
    }

    /// <summary>Money that goes to a wrong account is gone: whoever changes one that customers know sees both side by side first.</summary>
    private async Task<bool> IsMeantAsync(SaveBankDetailsRequest wanted)
    {
        if (!Saved || (wanted.Bank, wanted.AccountNumber, wanted.AccountName) == (_told.Bank, _told.AccountNumber, _told.AccountName))
        {
            return true;
        }

        var removed = wanted is { Bank: "", AccountNumber: "", AccountName: "" };
        var before = $"{_told.Bank}, {_told.AccountNumber}, {_told.AccountName}";
        return await Dialogs.ShowMessageBoxAsync(
            removed ? "Take the account away?" : "Change the account?",
            removed
                ? $"Customers are no longer told {before}. The agent says that you will send your bank details."
                : $"Customers are told {wanted.Bank}, {wanted.AccountNumber}, {wanted.AccountName} from the next message on, and no longer {before}.",
            yesText: removed ? "Take it away" : "Change it", cancelText: "Go back") == true;
    }

    private async Task SendAsync()
    {
        SaveProblem = null;
        var sent = await WhileBusyAsync(() => Api.SendBankDetailsAsync(Gone));
        if (Refused(sent))
        {
            SaveProblem = sent.Problem!.Sentence;
            return;
        }

        _waiting = 0;
        Snackbar.Add(sent.Value!.Customers switch { 0 => "Nobody owed anything any more.", 1 => "Sent to 1 customer.", var many => $"Sent to {many} customers." }, Severity.Success);
        await CatchUpAsync();
    }
}
