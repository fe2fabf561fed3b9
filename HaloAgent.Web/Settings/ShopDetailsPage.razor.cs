using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using MudBlazor;

namespace HaloAgent.Web.Settings;

/// <summary>The owner says when the shop is open, where it is and where it delivers; staff read it.</summary>
public sealed partial class ShopDetailsPage
{
    private ShopDetailsForm? _form;
    private MudButton _add = null!;

    private protected override object? Written => _form?.ToRequest();

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        await ReadRoleAsync();
        var details = await Api.GetShopDetailsAsync(stop);
        if (!details.Ok)
        {
            return details.Problem;
        }

        // Who only reads has nothing to lose: they see the newer one at once.
        Compare(IsOwner ? _form?.Version : null, details.Value.Version, () => _form = ShopDetailsForm.Of(details.Value));
        return null;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind == LiveEventKinds.ShopChanged;

    private protected override void Forget() => _form = null;

    private async Task RemoveAsync(AreaRow area)
    {
        _form!.Areas.Remove(area);
        // The button that was pressed is gone; whoever goes by keyboard stays in the list.
        await _add.FocusAsync();
    }

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

        var saved = await SaveAsync(
            () => Api.SaveShopDetailsAsync(_form.ToRequest(), Gone), details => _form = ShopDetailsForm.Of(details), _form.Blame,
            "Somebody else has changed this in the meantime. Show the newer version, then make your change again.");
        if (saved)
        {
            Snackbar.Add("Saved. The agent will use it right away.", Severity.Success);
        }
    }
}
