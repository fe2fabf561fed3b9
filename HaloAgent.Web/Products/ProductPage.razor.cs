using HaloAgent.Contracts.Catalog;
using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using HaloAgent.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace HaloAgent.Web.Products;

/// <summary>Adds or edits a product. What is being typed is never overwritten by a change from elsewhere.</summary>
public sealed partial class ProductPage
{
    private ProductView? _product;
    private ProductForm? _form;
    private Guid? _shown;
    private bool _busy;
    private bool _uploading;
    private bool _changedElsewhere;
    private string? _saveProblem;
    private int _pictureVersion;

    [Parameter]
    public Guid? Id { get; set; }

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    protected override Task OnParametersSetAsync()
    {
        if (_form is not null && _shown == Id)
        {
            return Task.CompletedTask;
        }

        (_shown, _form, _product) = (Id, null, null);
        ShowLoading();
        return base.OnParametersSetAsync();
    }

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        if (Id is not { } id)
        {
            _form ??= new ProductForm();
            return null;
        }

        var product = await Api.GetProductAsync(id, stop);
        if (!product.Ok)
        {
            return product.Problem;
        }

        _changedElsewhere = _product is not null && _form is not null && product.Value.Version != _product.Version;
        if (_form is null)
        {
            (_product, _form) = (product.Value, ProductForm.Of(product.Value));
        }

        return null;
    }

    private protected override bool Concerns(LiveEvent change) => !_busy && change.Kind == LiveEventKinds.ProductChanged && change.Id == Id;

    private Task StartOverAsync()
    {
        (_form, _product, _saveProblem) = (null, null, null);
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
        var request = _form.ToRequest(_product?.Version);
        var saved = Id is { } id ? await Api.SaveProductAsync(id, request, Gone) : await Api.CreateProductAsync(request, Gone);
        _busy = false;
        if (Refused(saved))
        {
            _form.Blame(saved.Problem!.Errors);
            _saveProblem = saved.Problem.Kind == ProblemKind.Conflict
                ? "Somebody else changed this product meanwhile. Show the newer one, then make your change again."
                : saved.Problem.Sentence;
            _changedElsewhere = saved.Problem.Kind == ProblemKind.Conflict;
            return;
        }

        Snackbar.Add(Id is null ? "Added. The agent can offer it at once." : "Saved.", Severity.Success);
        (_product, _form, _changedElsewhere) = (saved.Value!, ProductForm.Of(saved.Value!), false);
        if (Id is null)
        {
            Navigation.NavigateTo($"/products/{saved.Value!.Id}", replace: true);
        }
    }

    private async Task UploadAsync(InputFileChangeEventArgs change)
    {
        var file = await PickedFile.ReadAsync(change.File, Gone);
        if (file.Problem is not null)
        {
            Snackbar.Add(file.Problem, Severity.Warning);
            return;
        }

        (_busy, _uploading) = (true, true);
        var uploaded = await Api.UploadProductImageAsync(Id!.Value, file.Bytes, file.Name, file.ContentType, Gone);
        (_busy, _uploading) = (false, false);
        if (Refused(uploaded))
        {
            Snackbar.Add(uploaded.Problem!.Sentence, Severity.Warning);
            return;
        }

        // What is typed stays; only the picture and the version are new.
        if ((await Api.GetProductAsync(Id.Value, Gone)).Value is { } product)
        {
            _product = product;
            _pictureVersion++;
        }
    }

    private async Task DeleteAsync()
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            "Remove this product?", "Customers can no longer order it. Orders that were placed keep it.", yesText: "Remove", cancelText: "Keep it");
        if (sure != true)
        {
            return;
        }

        _busy = true;
        var deleted = await Api.DeleteProductAsync(Id!.Value, Gone);
        _busy = false;
        if (Refused(deleted))
        {
            _saveProblem = deleted.Problem!.Sentence;
            return;
        }

        Snackbar.Add("Removed.", Severity.Success);
        Navigation.NavigateTo("/products");
    }
}
