using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HaloAgent.Compliance;

/// <summary>
/// Deletes personal data that has been kept for long enough, business by business, in small batches. What waits for anybody stays
/// whatever its age, and so do the facts that accounting and proof need: orders, payments, points, consents and the audit trail. Any
/// number of workers may do this at once; each takes the next business that nobody holds.
/// </summary>
public sealed partial class ApplyRetention(HaloDbContext db, IOptions<RetentionOptions> options, TimeProvider time, ILogger<ApplyRetention> logger)
{
    private readonly OldExplanations explanations = new(db);
    private readonly OldMessages messages = new(db);
    private readonly OldUploads uploads = new(db);

    /// <returns>How many batches were made; fewer than <paramref name="atMost"/> means that nothing is due.</returns>
    /// <exception cref="AggregateException">The other businesses were dealt with, these could not be.</exception>
    public async Task<int> HandleAsync(int atMost, CancellationToken cancellationToken)
    {
        await BeginWithNewBusinessesAsync(cancellationToken);
        var round = new DueRound(db);
        List<(Guid Business, RemovedData Removed)> finished = [];
        try
        {
            return await round.RunAsync(atMost, () => NextBatchAsync(round, finished, cancellationToken), cancellationToken);
        }
        finally
        {
            // Only now is it committed.
            foreach (var (business, removed) in finished.Where(one => !round.LeftOut.Contains(one.Business)))
            {
                Log.Removed(logger, business, removed.Explanations, removed.Messages, removed.Files);
            }
        }
    }

    private Task<int> BeginWithNewBusinessesAsync(CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO retention_rounds (business_id, due_at, reached_conversation_id, explanations, messages, files)
        SELECT b.id, {time.GetUtcNow()}, {Guid.Empty}, 0, 0, 0 FROM businesses b
        WHERE NOT EXISTS (SELECT 1 FROM retention_rounds r WHERE r.business_id = b.id)
        ON CONFLICT DO NOTHING
        """,
        cancellationToken);

    private async Task<Outcome<Guid>> NextBatchAsync(DueRound due, List<(Guid Business, RemovedData Removed)> finished, CancellationToken cancellationToken)
    {
        var next = await db.RetentionRounds
            .FromSql($"""
                      SELECT * FROM retention_rounds WHERE due_at <= {time.GetUtcNow()} AND business_id <> ALL({due.LeftOut.ToArray()})
                      ORDER BY due_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
                      """)
            .ToListAsync(cancellationToken);
        if (next is not [var round])
        {
            return NothingDue;
        }

        due.Take(round.BusinessId);
        if (await RemoveAsync(round, cancellationToken) && Finish(round) is { IsNothing: false } removed)
        {
            finished.Add((round.BusinessId, removed));
        }

        await db.SaveChangesAsync(cancellationToken);
        return round.BusinessId;
    }

    /// <returns>Whether the business has been looked through.</returns>
    private async Task<bool> RemoveAsync(RetentionRound round, CancellationToken cancellationToken)
    {
        var (now, keep) = (time.GetUtcNow(), options.Value);
        var explained = await explanations.RemoveAsync(round.BusinessId, now - keep.Explanations, now, cancellationToken);
        var walk = await messages.RemoveAsync(round.BusinessId, round.ReachedConversationId, now - keep.Messages, now - keep.RestsAfter, now, cancellationToken);
        var uploaded = await uploads.RemoveAsync(round.BusinessId, now - keep.Messages, now, cancellationToken);
        round.Add(new RemovedData(explained, walk.Messages, walk.Files + uploaded));
        round.GoOn(walk.Reached, now);
        return walk.IsAtTheEnd && explained < OldExplanations.AtOnce && uploaded < OldUploads.AtOnce;
    }

    private RemovedData Finish(RetentionRound round)
    {
        var (now, removed) = (time.GetUtcNow(), round.Removed);
        round.Finish(now + options.Value.Every);
        if (!removed.IsNothing)
        {
            db.AuditEntries.Add(AuditEntry.Record(round.BusinessId, Actor.System, "retention_applied", round.BusinessId, removed.ToString(), now));
        }

        return removed;
    }

    private static readonly Failure NothingDue = Failure.NotFound("business");

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Retention removed {Explanations} explanations, {Messages} messages and {Files} files of business {Business}")]
        public static partial void Removed(ILogger logger, Guid business, int explanations, int messages, int files);
    }
}
