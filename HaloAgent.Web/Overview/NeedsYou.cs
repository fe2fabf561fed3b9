using HaloAgent.Contracts.Overview;

namespace HaloAgent.Web.Overview;

/// <summary>
/// What waits for a person, as the navigation read it last. One a circuit: the tab's title and the notices follow it, so
/// that it is read once.
/// </summary>
internal sealed class NeedsYou
{
    private OverviewView? _overview;

    public event Action? Changed;

    /// <summary>All of it, whether listed or not.</summary>
    public int Count => _overview?.Waiting.Values.Sum() ?? 0;

    public void Read(OverviewView overview)
    {
        _overview = overview;
        Changed?.Invoke();
    }

    /// <summary>The items that are known one by one; not all, where a list is full.</summary>
    public IEnumerable<AttentionItem> Known => _overview is null ? [] : _overview.Attention.Concat(_overview.Latest);

    public bool IsOnStartPage(AttentionItem item) => _overview?.Attention.Any(other => other.Key() == item.Key()) ?? false;

    /// <summary>Whether it certainly waits no more. Where a list is full, what is not on it may wait all the same.</summary>
    public bool IsSettled(AttentionItem item) =>
        _overview is not null
        && !Known.Any(other => other.Key() == item.Key())
        && _overview.Waiting.GetValueOrDefault(item.Kind) <= _overview.Attention.Count(other => other.Kind == item.Kind);
}
