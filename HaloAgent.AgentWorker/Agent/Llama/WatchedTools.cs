using HaloAgent.AgentWorker.Agent.Tools;

namespace HaloAgent.AgentWorker.Agent.Llama;

/// <summary>The turn's tools, watched: once one of them has changed something, no second brain may start over.</summary>
internal sealed class WatchedTools(IToolBox tools, ToolCatalogue catalogue) : IToolBox
{
    /// <summary>Something was changed, be it only the cart.</summary>
    public bool Changed { get; private set; }

    public ToolJournal Journal => tools.Journal;

    public async Task<Outcome<TResult>> CallAsync<TResult>(IToolCall<TResult> call, CancellationToken cancellationToken)
    {
        var outcome = await tools.CallAsync(call, cancellationToken);
        Changed |= outcome.Succeeded && catalogue[call.GetType()].Changes;
        return outcome;
    }

    public void NoteRefused(string tool, string arguments, string why) => tools.NoteRefused(tool, arguments, why);

    public Task<string> RecordAsync(string name, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken) => tools.RecordAsync(name, ask, cancellationToken);
}
