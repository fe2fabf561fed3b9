using HaloAgent.Contracts.Businesses;
using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using MudBlazor;

namespace HaloAgent.Web.Settings;

/// <summary>The owner says where customers pay, and sends it to those who wait for it; staff read it, and may send it.</summary>
public sealed partial class BankDetailsPage
{
    private static readonly BankDetailsView NoAccount = new("", "", "", 0, 0);

    private BankDetailsForm? _form;
    private BankDetailsView _told = NoAccount;

    private protected override object? Written => _form?.ToRequest();

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        await ReadRoleAsync();
        var details = await Api.GetBankDetailsAsync(stop);
        if (!details.Ok)
        {
            return details.Problem;
        }

        _told = details.Value;
        // Who only reads has nothing to lose: they see the newer one at once.
        Compare(IsOwner ? _form?.Version : null, details.Value.Version, () => _form = BankDetailsForm.Of(details.Value));
        return null;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind is LiveEventKinds.ShopChanged or LiveEventKinds.EscalationChanged;

    private protected override void Forget() => _form = null;

    /// <summary>There is an account that customers are told.</summary>
    private bool Saved => _told.AccountNumber.Length > 0;

    private static string Account(BankDetailsView account) => $"{account.Bank}, {account.AccountNumber}, {account.AccountName}";

    private static string Customers(int count, string one, string many) => count == 1 ? $"1 customer {one}" : $"{count} customers {many}";

    private async Task SaveAsync()
    {
        SaveProblem = null;
        if (Busy || !IsOwner)
        {
            return;
        }

        _form!.Tidy();
        if (!_form.Check())
        {
            SaveProblem = "Not saved yet: something above is missing or wrong.";
            return;
        }

        if (!await IsMeantAsync(_form.ToRequest()))
        {
            return;
        }

        var saved = await SaveAsync(
            () => Api.SaveBankDetailsAsync(_form.ToRequest(), Gone),
            details =>
            {
                _told = details;
                _form = BankDetailsForm.Of(details);
            },
            _form.Blame,
            "Somebody else has changed this in the meantime. Show the newer version, then make your change again.");
        if (saved)
        {
            Snackbar.Add(Saved ? "Saved. The agent will use them right away." : "Removed. The agent will say that you will send them.", Severity.Success);
        }
    }

    /// <summary>Money that goes to a wrong account is gone: whoever changes one that customers know sees both side by side first.</summary>
    private async Task<bool> IsMeantAsync(SaveBankDetailsRequest wanted)
    {
        if (!Saved || (wanted.Bank, wanted.AccountNumber, wanted.AccountName) == (_told.Bank, _told.AccountNumber, _told.AccountName))
        {
            return true;
        }

        return wanted is { Bank: "", AccountNumber: "", AccountName: "" }
            ? await IsMeantAsync(
                "Remove the account?", $"Customers will no longer be given {Account(_told)}. The agent will say that you will send your bank details.", "Remove it")
            : await IsMeantAsync(
                "Change the account?",
                $"From the next message on, customers will be given {wanted.Bank}, {wanted.AccountNumber}, {wanted.AccountName} instead of {Account(_told)}.", "Change it");
    }

    private async Task SendAsync()
    {
        SaveProblem = null;
        // Any member may press it, and what customers have read cannot be taken back.
        if (!await IsMeantAsync(
            "Send the bank details?", $"{Customers(_told.WaitingCustomers, "is waiting", "are waiting")} for them. Customers who still owe will be told to pay into {Account(_told)}. This cannot be undone.", "Send them"))
        {
            return;
        }

        var sent = await WhileBusyAsync(() => Api.SendBankDetailsAsync(Gone));
        if (Refused(sent))
        {
            SaveProblem = sent.Problem!.Sentence;
            return;
        }

        var (customers, optedOut) = (sent.Value!.Customers, sent.Value.OptedOutCustomers);
        _told = _told with { WaitingCustomers = 0, OptedOutCustomers = optedOut };
        Snackbar.Add(
            customers > 0 ? $"Sent to {(customers == 1 ? "1 customer" : $"{customers} customers")}." : optedOut > 0 ? "They were not sent to anybody." : "Nobody owes anything any more.",
            customers > 0 || optedOut == 0 ? Severity.Success : Severity.Warning);
        await CatchUpAsync();
    }
}
