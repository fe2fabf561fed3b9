using HaloAgent.Web.Client;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace HaloAgent.Web.Orders;

/// <summary>Stands at the foot of every page for the few seconds in which a decision can be taken back.</summary>
public sealed partial class UndoBar : IDisposable
{
    private ITimer? _timer;
    private bool _undoing;

    [Inject]
    private Decisions Decisions { get; set; } = null!;

    [Inject]
    private HaloApi Api { get; set; } = null!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    protected override void OnInitialized() => Decisions.Changed += OnChanged;

    public void Dispose()
    {
        Decisions.Changed -= OnChanged;
        _timer?.Dispose();
    }

    private int Seconds(OpenDecision decision) => Math.Max(0, (int)Math.Ceiling((decision.EffectiveAt - Time.GetUtcNow()).TotalSeconds));

    private async Task UndoAsync(Guid decisionId)
    {
        _undoing = true;
        var problem = await Decisions.UndoAsync(Api, decisionId, CancellationToken.None);
        _undoing = false;
        switch (problem)
        {
            case null:
                Snackbar.Add("Undone. The customer was not told anything.", Severity.Success);
                break;
            case { Kind: ProblemKind.Conflict or ProblemKind.NotFound }:
                Snackbar.Add("Too late to undo: it has taken effect and the customer has been told.", Severity.Warning);
                break;
            default:
                Snackbar.Add(problem.Sentence, Severity.Error);
                break;
        }
    }

    private void OnChanged() => _ = InvokeAsync(() =>
    {
        _timer ??= Time.CreateTimer(_ => OnTick(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        StateHasChanged();
    });

    private void OnTick() => _ = InvokeAsync(() =>
    {
        if (Decisions.Open.Count == 0)
        {
            _timer?.Dispose();
            _timer = null;
        }

        StateHasChanged();
    });
}
