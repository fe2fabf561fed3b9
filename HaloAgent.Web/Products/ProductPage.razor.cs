using HaloAgent.Contracts.Catalog;
using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using HaloAgent.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace HaloAgent.Web.Products;

/// <summary>Adds or edits a product.</summary>
public sealed partial class ProductPage
{
    private ProductForm? _form;
    private Guid? _shown;
    private bool _uploading;
    private string? _imageUrl;
    private int _pictureVersion;

    [Parameter]
    public Guid? Id { get; set; }

    private protected override object? Written => _form?.ToRequest();

    protected override Task OnParametersSetAsync()
    {
        if (_form is not null && _shown == Id)
        {
            return Task.CompletedTask;
        }

        _shown = Id;
        Forget();
        ShowLoading();
        return base.OnParametersSetAsync();
    }

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        if (Id is not { } id)
        {
            if (_form is null)
            {
                _form = new ProductForm();
                Settle();
            }

            return null;
        }

        var product = await Api.GetProductAsync(id, stop);
        if (!product.Ok)
        {
            return product.Problem;
        }

        _imageUrl = product.Value.ImageUrl;
        Compare(_form?.Version, product.Value.Version, () => _form = ProductForm.Of(product.Value));
        return null;
    }

    private protected override bool Concerns(LiveEvent change) => change.Kind == LiveEventKinds.ProductChanged && change.Id == Id;

    private protected override void Forget() => (_form, _imageUrl) = (null, null);

    private async Task SaveAsync()
    {
        SaveProblem = null;
        if (Busy || !_form!.IsComplete())
        {
            return;
        }

        var (isNew, made) = (Id is null, Guid.Empty);
        var saved = await SaveAsync(
            () => Id is { } id ? Api.SaveProductAsync(id, _form.ToRequest(), Gone) : Api.CreateProductAsync(_form.ToRequest(), Gone), Fill, _form.Blame,
            "Somebody else has changed this product in the meantime. Show the newer version, then make your change again.");
        if (saved)
        {
            Snackbar.Add(isNew ? "Added. The agent can offer it right away." : "Saved.", Severity.Success);
        }

        if (saved && isNew)
        {
            Navigation.NavigateTo($"/products/{made}", replace: true);
        }

        void Fill(ProductView product) => (_form, made) = (ProductForm.Of(product), product.Id);
    }

    private async Task UploadAsync(InputFileChangeEventArgs change)
    {
        var file = await PickedFile.ReadAsync(change.File, Gone);
        if (file.Problem is not null)
        {
            Snackbar.Add(file.Problem, Severity.Warning);
            return;
        }

        _uploading = true;
        var uploaded = await Api.UploadProductImageAsync(Id!.Value, file.Bytes, file.Name, file.ContentType, Gone);
        _uploading = false;
        if (Refused(uploaded))
        {
            Snackbar.Add(uploaded.Problem!.Sentence, Severity.Warning);
            return;
        }

        // Only the picture is new. The fields keep their version: what was sold since they were filled must not come back with them.
        _pictureVersion++;
        await ReadAsync();
    }

    private async Task DeleteAsync()
    {
        var sure = await Dialogs.ShowMessageBoxAsync(
            "Remove this product?", "Customers will no longer be able to order it. Orders already placed will keep it.", yesText: "Remove", cancelText: "Keep it");
        if (sure != true)
        {
            return;
        }

        var deleted = await WhileBusyAsync(() => Api.DeleteProductAsync(Id!.Value, Gone));
        if (Refused(deleted))
        {
            SaveProblem = deleted.Problem!.Sentence;
            await CatchUpAsync();
            return;
        }

        Settle();
        Snackbar.Add("Removed.", Severity.Success);
        Navigation.NavigateTo("/products");
    }
}
