using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Compliance;

/// <summary>Empties old files that hang on no message: receipts which members uploaded. Those of an order that is open, or of a claim that waits, stay.</summary>
internal sealed class OldUploads(HaloDbContext db)
{
    public const int AtOnce = 50;

    /// <returns>How many; fewer than <see cref="AtOnce"/> means that none is left.</returns>
    public Task<int> RemoveAsync(Guid businessId, DateTimeOffset before, DateTimeOffset now, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        WITH old AS MATERIALIZED (
            SELECT a.id FROM media_assets a
            WHERE a.business_id = {businessId} AND a.message_id IS NULL AND a.removed_at IS NULL AND a.created_at < {before}
              AND NOT EXISTS (SELECT 1 FROM receipts r JOIN payments p ON p.id = r.payment_id JOIN orders o ON o.id = p.order_id
                              WHERE r.media_asset_id = a.id AND (p.status = 'Claimed' OR o.status NOT IN ('completed', 'cancelled', 'expired')))
            ORDER BY a.created_at LIMIT {AtOnce} FOR NO KEY UPDATE OF a SKIP LOCKED)
        UPDATE media_assets a SET encrypted_bytes = '', removed_at = {now} FROM old WHERE a.id = old.id
        """,
        cancellationToken);
}
