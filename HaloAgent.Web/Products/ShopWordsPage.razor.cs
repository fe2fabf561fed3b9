using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using MudBlazor;

namespace HaloAgent.Web.Products;

/// <summary>Edits the words that a shop's customers have for several of its goods.</summary>
public sealed partial class ShopWordsPage
{
    private ShopWordsForm? _form;

    private protected override object? Written => _form?.ToRequest();

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        var words = await Api.GetSynonymsAsync(stop);
        if (!words.Ok)
        {
            return words.Problem;
        }

        Compare(_form?.Version, words.Value.Version, () => _form = ShopWordsForm.Of(words.Value));
        return null;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind == LiveEventKinds.ProductChanged;

    private protected override void Forget() => _form = null;

    private async Task SaveAsync()
    {
        SaveProblem = null;
        if (Busy || !_form!.IsComplete())
        {
            return;
        }

        var saved = await SaveAsync(
            () => Api.SaveSynonymsAsync(_form.ToRequest(), Gone), words => _form = ShopWordsForm.Of(words), _form.Blame,
            "Somebody else has changed these words in the meantime. Show the newer ones, then make your change again.");
        if (saved)
        {
            Snackbar.Add("Saved. The agent will use these words right away.", Severity.Success);
        }
    }
}
