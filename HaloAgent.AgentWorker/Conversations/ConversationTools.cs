using System.Text.Json.Serialization;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Conversations;

namespace HaloAgent.AgentWorker.Conversations;

/// <param name="Reason">By name: the journal holds it encrypted, and is the only place of a turn that says which matter it was.</param>
/// <param name="Detail">For the shop's people, in plain words.</param>
/// <param name="Language">In which the customer is answered; null: the one they spoke last.</param>
public sealed record EscalateCall([property: JsonConverter(typeof(JsonStringEnumConverter))] EscalationReason Reason, string? Detail, string? Language = null) : IToolCall<EscalationFacts>;

/// <summary>Station 9: how a brain asks for a person.</summary>
internal static class ConversationTools
{
    public static ToolCatalogue AddConversationTools(this ToolCatalogue tools) => tools
        .Add<EscalateCall, EscalationFacts>("escalate", "Asks a person of the shop to look into this conversation.", changes: true, (services, run, call, cancel) =>
            services.GetRequiredService<EscalateConversation>().HandleAsync(run.BusinessId, run.ConversationId, call.Reason, call.Detail, call.Language, Actor.Agent, cancel));
}
