using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace HaloAgent.Web.Products;

/// <summary>Edits the words that a shop's customers have for several of its goods. What is being typed is never overwritten.</summary>
public sealed partial class ShopWordsPage
{
    private ShopWordsForm? _form;
    private bool _busy;
    private bool _changedElsewhere;
    private string? _saveProblem;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        var words = await Api.GetSynonymsAsync(stop);
        if (!words.Ok)
        {
            return words.Problem;
        }

        _changedElsewhere = _form is not null && _form.Version != words.Value.Version;
        _form ??= ShopWordsForm.Of(words.Value);
        return null;
    }

    private protected override bool Concerns(LiveEvent change) => !_busy && change.Kind == LiveEventKinds.ProductChanged;

    private Task StartOverAsync()
    {
        (_form, _saveProblem) = (null, null);
        return ReadAsync();
    }

    private async Task SaveAsync()
    {
        _saveProblem = null;
        if (_busy || !_form!.IsComplete())
        {
            return;
        }

        _busy = true;
        var saved = await Api.SaveSynonymsAsync(_form.ToRequest(), Gone);
        _busy = false;
        if (Refused(saved))
        {
            _form.Blame(saved.Problem!.Errors);
            _changedElsewhere = saved.Problem.Kind == ProblemKind.Conflict;
            _saveProblem = _changedElsewhere ? "Somebody else changed these words meanwhile. Show the newer ones, then make your change again." : saved.Problem.Sentence;
            return;
        }

        Snackbar.Add("Saved. The agent knows these words at once.", Severity.Success);
        (_form, _changedElsewhere) = (ShopWordsForm.Of(saved.Value!), false);
    }
}
