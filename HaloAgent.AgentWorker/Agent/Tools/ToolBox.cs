using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HaloAgent.Agent;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Tools;

/// <summary>The tools as one turn's brain holds them.</summary>
public interface IToolBox
{
    /// <summary>Calls a tool. A refusal comes back as a failure; a brain may not go on as if it had succeeded.</summary>
    /// <exception cref="TurnSupersededException">A person took over, or another activation goes on: stop at once.</exception>
    Task<Outcome<TResult>> CallAsync<TResult>(IToolCall<TResult> call, CancellationToken cancellationToken);

    /// <summary>What was asked and answered so far.</summary>
    ToolJournal Journal { get; }

    /// <summary>
    /// Asks something that may answer differently the next time (a model), and commits the answer with the first effect that comes of
    /// it: a turn that is run again gets the recorded answer to its first question, its second, and so on.
    /// </summary>
    Task<string> RecordAsync(string name, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken) => ask(cancellationToken);

    /// <summary>A call that was refused before any tool ran (no such tool now, wrong arguments): the turn's explanation shows it.</summary>
    void NoteRefused(string tool, string arguments, string why)
    {
    }
}

/// <param name="recorded">What an earlier run of this turn had committed, by operation: it is replayed, not done again.</param>
internal sealed class ToolBox(
    ToolCallFilter filter, TurnFence fence, ToolRun turn, TurnCart cart, ToolJournal journal, IReadOnlyDictionary<string, string> recorded) : IToolBox
{
    private readonly Dictionary<string, int> repeats = [];
    private int questions;

    public bool Acted { get; private set; }

    /// <summary>The tool that has been called and has not answered; after an exception: the one that broke.</summary>
    public string? Running { get; set; }

    public TurnFence Fence => fence;

    public TurnCart Cart => cart;

    public ToolJournal Journal => journal;

    /// <summary>The result of this operation in an earlier run of the turn, or null.</summary>
    public string? Recorded(string operationId) => recorded.GetValueOrDefault(operationId);

    public async Task<Outcome<TResult>> CallAsync<TResult>(IToolCall<TResult> call, CancellationToken cancellationToken)
    {
        var arguments = ToolJournal.Write(call, call.GetType());
        var run = turn with { OperationId = OperationId(call.GetType(), arguments) };
        var outcome = await filter.RunAsync(this, run, call, arguments, cancellationToken);
        Acted |= outcome.Succeeded;
        return outcome;
    }

    public Task<string> RecordAsync(string name, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken) =>
        filter.RecordAsync(this, name, string.Create(CultureInfo.InvariantCulture, $"{name}:{turn.TurnId:N}:{++questions}"), ask, cancellationToken);

    public void NoteRefused(string tool, string arguments, string why) => journal.Refused(tool, arguments, why);

    /// <summary>Turn, tool, arguments and how often this same call was made: equal again when the turn is run again.</summary>
    private string OperationId(Type call, string arguments)
    {
        var key = $"{turn.TurnId:N}|{call.Name}|{arguments}";
        var repeat = repeats[key] = repeats.GetValueOrDefault(key) + 1;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key + "|" + repeat.ToString(CultureInfo.InvariantCulture)));
        return Convert.ToHexStringLower(hash.AsSpan(0, 20));
    }
}
