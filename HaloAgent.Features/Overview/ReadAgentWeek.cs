using HaloAgent.Contracts.Overview;
using HaloAgent.Conversations;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Overview;

/// <summary>How the agent answered in the last seven days, and what its language model cost.</summary>
public sealed class ReadAgentWeek(HaloDbContext db, TimeProvider time)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public async Task<AgentWeekView> HandleAsync(Guid businessId, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Week;
        var turns = TurnsSince(businessId, since);
        var sums = await turns.GroupBy(_ => 1).Select(all => new
        {
            Count = all.Count(),
            WithoutModel = all.Count(t => t.ModelCalls == 0),
            Prompt = all.Sum(t => (long)t.PromptTokens),
            Completion = all.Sum(t => (long)t.CompletionTokens),
            Cost = all.Sum(t => t.ModelCost),
            Waited = all.Sum(t => t.ModelMs),
        }).SingleOrDefaultAsync(cancellationToken);
        var guarded = await turns.CountAsync(t => t.Steps.Any(s => s.Kind == TurnStepKind.Guard), cancellationToken);
        return sums is null
            ? new AgentWeekView(since, 0, 0, 0, 0, 0, 0, 0)
            : new AgentWeekView(since, sums.Count, sums.WithoutModel, sums.Prompt, sums.Completion, sums.Cost, sums.Waited, guarded);
    }

    /// <summary>By way of the conversations of these days: turns have no index by shop and day, and need none for this.</summary>
    private IQueryable<Turn> TurnsSince(Guid businessId, DateTimeOffset since) =>
        db.Conversations.Where(c => c.BusinessId == businessId && c.LastMessageAt >= since)
            .SelectMany(c => db.Turns.Where(t => t.ConversationId == c.Id && t.StartedAt >= since && t.Status == TurnStatus.Completed));
}
