namespace HaloAgent.Simulators.Llama.Wire;

/// <summary>What was asked: the conversation and the tools on offer.</summary>
/// <param name="ParallelCalls">False: one call an answer.</param>
/// <param name="ToolChoice">auto, none, required, or the name of the one tool that must be called.</param>
/// <param name="PromptCharacters">Of messages and tools together; what tokens are counted by.</param>
internal sealed record ChatRequest(
    string Model, IReadOnlyList<ChatLine> Lines, IReadOnlyList<ToolOffer> Tools, bool ParallelCalls, string ToolChoice, int PromptCharacters)
{
    public string LastUserText => Lines.LastOrDefault(line => line.Role == "user")?.Text ?? "";

    public string SystemText => string.Join('\n', Lines.Where(line => line.Role == "system").Select(line => line.Text));

    public string? LastAnswer => Lines.LastOrDefault(line => line.Role == "assistant" && line.Calls.Count == 0 && line.Text.Length > 0)?.Text;

    /// <summary>What was called since the customer's last words, and what came back, in order.</summary>
    public IReadOnlyList<ToolResult> Results => [.. ResultsAfter(LastUserIndex)];

    /// <summary>Everything that tools answered in the whole conversation, oldest first.</summary>
    public IReadOnlyList<ToolResult> EarlierResults => [.. ResultsAfter(-1)];

    /// <summary>How often the model has answered since the customer's last words; calls of one answer may stand in messages of their own.</summary>
    public int Round => Lines.Skip(LastUserIndex + 1).Where(line => line.Role == "assistant").DistinctBy(AnswerOf).Count();

    /// <summary>The same for all rounds of a turn, whatever the prompt around it says: only what the customer wrote counts.</summary>
    public string TurnKey => string.Join('\u001f', Lines.Where(line => line.Role == "user").Select(line => line.Text));

    // "call_…_2" is the third call of the answer "call_…"; other ids say nothing.
    private static object AnswerOf(ChatLine line) =>
        line.Calls is [var first, ..] && first.Id.LastIndexOf('_') is var end && end > 0 && first.Id.IndexOf('_', StringComparison.Ordinal) < end ? first.Id[..end] : line;

    private int LastUserIndex
    {
        get
        {
            for (var i = Lines.Count - 1; i >= 0; i--)
            {
                if (Lines[i].Role == "user")
                {
                    return i;
                }
            }

            return -1;
        }
    }

    private IEnumerable<ToolResult> ResultsAfter(int index)
    {
        var calls = Lines.SelectMany(line => line.Calls).GroupBy(call => call.Id).ToDictionary(group => group.Key, group => group.Last());
        foreach (var line in Lines.Skip(index + 1).Where(line => line.Role == "tool"))
        {
            yield return calls.TryGetValue(line.CallId ?? "", out var call)
                ? new ToolResult(call.Name, call.Arguments, line.Text)
                : new ToolResult("", "{}", line.Text);
        }
    }
}

internal sealed record ToolResult(string Tool, string Arguments, string Answer);
