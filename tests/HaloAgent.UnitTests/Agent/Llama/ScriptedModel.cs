using System.Text.Json;
using HaloAgent.AgentWorker.Agent.Guard;
using HaloAgent.AgentWorker.Agent.Guided;
using HaloAgent.AgentWorker.Agent.Hybrid;
using HaloAgent.AgentWorker.Agent.Llama;
using HaloAgent.AgentWorker.Agent.Llama.Endpoints;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Catalog;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.AgentWorker.Payments;
using HaloAgent.UnitTests.Guided;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>A model that answers what a test tells it to, one answer after the other; then it asks "Anything else?" for ever.</summary>
internal sealed class ScriptedModel : IChatClient
{
    private readonly Queue<Func<CancellationToken, Task<ChatResponse>>> answers = new();

    /// <summary>What it was given to read, call by call.</summary>
    public List<(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)> Asked { get; } = [];

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public ScriptedModel Says(string text) => Then(_ => Task.FromResult(Response(new TextContent(text))));

    public ScriptedModel Calls(string tool, object? arguments = null, string? saying = null)
    {
        var call = new FunctionCallContent($"c{answers.Count}", tool, arguments is null ? new Dictionary<string, object?>() : JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.Serialize(arguments)));
        return Then(_ => Task.FromResult(saying is null ? Response(call) : Response(new TextContent(saying), call)));
    }

    /// <summary>Several calls in one answer.</summary>
    public ScriptedModel CallsAtOnce(string tool, params IEnumerable<object> arguments) => Then(_ => Task.FromResult(Response(
        [.. arguments.Select((each, i) => new FunctionCallContent($"at-once-{i}", tool, JsonSerializer.Deserialize<Dictionary<string, object?>>(JsonSerializer.Serialize(each))))])));

    public ScriptedModel Fails() => Then(_ => throw new ModelUnavailableException("503 busy"));

    public ScriptedModel NeverAnswers() => Then(async cancel =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, Time, cancel);
        throw new InvalidOperationException();
    });

    public ScriptedModel Then(Func<CancellationToken, Task<ChatResponse>> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    public LlamaBrain Brain(Action<LlamaOptions>? configure = null)
    {
        var options = new LlamaOptions();
        configure?.Invoke(options);
        var tools = new ToolCatalogue().AddCatalogTools().AddOrderTools().AddPaymentTools().AddContactTools().AddConversationTools();
        return new LlamaBrain(this, new GuidedBrain(), tools, new ReplyGuard(NullLogger<ReplyGuard>.Instance), Options.Create(options), Time, NullLogger<LlamaBrain>.Instance);
    }

    /// <summary>The kitchen with this model as its brain.</summary>
    public ScriptedShop Shop(bool hybrid = false, string language = "en")
    {
        var shop = ScriptedShop.Kitchen(language: language);
        shop.Brain = hybrid ? new HybridBrain(new GuidedBrain(), Brain()) : Brain();
        return shop;
    }

    public IReadOnlyList<string> OfferedIn(int call) => [.. (Asked[call].Options?.Tools ?? []).Select(tool => tool.Name)];

    /// <summary>The last thing it was told, for example a tool's result.</summary>
    public string LastHeard(int call) => string.Concat(Asked[call].Messages[^1].Contents.Select(content => content is FunctionResultContent result ? result.Result?.ToString() : (content as TextContent)?.Text));

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Asked.Add(([.. messages], options));
        return answers.TryDequeue(out var answer) ? await answer(cancellationToken) : Response(new TextContent("Anything else?"));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Nobody streams.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static ChatResponse Response(params AIContent[] contents) => new(new ChatMessage(ChatRole.Assistant, contents))
    {
        ModelId = "llama-test",
        Usage = new UsageDetails { InputTokenCount = 700, OutputTokenCount = 20 },
        AdditionalProperties = new AdditionalPropertiesDictionary { [LlamaRouter.Cost] = 0.001m },
    };
}
