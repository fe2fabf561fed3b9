namespace HaloAgent.Contracts.Overview;

/// <summary><c>GET /api/overview</c>: what needs a person, then today's figures in the shop's time zone.</summary>
/// <param name="Attention">The oldest of each kind, 20 at most.</param>
/// <param name="Waiting">How many there are of each kind, all of them; a kind that is not there has none.</param>
/// <param name="Latest">Of a kind whose list is full: the few that came last, newest first.</param>
public sealed record OverviewView(
    IReadOnlyList<AttentionItem> Attention, int OrdersToday, decimal PaidToday, decimal AwaitingPayment, int OpenConversations, int MessagesToday,
    IReadOnlyDictionary<string, int> OrdersByStatus, IReadOnlyDictionary<string, int> Waiting, IReadOnlyList<AttentionItem> Latest);

/// <param name="Kind">payment_review, escalation, failed_message, stuck_order or missing_bank_details.</param>
/// <param name="Id">The order or conversation it is about, if any.</param>
/// <param name="Amount">What the order costs; what the customer named stands in the title.</param>
/// <param name="Name">The customer's, where it is about one and we know it.</param>
/// <param name="ClaimSource">Of a payment review: what the claim rests on, one of <c>ClaimSources</c>.</param>
public sealed record AttentionItem(
    string Kind, Guid? Id, string Title, string Detail, decimal? Amount, DateTimeOffset Since, string? Name = null, string? ClaimSource = null);

/// <summary><c>GET /api/overview/agent</c>: how the agent answered in the last seven days.</summary>
/// <param name="Turns">Answered bursts of customers.</param>
/// <param name="WithoutModel">Of these, without a call of a language model.</param>
/// <param name="ModelCostUsd">By the prices configured when each turn was made.</param>
/// <param name="ModelMilliseconds">Waited for the model, all turns together.</param>
/// <param name="Guarded">Turns of which the guard had to change the reply.</param>
public sealed record AgentWeekView(DateTimeOffset Since, int Turns, int WithoutModel, long PromptTokens, long CompletionTokens, decimal ModelCostUsd, double ModelMilliseconds, int Guarded);
