using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Tools;

/// <summary>Every tool that brains may use, by the type of its arguments and by its name.</summary>
public sealed class ToolCatalogue
{
    private readonly Dictionary<Type, ToolDefinition> byCall = [];

    public IReadOnlyCollection<ToolDefinition> All => byCall.Values;

    public ToolDefinition this[Type call] =>
        byCall.TryGetValue(call, out var tool) ? tool : throw new InvalidOperationException($"No tool takes {call.Name}.");

    /// <param name="name">Short, unique, snake case: what a model sees.</param>
    /// <param name="changes">True: runs in a transaction that is fenced by the conversation's epoch and journalled with its effect.</param>
    /// <param name="run">Calls the use case; the provider is the scope of this one call.</param>
    /// <param name="recall">Completes a result that was recorded before all of it was known.</param>
    public ToolCatalogue Add<TCall, TResult>(
        string name, string description, bool changes, Func<IServiceProvider, ToolRun, TCall, CancellationToken, Task<Outcome<TResult>>> run,
        Func<IServiceProvider, ToolRun, TResult, CancellationToken, Task<TResult>>? recall = null)
        where TCall : IToolCall<TResult> => Add(typeof(TCall), new ToolDefinition<TCall, TResult>(name, description, changes, run) { Recall = recall });

    /// <summary>
    /// A tool that touches nothing but the contact's cart. It needs no transaction: what it does is kept in memory and becomes true
    /// with the turn's commit.
    /// </summary>
    /// <param name="changes">Whether it may change the cart.</param>
    public ToolCatalogue AddForCart<TCall, TResult>(
        string name, string description, bool changes, Func<TurnCart, TCall, CancellationToken, Task<Outcome<TResult>>> run)
        where TCall : IToolCall<TResult> => Add(typeof(TCall), new CartToolDefinition<TCall, TResult>(name, description, changes, run));

    private ToolCatalogue Add(Type call, ToolDefinition tool)
    {
        if (byCall.Values.Any(other => other.Name == tool.Name))
        {
            throw new InvalidOperationException($"Two tools are named {tool.Name}.");
        }

        byCall.Add(call, tool);
        return this;
    }
}

/// <param name="Changes">False: it only reads.</param>
public abstract record ToolDefinition(string Name, string Description, bool Changes)
{
    /// <summary>It touches the contact's cart and nothing else.</summary>
    public abstract bool IsOfCart { get; }
}

/// <summary>What a definition does, whatever the type of its arguments.</summary>
public abstract record ToolDefinition<TResult>(string Name, string Description, bool Changes) : ToolDefinition(Name, Description, Changes)
{
    internal abstract Task<Outcome<TResult>> RunAsync(
        IServiceProvider services, ToolRun run, TurnCart cart, IToolCall<TResult> call, CancellationToken cancellationToken);

    /// <summary>A result as it was recorded, completed where it was recorded before all of it was known.</summary>
    internal virtual Task<TResult> RecallAsync(IServiceProvider services, ToolRun run, TResult recorded, CancellationToken cancellationToken) => Task.FromResult(recorded);
}

public sealed record ToolDefinition<TCall, TResult>(
    string Name, string Description, bool Changes, Func<IServiceProvider, ToolRun, TCall, CancellationToken, Task<Outcome<TResult>>> Run)
    : ToolDefinition<TResult>(Name, Description, Changes)
    where TCall : IToolCall<TResult>
{
    public override bool IsOfCart => false;

    internal Func<IServiceProvider, ToolRun, TResult, CancellationToken, Task<TResult>>? Recall { get; init; }

    internal override Task<Outcome<TResult>> RunAsync(
        IServiceProvider services, ToolRun run, TurnCart cart, IToolCall<TResult> call, CancellationToken cancellationToken) =>
        Run(services, run, (TCall)call, cancellationToken);

    internal override Task<TResult> RecallAsync(IServiceProvider services, ToolRun run, TResult recorded, CancellationToken cancellationToken) =>
        Recall?.Invoke(services, run, recorded, cancellationToken) ?? Task.FromResult(recorded);
}

public sealed record CartToolDefinition<TCall, TResult>(
    string Name, string Description, bool Changes, Func<TurnCart, TCall, CancellationToken, Task<Outcome<TResult>>> Run)
    : ToolDefinition<TResult>(Name, Description, Changes)
    where TCall : IToolCall<TResult>
{
    public override bool IsOfCart => true;

    internal override Task<Outcome<TResult>> RunAsync(
        IServiceProvider services, ToolRun run, TurnCart cart, IToolCall<TResult> call, CancellationToken cancellationToken) =>
        Run(cart, (TCall)call, cancellationToken);
}
