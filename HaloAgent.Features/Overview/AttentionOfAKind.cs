using HaloAgent.Contracts.Overview;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Overview;

/// <summary>What waits for a person, as <see cref="OverviewView"/> tells it.</summary>
public sealed record FoundAttention(IReadOnlyList<AttentionItem> Oldest, IReadOnlyList<AttentionItem> Latest, IReadOnlyDictionary<string, int> Waiting)
{
    internal static FoundAttention Of(IReadOnlyList<AttentionOfAKind> kinds) => new(
        [.. kinds.SelectMany(kind => kind.Oldest)],
        [.. kinds.SelectMany(kind => kind.Latest)],
        kinds.Where(kind => kind.Waiting > 0).ToDictionary(kind => kind.Kind, kind => kind.Waiting));
}

/// <summary>All of one kind are counted; the oldest are listed, and those that came last where the list leaves them out.</summary>
internal sealed record AttentionOfAKind(string Kind, IReadOnlyList<AttentionItem> Oldest, IReadOnlyList<AttentionItem> Latest, int Waiting)
{
    private const int MostListed = 20;
    private const int MostLatest = 5;

    public static AttentionOfAKind Of(string kind, IReadOnlyList<AttentionItem> items) => new(kind, items, [], items.Count);

    public static async Task<AttentionOfAKind> ReadAsync<T>(string kind, IQueryable<T> oldestFirst, Func<T, AttentionItem> item, CancellationToken cancellationToken)
    {
        var rows = await oldestFirst.Take(MostListed + 1).ToListAsync(cancellationToken);
        if (rows.Count <= MostListed)
        {
            return Of(kind, [.. rows.Select(item)]);
        }

        // Counted only now: on nearly every day in nearly every shop the list is all there is.
        var waiting = await oldestFirst.CountAsync(cancellationToken);
        var latest = await oldestFirst.Reverse().Take(Math.Min(MostLatest, Math.Max(1, waiting - MostListed))).ToListAsync(cancellationToken);
        return new AttentionOfAKind(kind, [.. rows.Take(MostListed).Select(item)], [.. latest.Select(item)], waiting);
    }
}
