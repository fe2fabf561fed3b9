using Microsoft.AspNetCore.Components;

namespace HaloAgent.Web.Shared;

/// <summary>Searches while one types, a moment after the last key.</summary>
public sealed partial class SearchField : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);
    private ITimer? _timer;
    private string _typed = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    public void Dispose() => _timer?.Dispose();

    private void WaitAsync(ChangeEventArgs change)
    {
        _typed = change.Value?.ToString() ?? "";
        _timer?.Dispose();
        _timer = Time.CreateTimer(_ => InvokeAsync(SearchAsync), null, Moment, Timeout.InfiniteTimeSpan);
    }

    private async Task SearchAsync()
    {
        _timer?.Dispose();
        var value = _typed.Trim();
        if (value != (Value ?? ""))
        {
            await ValueChanged.InvokeAsync(value.Length == 0 ? null : value);
        }
    }
}
