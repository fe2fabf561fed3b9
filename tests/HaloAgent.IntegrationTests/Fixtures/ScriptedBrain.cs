using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Tools;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>Thinks what a test tells it to, by conversation; without a script it repeats each message in a bubble of its own.</summary>
internal sealed class ScriptedBrain : IAgentBrain
{
    public delegate Task<BrainReply> Script(TurnContext turn, IToolBox tools, CancellationToken cancellationToken);

    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, Script> scripts = new();

    public string Name => "scripted";

    public void Teach(Guid conversation, Script script) => scripts[conversation] = script;

    public Task<BrainReply> ThinkAsync(TurnContext turn, IToolBox tools, CancellationToken cancellationToken) =>
        scripts.TryGetValue(turn.ConversationId, out var script)
            ? script(turn, tools, cancellationToken)
            : Task.FromResult(Say(turn, [.. turn.Messages.Select(message => "You said: " + message.Content.Text)]));

    public static BrainReply Say(TurnContext turn, params string[] bubbles) =>
        new([.. bubbles.Select(text => new ReplyBubble(text))], new Understood(turn.Contact.Language, "scripted", 1), turn.Memory, "scripted");
}
