using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using MudBlazor;

namespace HaloAgent.Web.Settings;

/// <summary>The owner writes the shop's terms and sample answers; staff read them.</summary>
public sealed partial class ShopProfilePage
{
    private ShopProfileForm? _form;

    private protected override object? Written => _form?.ToRequest();

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        await ReadRoleAsync();
        var profile = await Api.GetShopProfileAsync(stop);
        if (!profile.Ok)
        {
            return profile.Problem;
        }

        // Who only reads has nothing to lose: they see the newer one at once.
        Compare(IsOwner ? _form?.Version : null, profile.Value.Version, () => _form = ShopProfileForm.Of(profile.Value));
        return null;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind == LiveEventKinds.ShopChanged;

    private protected override void Forget() => _form = null;

    private async Task SaveAsync()
    {
        SaveProblem = null;
        if (Busy || !IsOwner)
        {
            return;
        }

        _form!.Tidy();
        var saved = await SaveAsync(
            () => Api.SaveShopProfileAsync(_form.ToRequest(), Gone), profile => _form = ShopProfileForm.Of(profile), _form.Blame,
            "Somebody else has changed this in the meantime. Show the newer version, then make your change again.");
        if (saved)
        {
            Snackbar.Add("Saved. The agent will use it right away.", Severity.Success);
        }
    }
}
