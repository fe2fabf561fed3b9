using HaloAgent.Agent;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.Conversations;

namespace HaloAgent.AgentWorker.Agent.Tools;

/// <summary>
/// Station 9, act: between a brain's wish and a use case. A tool of the cart works in memory and commits with the turn; any other
/// that changes something runs fenced by the conversation's epoch, and its effect, operation id and journal step commit together.
/// Before: a brain (station 8). After: the use case.
/// </summary>
public sealed class ToolCallFilter(IServiceScopeFactory scopes, ToolCatalogue catalogue, TimeProvider time)
{
    internal async Task<Outcome<TResult>> RunAsync<TResult>(
        ToolBox turn, ToolRun run, IToolCall<TResult> call, string arguments, CancellationToken cancellationToken)
    {
        var tool = (ToolDefinition<TResult>)catalogue[call.GetType()];
        using var activity = AgentTelemetry.Source.StartActivity("tool " + tool.Name);
        var made = new MadeCall<TResult>(turn, tool, run, call, arguments, time.GetTimestamp());
        turn.Running = tool.Name;
        var outcome = tool switch
        {
            { IsOfCart: true } => await OnCartAsync(made, cancellationToken),
            { Changes: true } => await FencedAsync(made, cancellationToken),
            _ => await ReadAsync(made, cancellationToken),
        };
        turn.Running = null;
        if (tool.Changes && outcome.Succeeded)
        {
            await FaultPoint.ReachAsync("after-tool " + tool.Name);
        }

        activity?.SetTag("halo.tool.outcome", outcome.Succeeded ? "ok" : outcome.Failure.Code);
        return outcome;
    }

    /// <summary>
    /// The recorded answer of an earlier run of this turn, or a new one. It is committed with the first effect that comes of it, or with
    /// the turn: as long as neither has happened, another answer does no harm.
    /// </summary>
    internal async Task<string> RecordAsync(
        ToolBox turn, string name, string operationId, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        var step = turn.Journal.NextStep(name, operationId, null) with { Kind = TurnStepKind.Model };
        if (turn.Recorded(operationId) is { } recorded)
        {
            return recorded;
        }

        var started = time.GetTimestamp();
        var answer = await ask(cancellationToken);
        turn.Journal.Leave(step with { Result = answer, Took = time.GetElapsedTime(started) });
        await FaultPoint.ReachAsync("after-model");
        return answer;
    }

    private async Task<Outcome<TResult>> OnCartAsync<TResult>(MadeCall<TResult> made, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var journal = made.Turn.Journal;
        if (made.Turn.Recorded(made.Run.OperationId) is { } before)
        {
            // An earlier run of this turn committed it with another tool's effect: the cart that was read holds it already.
            return journal.Committed(made.Tool.Name, ToolJournal.Read<TResult>(before), before);
        }

        var outcome = await made.Tool.RunAsync(NoServices.Instance, made.Run, made.Turn.Cart, made.Call, cancellationToken);
        return journal.Remember(made.Tool.Name, made.Arguments, made.Tool.Changes ? made.Run.OperationId : null, outcome, time.GetElapsedTime(made.Started));
    }

    private async Task<Outcome<TResult>> FencedAsync<TResult>(MadeCall<TResult> made, CancellationToken cancellationToken)
    {
        var (turn, journal) = (made.Turn, made.Turn.Journal);
        var before = new UncommittedChanges(turn.Cart.Unsaved, journal.ToCommit);
        await using var scope = scopes.CreateAsyncScope();
        var replayed = false;
        var outcome = await scope.ServiceProvider.GetRequiredService<RunFenced>().HandleAsync(
            turn.Fence,
            before,
            journal.NextStep(made.Tool.Name, made.Run.OperationId, made.Arguments),
            () => made.Tool.RunAsync(scope.ServiceProvider, made.Run, turn.Cart, made.Call, cancellationToken),
            result => (ToolJournal.Write(result, typeof(TResult)), time.GetElapsedTime(made.Started)),
            json =>
            {
                replayed = true;
                return made.Tool.RecallAsync(scope.ServiceProvider, made.Run, ToolJournal.Read<TResult>(json), cancellationToken);
            },
            cancellationToken);
        if (outcome.Succeeded && !replayed)
        {
            // Committed now, and not in an earlier run of the turn: what the turn had done to the cart was committed along.
            turn.Cart.Saved();
            journal.TookAlong();
        }

        turn.Cart.ReadAgain(goodsToo: !outcome.Succeeded);
        return outcome.Succeeded
            ? journal.Committed(made.Tool.Name, outcome.Value, ToolJournal.Write(outcome.Value, typeof(TResult)))
            : journal.Remember(made.Tool.Name, made.Arguments, null, outcome, time.GetElapsedTime(made.Started));
    }

    private async Task<Outcome<TResult>> ReadAsync<TResult>(MadeCall<TResult> made, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var outcome = await made.Tool.RunAsync(scope.ServiceProvider, made.Run, made.Turn.Cart, made.Call, cancellationToken);
        return made.Turn.Journal.Remember(made.Tool.Name, made.Arguments, null, outcome, time.GetElapsedTime(made.Started));
    }

    private sealed record MadeCall<TResult>(
        ToolBox Turn, ToolDefinition<TResult> Tool, ToolRun Run, IToolCall<TResult> Call, string Arguments, long Started);

    /// <summary>A tool of the cart gets by without any.</summary>
    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
