namespace HaloAgent.Data;

/// <summary>
/// Works off what is due, each in a transaction of its own. One that fails does not keep those due after it waiting: it is left out
/// for the rest of the round, said at its end, and tried again in the next.
/// </summary>
internal sealed class DueRound(HaloDbContext db)
{
    private readonly List<Guid> failed = [];
    private readonly List<Exception> failures = [];
    private Guid? taken;

    /// <summary>What not to take again in this round.</summary>
    public IReadOnlyList<Guid> LeftOut => failed;

    /// <summary>Says which one is being dealt with, before it is.</summary>
    public void Take(Guid id) => taken = id;

    /// <param name="next">Takes the next that is due and deals with it; a refusal means that none is left.</param>
    /// <returns>How many were dealt with; fewer than <paramref name="atMost"/> means that none is left.</returns>
    /// <exception cref="AggregateException">The others were dealt with, these were not.</exception>
    public async Task<int> RunAsync<T>(int atMost, Func<Task<Outcome<T>>> next, CancellationToken cancellationToken)
    {
        var done = 0;
        while (done + failed.Count < atMost && await TryNextAsync(next, cancellationToken) is { } dealtWith)
        {
            done += dealtWith;
            db.ChangeTracker.Clear();
            db.Announcements.Clear();
            db.AtCommit.Clear();
        }

        return failures.Count == 0 ? done : throw new AggregateException($"{failures.Count} of what was due could not be dealt with.", failures);
    }

    /// <returns>Null if none is left.</returns>
    private async Task<int?> TryNextAsync<T>(Func<Task<Outcome<T>>> next, CancellationToken cancellationToken)
    {
        taken = null;
        try
        {
            return (await db.InTransactionAsync(next, cancellationToken)).Succeeded ? 1 : null;
        }
        catch (Exception failure) when (taken is not null && !cancellationToken.IsCancellationRequested)
        {
            // With the database away nothing can be taken, and that is thrown at once.
            failed.Add(taken.Value);
            failures.Add(failure);
            return 0;
        }
    }
}
