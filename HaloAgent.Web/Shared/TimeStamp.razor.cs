using Microsoft.AspNetCore.Components;

namespace HaloAgent.Web.Shared;

/// <summary>A time that ages while it is looked at; the exact one on hover.</summary>
public sealed partial class TimeStamp : IDisposable
{
    [Parameter, EditorRequired]
    public DateTimeOffset Value { get; set; }

    [Parameter]
    public bool Brief { get; set; }

    [CascadingParameter]
    public ShopClock Clock { get; set; } = null!;

    [Inject]
    private Minute Minute { get; set; } = null!;

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            Minute.Ticked += OnTicked;
        }
    }

    public void Dispose() => Minute.Ticked -= OnTicked;

    private void OnTicked() => _ = InvokeAsync(StateHasChanged);
}
