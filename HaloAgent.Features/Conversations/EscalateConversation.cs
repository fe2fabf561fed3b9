using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>
/// Asks for a person in a conversation. Open once per reason: asking again adds what is new to the request that stands. The dashboards
/// show it at once, with what a person has to know to go on.
/// </summary>
public sealed class EscalateConversation(HaloDbContext db, PersonalDataCipher cipher, BriefThePerson brief, TimeProvider time)
{
    public Task<Outcome<EscalationFacts>> HandleAsync(
        Guid businessId, Guid conversationId, EscalationReason reason, string? detail, Actor by, CancellationToken cancellationToken) =>
        HandleAsync(businessId, conversationId, reason, detail, language: null, by, cancellationToken);

    /// <summary>For when what the brief is put together from cannot be read: a person has to come all the same.</summary>
    public Task<Outcome<EscalationFacts>> WithoutBriefAsync(
        Guid businessId, Guid conversationId, EscalationReason reason, string? detail, Actor by, CancellationToken cancellationToken) =>
        RunAsync(businessId, conversationId, reason, detail, (_, _) => Task.FromResult<PersonBrief?>(null), by, cancellationToken);

    /// <param name="language">In which the customer is answered now; null: the one they spoke last.</param>
    public Task<Outcome<EscalationFacts>> HandleAsync(
        Guid businessId, Guid conversationId, EscalationReason reason, string? detail, string? language, Actor by, CancellationToken cancellationToken) =>
        RunAsync(businessId, conversationId, reason, detail, (why, stop) => brief.HandleAsync(businessId, conversationId, why, language, stop), by, cancellationToken);

    private Task<Outcome<EscalationFacts>> RunAsync(
        Guid businessId, Guid conversationId, EscalationReason reason, string? detail, Func<EscalationReason, CancellationToken, Task<PersonBrief?>> briefed, Actor by,
        CancellationToken cancellationToken) =>
        db.InTransactionAsync<EscalationFacts>(
            async () =>
            {
                var opened = await OpenAsync(businessId, conversationId, reason, detail, cancellationToken);
                var escalation = (await db.Escalations
                    .FromSql($"""
                              SELECT * FROM escalations WHERE conversation_id = {conversationId} AND business_id = {businessId}
                              AND reason = {reason.ToString()} AND resolved_at IS NULL FOR NO KEY UPDATE
                              """)
                    .ToListAsync(cancellationToken)).SingleOrDefault();
                if (escalation is null)
                {
                    return TakeOverConversation.NoSuchConversation;
                }

                if (opened)
                {
                    db.AuditEntries.Add(AuditEntry.Record(businessId, by, "conversation_escalated", conversationId, reason.ToString(), time.GetUtcNow()));
                }
                else if (detail is not null)
                {
                    escalation.Add(detail);
                }

                if (await briefed(reason, cancellationToken) is { } known)
                {
                    escalation.Brief(known);
                }

                db.Announcements.Changed(LiveEventKinds.EscalationChanged, businessId, conversationId);
                await db.SaveChangesAsync(cancellationToken);
                return new EscalationFacts(escalation.Id, reason, AlreadyOpen: !opened);
            },
            cancellationToken);

    private async Task<bool> OpenAsync(
        Guid businessId, Guid conversationId, EscalationReason reason, string? detail, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var sealedDetail = detail is null ? null : cipher.Encrypt(detail);
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO escalations (id, business_id, conversation_id, contact_id, reason, detail, opened_at)
            SELECT {Guid.CreateVersion7(now)}, business_id, id, contact_id, {reason.ToString()}, {sealedDetail}, {now}
            FROM conversations WHERE id = {conversationId} AND business_id = {businessId}
            ON CONFLICT (conversation_id, reason) WHERE resolved_at IS NULL DO NOTHING
            """,
            cancellationToken) > 0;
    }
}

public sealed record EscalationFacts(Guid Id, EscalationReason Reason, bool AlreadyOpen);
