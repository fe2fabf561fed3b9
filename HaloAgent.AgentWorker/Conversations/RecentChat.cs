using HaloAgent.Agent;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>Reads what was said in a chat before a burst, for a brain that wants to know.</summary>
internal sealed class RecentChat(IServiceScopeFactory scopes)
{
    public async Task<IReadOnlyList<RecentMessage>> ReadAsync(ClaimedTurn turn, int most, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReadRecentMessages>()
            .HandleAsync(turn.Conversation.BusinessId, turn.Conversation.Id, turn.Messages[0].Id, most, cancellationToken);
    }
}
