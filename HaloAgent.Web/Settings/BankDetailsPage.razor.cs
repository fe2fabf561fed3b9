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

    private BankDetailsForm? _form;
    private bool _mayEdit;
    private bool _saved;
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

    private void Note(BankDetailsView details) => (_waiting, _saved) = (details.WaitingCustomers, details.AccountNumber.Length > 0);

    private async Task SaveAsync()
    {
        SaveProblem = null;
        if (Busy || !_mayEdit)
        {
            return;
        }

        _form!.Tidy();
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
            Snackbar.Add(_saved ? "Saved. The agent tells customers at once." : "Removed. The agent says that you will send them.", Severity.Success);
        }
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
