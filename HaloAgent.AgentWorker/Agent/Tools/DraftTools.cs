using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Tools;

/// <summary>The tools of a brain that only drafts: they look up, and whoever wants to change something is stopped.</summary>
internal sealed class DraftTools(IServiceScopeFactory scopes, ToolCatalogue catalogue, ToolRun run, TurnCart cart) : IToolBox
{
    public ToolJournal Journal { get; } = new();

    /// <exception cref="DraftWouldActException">The tool changes something.</exception>
    public async Task<Outcome<TResult>> CallAsync<TResult>(IToolCall<TResult> call, CancellationToken cancellationToken)
    {
        var tool = (ToolDefinition<TResult>)catalogue[call.GetType()];
        if (tool.Changes)
        {
            throw new DraftWouldActException(tool.Name);
        }

        await using var scope = scopes.CreateAsyncScope();
        var outcome = await tool.RunAsync(scope.ServiceProvider, run, cart, call, cancellationToken);
        return Journal.Remember(tool.Name, "", null, outcome, TimeSpan.Zero);
    }
}

/// <summary>An answer cannot be drafted without doing what it says: it is no draft.</summary>
public sealed class DraftWouldActException(string tool) : Exception($"The answer needs {tool}.");
