namespace HaloAgent.AgentWorker.Agent.Tools;

/// <summary>
/// The arguments of one tool, as a record: what a brain decides and nothing else. Business, contact, prices and operation ids
/// come from the turn (<see cref="ToolRun"/>), never from a brain.
/// </summary>
/// <typeparam name="TResult">The facts that come back; stored in the turn's journal as JSON.</typeparam>
public interface IToolCall<TResult>;

/// <summary>On whose behalf a tool runs.</summary>
/// <param name="OperationId">The same call of the same turn has the same id, also when the turn is run again.</param>
/// <param name="MessageIds">The customer's messages that this turn answers.</param>
public sealed record ToolRun(
    Guid BusinessId, Guid ContactId, Guid ConversationId, Guid TurnId, string OperationId, IReadOnlyList<long> MessageIds);
