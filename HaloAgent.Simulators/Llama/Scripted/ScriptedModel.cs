using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>
/// A small ordering model without any weights: hears the last words, plans the tools, calls what has not been called since, and
/// then says what came back. The same request always gets the same decision.
/// </summary>
internal static class ScriptedModel
{
    /// <summary>What it calls in one answer at most, when several calls are allowed.</summary>
    private const int MostCalls = 6;

    public static Decision Decide(ChatRequest asked)
    {
        var request = asked with { Tools = Usable(asked) };
        var wish = Ear.Hear(request.LastUserText);
        var waiting = Waiting(request, new Planner(request, wish).Plan());
        var next = waiting.Count > 0 && waiting[0].IsLookup ? waiting.TakeWhile(step => step.IsLookup) : waiting;
        var calls = next.Take(request.ParallelCalls ? MostCalls : 1).Select(step => step.Call).ToList();
        return calls.Count > 0 ? new Decision.Call(calls) : new Decision.Say(Sentences.For(request, wish));
    }

    private static IReadOnlyList<ToolOffer> Usable(ChatRequest request) => request.ToolChoice switch
    {
        "none" => [],
        "auto" or "required" => request.Tools,
        var named => [.. request.Tools.Where(tool => tool.Name == named)],
    };

    /// <summary>Without the steps that this turn has taken already: as many as there are answers of such a tool.</summary>
    private static List<PlannedStep> Waiting(ChatRequest request, IReadOnlyList<PlannedStep> plan)
    {
        var done = request.Results.Select(result => result.Tool).ToList();
        var waiting = new List<PlannedStep>();
        foreach (var step in plan)
        {
            var index = done.FindIndex(tool => tool == step.Call.Tool || ToolShelf.IsFor(step.Role, tool));
            if (index >= 0)
            {
                done.RemoveAt(index);
            }
            else
            {
                waiting.Add(step);
            }
        }

        return waiting;
    }
}
