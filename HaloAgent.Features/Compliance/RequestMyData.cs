using HaloAgent.Conversations;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Compliance;

/// <summary>
/// "Send me what you have of me", "delete my data": puts the request down and asks the shop's people. Nothing is sent or deleted here:
/// a person decides, because the one who writes may not be the one whose data it is.
/// </summary>
public sealed class RequestMyData(HaloDbContext db, EscalateConversation escalate, TimeProvider time)
{
    public Task<Outcome<DataRequested>> HandleAsync(
        Guid businessId, Guid contactId, Guid conversationId, DataRequestKind kind, long? evidence, CancellationToken cancellationToken) =>
        db.InTransactionAsync<DataRequested>(
            async () =>
            {
                // Also when they asked before: they read that the shop was told, so it is.
                var asked = await escalate.HandleAsync(businessId, conversationId, EscalationReason.DataRequest, Detail(kind), Actor.Customer, cancellationToken);
                if (!asked.Succeeded)
                {
                    return asked.Failure;
                }

                var open = await db.DataRequests.AsNoTracking()
                    .Where(r => r.BusinessId == businessId && r.ContactId == contactId && r.Kind == kind && r.DoneAt == null)
                    .OrderBy(r => r.AskedAt).FirstOrDefaultAsync(cancellationToken);
                if (open is not null)
                {
                    return new DataRequested(open.Id, kind, open.AskedAt, AskedBefore: true);
                }

                var request = DataRequest.Ask(businessId, contactId, conversationId, kind, evidence, time.GetUtcNow());
                db.DataRequests.Add(request);
                db.AuditEntries.Add(AuditEntry.Record(businessId, Actor.Customer, "data_requested", request.Id, kind.ToString(), request.AskedAt));
                await db.SaveChangesAsync(cancellationToken);
                return new DataRequested(request.Id, kind, request.AskedAt, AskedBefore: false);
            },
            cancellationToken);

    private static string Detail(DataRequestKind kind) => kind == DataRequestKind.Delete
        ? "The customer wants the data that the shop holds of them deleted."
        : "The customer wants a copy of the data that the shop holds of them.";
}

public sealed record DataRequested(Guid Id, DataRequestKind Kind, DateTimeOffset AskedAt, bool AskedBefore);
