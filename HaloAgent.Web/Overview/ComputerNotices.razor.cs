using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HaloAgent.Web.Overview;

/// <summary>
/// Whether the computer may say what is new, as this browser remembers it. The button is heard by js/notices.js: browsers
/// show their question only during a click, and a click that went to the server and back counts no more.
/// </summary>
public sealed partial class ComputerNotices : IAsyncDisposable
{
    private DotNetObjectReference<ComputerNotices>? _self;
    private string? _state;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    /// <param name="state">on, off, unanswered, denied or unsupported.</param>
    [JSInvokable]
    public void Show(string state)
    {
        _state = state;
        StateHasChanged();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            Show(await Script.InvokeAsync<string>("haloNotices.watch", _self));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_self is null)
        {
            return;
        }

        try
        {
            await Script.InvokeVoidAsync("haloNotices.watch", (object?)null);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its watching with it.
        }

        _self.Dispose();
    }
}
