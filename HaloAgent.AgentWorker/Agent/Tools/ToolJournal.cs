using System.Text.Json;
using HaloAgent.Agent;
using HaloAgent.Conversations;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Agent.Tools;

/// <summary>What this turn's tools were asked and answered: steps that committed with their effect, and those that wait for the turn to complete.</summary>
public sealed class ToolJournal
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly List<TurnStepDraft> waiting = [];
    private readonly List<string> results = [];
    private readonly List<object> values = [];
    private readonly HashSet<string> done = [];
    private int ordinal;

    /// <summary>What the tools answered in this turn, as JSON: the facts that a reply may state.</summary>
    internal IReadOnlyList<string> Results => results;

    /// <summary>Steps that no commit holds yet; they are written with the turn.</summary>
    internal IReadOnlyList<TurnStepDraft> Waiting => waiting;

    /// <summary>Those of them that the next effect takes along: changes of the cart, and answers of a model.</summary>
    internal IReadOnlyList<TurnStepDraft> ToCommit => [.. waiting.Where(step => step.OperationId is not null)];

    /// <summary>What the tools that succeeded answered, as it came from the use cases.</summary>
    internal IReadOnlyList<object> Values => values;

    /// <summary>The names of the tools that succeeded.</summary>
    internal IReadOnlySet<string> Done => done;

    internal int Calls => ordinal;

    /// <summary>What was made of the customer's words: known also when the turn breaks before its reply.</summary>
    internal Understood? Understood { get; set; }

    /// <summary>What a language model was asked in this run, recorded answers left out: known also when the turn breaks.</summary>
    internal ModelUse? Model { get; set; }

    /// <summary>Of what a model calls a tool; the column holds no more.</summary>
    private const int LongestName = 60;

    internal static string Write(object? value, Type type) => JsonSerializer.Serialize(value, type, Json);

    internal static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json)!;

    internal TurnStepDraft NextStep(string tool, string operationId, string? arguments) =>
        new(++ordinal, TurnStepKind.Tool, tool, operationId, arguments, null, TimeSpan.Zero);

    /// <summary>What a tool answered: facts for the reply.</summary>
    internal void Answered<TResult>(string tool, Outcome<TResult> outcome) => Answered(tool, outcome, Written(outcome));

    /// <summary>A result whose step is committed.</summary>
    internal Outcome<TResult> Committed<TResult>(string tool, TResult result, string json)
    {
        Answered<TResult>(tool, result, json);
        return result;
    }

    /// <param name="operationId">Of a change of the cart, which commits later; null for what has no effect.</param>
    internal Outcome<TResult> Remember<TResult>(string tool, string arguments, string? operationId, Outcome<TResult> outcome, TimeSpan took)
    {
        var answered = Written(outcome);
        Answered(tool, outcome, answered);
        var result = outcome.Succeeded ? answered : Write(new { refused = outcome.Failure.Code, outcome.Failure.Sentence }, typeof(object));
        waiting.Add(new TurnStepDraft(++ordinal, TurnStepKind.Tool, tool, outcome.Succeeded ? operationId : null, arguments, result, took));
        return outcome;
    }

    // A refusal states facts too: which orders may be meant, what is left.
    private static string Written<TResult>(Outcome<TResult> outcome) =>
        outcome.Succeeded ? Write(outcome.Value, typeof(TResult)) : Write(outcome.Failure, outcome.Failure.GetType());

    private void Answered<TResult>(string tool, Outcome<TResult> outcome, string json)
    {
        results.Add(json);
        if (outcome.Succeeded)
        {
            values.Add(outcome.Value!);
            done.Add(tool);
        }
    }

    /// <summary>A step that the next effect takes along, or the turn.</summary>
    internal void Leave(TurnStepDraft step) => waiting.Add(step);

    /// <summary>An effect took along what was to commit.</summary>
    internal void TookAlong() => waiting.RemoveAll(step => step.OperationId is not null);

    internal void Refused(string tool, string arguments, string why)
    {
        var name = tool.Length <= LongestName ? tool : tool[..LongestName];
        waiting.Add(new TurnStepDraft(++ordinal, TurnStepKind.Tool, name, null, arguments, Write(new { refused = why }, typeof(object)), TimeSpan.Zero));
    }

    internal void Note(TurnStepKind kind, string name, object facts) =>
        waiting.Add(new TurnStepDraft(++ordinal, kind, name, null, null, Write(facts, facts.GetType()), TimeSpan.Zero));
}
