using HaloAgent.Contracts.Orders;
using HaloAgent.Web.Client;

namespace HaloAgent.Web.Orders;

/// <param name="What">What was decided, as a sentence.</param>
internal sealed record OpenDecision(Guid Id, string What, DateTimeOffset EffectiveAt);

/// <summary>
/// The decisions of this circuit that can still be undone. They are stored at the Api with the time at which they take
/// effect, so a closed browser loses nothing; this only feeds the bar that offers to undo.
/// </summary>
internal sealed class Decisions(TimeProvider time)
{
    private readonly List<OpenDecision> _open = [];

    public event Action? Changed;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OpenDecision> Open
    {
        get
        {
            _open.RemoveAll(decision => decision.EffectiveAt <= time.GetUtcNow());
            return _open;
        }
    }

    public void Add(OrderView order)
    {
        if (order.PendingDecision is { } decision)
        {
            _open.RemoveAll(open => open.Id == decision.Id);
            _open.Insert(0, new(decision.Id, OrderWords.Decided(order.OrderNumber, decision), decision.EffectiveAt));
            Changed?.Invoke();
        }
    }

    /// <summary>Takes the decision back. Null when that worked, else why it did not.</summary>
    public async Task<ApiProblem?> UndoAsync(HaloApi api, Guid decisionId, CancellationToken stop)
    {
        var result = await api.UndoAsync(decisionId, stop);
        if (result.Ok || result.Problem.Kind is ProblemKind.Conflict or ProblemKind.NotFound)
        {
            _open.RemoveAll(open => open.Id == decisionId);
            Changed?.Invoke();
        }

        return result.Problem;
    }
}
