namespace HaloAgent.Simulators.Llama.Wire;

/// <summary>One message of the conversation that the request carries.</summary>
/// <param name="Role">system, user, assistant or tool.</param>
/// <param name="CallId">Of a tool's answer: the call that it answers.</param>
internal sealed record ChatLine(string Role, string Text, IReadOnlyList<ChatCall> Calls, string? CallId);

/// <summary>A call that the assistant made earlier.</summary>
internal sealed record ChatCall(string Id, string Name, string Arguments);
