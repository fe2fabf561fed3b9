using System.Text.Json.Nodes;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies.Notations;

/// <summary>A call that the model wrote into its text instead of making it.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Behind its last character.</param>
internal sealed record WrittenCall(string Name, JsonNode? Arguments, int Start, int End);
