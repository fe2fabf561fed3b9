using HaloAgent.AgentWorker.Agent.Llama.Endpoints;
using HaloAgent.AgentWorker.Agent.Llama.Prompting;
using HaloAgent.AgentWorker.Agent.Llama.Tools;
using HaloAgent.AgentWorker.Agent.Tools;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using FunctionCallContent = Microsoft.SemanticKernel.FunctionCallContent;
using FunctionResultContent = Microsoft.SemanticKernel.FunctionResultContent;

namespace HaloAgent.AgentWorker.Agent.Llama;

/// <summary>
/// The rounds of one turn: ask the model, do what it calls, ask again, at most four times. Semantic Kernel writes and reads the calls;
/// the loop is ours, because its own goes on for 128 rounds and knows no journal.
/// </summary>
internal sealed class ToolRounds(IChatClient model, IToolBox tools, LlamaOptions options)
{
    public const int Most = 4;

    private const int MostCallsInARound = 12;
    private const int MostRepeats = 2;

    /// <summary>Tokens of one tool's result; ten products with their descriptions take less.</summary>
    private const int LongestResult = 500;

    /// <summary>Strict servers refuse a history in which a call has no answer, and what is silently left out the model believes done.</summary>
    private const string TooManyCalls = "Not done: too many calls in one step. If it is still needed, call it again in the next step.";

    private const string MustSpeak = "Not done: no tool was offered any more, because it was time to answer the customer.";

    /// <summary>After these nothing is left to decide: what they say is the reply.</summary>
    private static readonly HashSet<string> Final =
        [OrderModelTools.Place.Name, OrderModelTools.ClaimPayment.Name, ShopModelTools.Escalate.Name, ShopModelTools.Decline.Name, ContactModelTools.HowToStop.Name];

    private readonly HashSet<string> made = [];
    private int repeats;
    private bool emptyBefore;

    /// <summary>The tools that were run, in order.</summary>
    public List<string> Used { get; } = [];

    /// <summary>What was done leaves nothing of the burst to be done.</summary>
    public bool EndedByDeed { get; private set; }

    /// <summary>What the rounds ended by.</summary>
    public string End { get; private set; } = "";

    /// <returns>The model's own words, or null when it had none.</returns>
    public async Task<string?> RunAsync(ModelTalk talk, ChatPrompt prompt, CancellationToken cancellationToken)
    {
        var (service, kernel) = (model.AsChatCompletionService(), ShopKernel.Of(talk));
        var history = HistoryOf(prompt);
        var limit = new HistoryLimit(history, prompt.Messages.Count - 1);
        for (var round = 1; round <= Most; round++)
        {
            // In the last round it can only speak.
            IReadOnlyList<ModelTool> offered = round == Most || repeats >= MostRepeats ? [] : await ToolOffer.ForAsync(talk);
            limit.Keep(offered);
            var reply = await service.GetChatMessageContentAsync(history, SettingsFor(offered), kernel, cancellationToken);
            var calls = FunctionCallContent.GetFunctionCalls(reply).ToList();
            if (calls.Count == 0 || offered.Count == 0)
            {
                foreach (var call in calls) NoteRefused(call, MustSpeak);
                // A greeting that stands before the model was asked answers nothing: only what a tool made the dialogue say does.
                if (!string.IsNullOrWhiteSpace(reply.Content) || (talk.Talk.HasSpoken && Used.Count > 0) || offered.Count == 0) return Ended("spoke", reply.Content);

                // An empty answer (small models after long prompts): asked once more as before, then without tools.
                repeats = emptyBefore ? MostRepeats : repeats;
                emptyBefore = true;
                continue;
            }

            history.Add(reply);
            var done = calls.Take(MostCallsInARound).ToList();
            foreach (var call in done) history.Add(new FunctionResultContent(call, await ResultAsync(call, offered, kernel, talk)).ToChatMessage());
            foreach (var call in calls.Skip(done.Count))
            {
                NoteRefused(call, TooManyCalls);
                history.Add(new FunctionResultContent(call, TooManyCalls).ToChatMessage());
            }

            if (done.Exists(call => Final.Contains(call.FunctionName)) && talk.Talk.HasSpoken)
            {
                EndedByDeed = true;
                return Ended("did what ends a turn", reply.Content);
            }
        }

        return Ended("reached the last round", null);
    }

    /// <summary>What the model is told, and the turn's explanation too where nothing was done.</summary>
    private async Task<string> ResultAsync(FunctionCallContent call, IReadOnlyList<ModelTool> offered, Kernel kernel, ModelTalk talk)
    {
        var arguments = new ToolArguments(call.Arguments ?? []);
        if (Refusal(call, arguments, offered) is { } refusal)
        {
            NoteRefused(call, refusal);
            return refusal;
        }

        Used.Add(call.FunctionName);
        talk.Refusal = null;
        var result = await ShopKernel.FunctionOf(offered.First(tool => tool.Name == call.FunctionName)).InvokeAsync(kernel, call.Arguments);
        if (talk.Refusal is { } why) NoteRefused(call, why);
        return PromptData.Shorten(result.GetValue<string>() ?? "Done.", LongestResult);
    }

    private void NoteRefused(FunctionCallContent call, string why) => tools.NoteRefused(call.FunctionName, new ToolArguments(call.Arguments ?? []).Written, why);

    private string? Refusal(FunctionCallContent call, ToolArguments arguments, IReadOnlyList<ModelTool> offered)
    {
        if (offered.FirstOrDefault(known => known.Name == call.FunctionName) is not { } tool)
        {
            return $"There is no tool {PromptData.Quote(call.FunctionName)} now. The tools are: {string.Join(", ", offered.Select(known => known.Name))}.";
        }

        if (arguments.Problem(tool) is { } problem) return problem;
        if (made.Add($"{tool.Name}|{arguments.Normalised}")) return null;
        repeats++;
        return "This very call was made already in this turn, and its result stands above. Answer the customer now.";
    }

    private PromptExecutionSettings SettingsFor(IReadOnlyList<ModelTool> offered) => new()
    {
        FunctionChoiceBehavior = offered.Count == 0 ? null : FunctionChoiceBehavior.Auto([.. offered.Select(ShopKernel.FunctionOf)], autoInvoke: false),
        ExtensionData = new Dictionary<string, object> { ["temperature"] = options.Temperature, ["max_tokens"] = options.MaxAnswerTokens },
    };

    private static ChatHistory HistoryOf(ChatPrompt prompt)
    {
        var history = new ChatHistory(prompt.System);
        foreach (var message in prompt.Messages)
        {
            if (message.IsCustomer) history.AddUserMessage(message.Text);
            else history.AddAssistantMessage(message.Text);
        }

        return history;
    }

    private string? Ended(string why, string? text)
    {
        End = why;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
