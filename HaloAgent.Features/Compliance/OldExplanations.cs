using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Compliance;

/// <summary>
/// Deletes why the agent said what it said: the journal of turns that ended long ago. The turn itself stays, with what it cost and that
/// its explanation was removed.
/// </summary>
internal sealed class OldExplanations(HaloDbContext db)
{
    public const int AtOnce = 200;

    /// <param name="before">A turn that ended later keeps its explanation.</param>
    /// <returns>Of how many turns; fewer than <see cref="AtOnce"/> means that none is left.</returns>
    public Task<int> RemoveAsync(Guid businessId, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        WITH old AS MATERIALIZED (
            SELECT t.id FROM turns t
            WHERE t.business_id = {businessId} AND t.completed_at < {before} AND t.explanation_removed_at IS NULL AND t.status <> 'Running'
              AND NOT EXISTS (SELECT 1 FROM message_logs m WHERE m.conversation_id = t.conversation_id AND m.undelivered)
            ORDER BY t.completed_at LIMIT {AtOnce} FOR NO KEY UPDATE OF t SKIP LOCKED),
        gone AS (DELETE FROM turn_steps s USING old WHERE s.turn_id = old.id)
        UPDATE turns t SET explanation_removed_at = {now}, brain_reason = NULL, intent = NULL, confidence = NULL, language_confidence = NULL, trace_parent = NULL
        FROM old WHERE t.id = old.id
        """,
        cancellationToken);
}
