using System.Security.Claims;
using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace HaloAgent.Web.Settings;

/// <summary>The owner writes the shop's terms and sample answers; staff read them. What is being typed is never overwritten.</summary>
public sealed partial class ShopProfilePage
{
    private const string Owner = "owner";

    private ShopProfileForm? _form;
    private bool _mayEdit;
    private bool _busy;
    private bool _changedElsewhere;
    private string? _saveProblem;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private CurrentSession Session { get; set; } = null!;

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        _mayEdit = (await Session.GetUserAsync()).FindFirstValue(ClaimTypes.Role) == Owner;
        var profile = await Api.GetShopProfileAsync(stop);
        if (!profile.Ok)
        {
            return profile.Problem;
        }

        _changedElsewhere = _form is not null && _form.Version != profile.Value.Version;
        if (_changedElsewhere && !_mayEdit)
        {
            (_form, _changedElsewhere) = (null, false);
        }

        _form ??= ShopProfileForm.Of(profile.Value);
        return null;
    }

    private protected override bool Concerns(LiveEvent change) => !_busy && change.Kind == LiveEventKinds.ShopChanged;

    private Task StartOverAsync()
    {
        (_form, _saveProblem) = (null, null);
        return ReadAsync();
    }

    private async Task SaveAsync()
    {
        _saveProblem = null;
        if (_busy || !_mayEdit)
        {
            return;
        }

        _form!.Tidy();
        _busy = true;
        var saved = await Api.SaveShopProfileAsync(_form.ToRequest(), Gone);
        _busy = false;
        if (Refused(saved))
        {
            _form.Blame(saved.Problem!.Errors);
            _changedElsewhere = saved.Problem.Kind == ProblemKind.Conflict;
            _saveProblem = _changedElsewhere ? "Somebody else changed this meanwhile. Show the newer one, then make your change again." : saved.Problem.Sentence;
            return;
        }

        Snackbar.Add("Saved. The agent knows it at once.", Severity.Success);
        (_form, _changedElsewhere) = (ShopProfileForm.Of(saved.Value!), false);
    }
}
