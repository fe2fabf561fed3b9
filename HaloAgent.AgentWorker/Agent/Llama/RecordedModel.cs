using System.Runtime.CompilerServices;
using HaloAgent.AgentWorker.Agent.Llama.Endpoints;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Messaging;
using Microsoft.Extensions.AI;

namespace HaloAgent.AgentWorker.Agent.Llama;

/// <summary>
/// The model as one turn uses it: every answer is committed with the first effect that comes of it, and a turn that is run again is
/// given the recorded answers, because the model may well choose other words, and other deeds, the second time.
/// </summary>
internal sealed class RecordedModel(IChatClient model, IToolBox tools, TimeProvider time, CancellationToken budget) : IChatClient
{
    private const string NoAnswer = "no answer";
    private const string CutOff = "its answer was cut off before anything in it was whole";

    private readonly List<ModelAnswer> answers = [];
    private readonly List<ModelAnswer> asked = [];
    private readonly List<TimeSpan> failed = [];

    /// <summary>What the turn used so far; null: nothing was asked.</summary>
    public ModelUse? Use => Used(answers);

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var recorded = await tools.RecordAsync("model", async _ => await AskAsync(sent, options), cancellationToken);
        answers.Add(ModelAnswer.Read(recorded));
        // Asked again it would most likely fill the limit once more, and the customer waits for every word of it.
        if (answers[^1].IsNothingWhole) throw new ModelUnavailableException(CutOff);
        return answers[^1].ToResponse();
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private async Task<string> AskAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        var started = time.GetTimestamp();
        var answered = false;
        using var activity = AgentTelemetry.Source.StartActivity("model");
        try
        {
            var answer = ModelAnswer.Of(await model.GetResponseAsync(messages, options, budget), time.GetElapsedTime(started));
            activity?.SetTag("halo.model", answer.Model).SetTag("halo.model.repairs", answer.Repairs);
            answered = true;
            asked.Add(answer);
            return answer.Write();
        }
        catch (Exception unforeseen) when (unforeseen is not (ModelUnavailableException or OperationCanceledException))
        {
            // Whatever a server managed to break: the customer is answered without it.
            throw new ModelUnavailableException($"unforeseen: {unforeseen.GetType().Name}", unforeseen);
        }
        finally
        {
            // A question without an answer was a call all the same, and the customer waited for it.
            if (!answered) failed.Add(time.GetElapsedTime(started));
            tools.Journal.Model = Used(asked);
        }
    }

    private ModelUse? Used(List<ModelAnswer> given) => given.Count + failed.Count == 0 ? null : new ModelUse(
        given.Count == 0 ? NoAnswer : string.Join(", ", given.Select(answer => answer.Model).Distinct()), given.Count + failed.Count, (int)given.Sum(answer => answer.PromptTokens),
        (int)given.Sum(answer => answer.CompletionTokens), given.Sum(answer => answer.Milliseconds) + failed.Sum(took => took.TotalMilliseconds), given.Sum(answer => answer.Cost));
}
