using HaloAgent.Contracts.Overview;

namespace HaloAgent.Web.Overview;

/// <summary>
/// Tells what has come since the last look. What was there at the first look is no news, and neither is what moves up in
/// a full list when something older is done.
/// </summary>
internal sealed class Arrivals
{
    /// <summary>Of two that begin at nearly the same time the earlier may be seen later.</summary>
    private static readonly TimeSpan Overtaken = TimeSpan.FromMinutes(1);
    private readonly HashSet<(string Kind, Guid? Id, DateTimeOffset Since)> _seen = [];
    private readonly Dictionary<string, DateTimeOffset> _newest = [];
    private bool _looked;

    /// <summary>Those of them that are new, the oldest first.</summary>
    public IReadOnlyList<AttentionItem> Among(IEnumerable<AttentionItem> items)
    {
        var unseen = items.Where(item => _seen.Add(item.Key())).OrderBy(item => item.Since).ToList();
        List<AttentionItem> news = _looked ? [.. unseen.Where(IsLate)] : [];
        foreach (var item in unseen)
        {
            _newest[item.Kind] = item.Since > _newest.GetValueOrDefault(item.Kind) ? item.Since : _newest[item.Kind];
        }

        _looked = true;
        return news;
    }

    private bool IsLate(AttentionItem item) => !_newest.TryGetValue(item.Kind, out var newest) || item.Since > newest - Overtaken;
}
