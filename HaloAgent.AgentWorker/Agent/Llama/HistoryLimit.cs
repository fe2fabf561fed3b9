using System.Text.Json;
using HaloAgent.AgentWorker.Agent.Llama.Prompting;
using HaloAgent.AgentWorker.Agent.Llama.Tools;
using Microsoft.SemanticKernel.ChatCompletion;
using ChatMessageContent = Microsoft.SemanticKernel.ChatMessageContent;
using FunctionCallContent = Microsoft.SemanticKernel.FunctionCallContent;
using FunctionResultContent = Microsoft.SemanticKernel.FunctionResultContent;

namespace HaloAgent.AgentWorker.Agent.Llama;

/// <summary>
/// Keeps a turn's history within the prompt's limit while tools add their results: the oldest of the chat goes first, then earlier
/// results shrink, and what is read next last of all. The system prompt and the burst stay whole, and a call never loses its answer alone.
/// </summary>
/// <param name="past">How many messages of the chat stand between the system prompt and the burst.</param>
internal sealed class HistoryLimit(ChatHistory history, int past)
{
    /// <summary>Tokens by which a model still knows what came of an earlier call.</summary>
    private const int LeastResult = 12;

    /// <summary>Tokens below which the newest results are of no use: an earlier round goes before that.</summary>
    private const int UsefulResult = 60;

    private int left = past;

    public void Keep(IReadOnlyList<ModelTool> offered)
    {
        var most = ChatPrompt.MostTokens - offered.Sum(ChatPrompt.CostOf);
        while (left > 0 && Total > most)
        {
            history.RemoveAt(1);
            left--;
        }

        foreach (var earlier in Results(before: NewestRound))
        {
            if (Total > most) Shorten(earlier, Math.Max(LeastResult, Size(earlier) - (Total - most)));
        }

        while (NewestRound > OldestRound && Total - Results(NewestRound).Sum(newest => Math.Max(0, Size(newest) - UsefulResult)) > most) RemoveOldestRound();
        ShareAmongNewest(most);
    }

    private int Total => history.Sum(Cost);

    private int OldestRound => Rounds.FirstOrDefault(-1);

    private int NewestRound => Rounds.LastOrDefault(-1);

    /// <summary>Where the answers stand in which the model called tools; their results follow each.</summary>
    private IEnumerable<int> Rounds => Enumerable.Range(0, history.Count).Where(i => history[i].Items.OfType<FunctionCallContent>().Any());

    private List<int> Results(int from = 0, int before = int.MaxValue) =>
        [.. Enumerable.Range(0, history.Count).Where(i => i >= from && i < before && ResultIn(i) is not null)];

    private void ShareAmongNewest(int most)
    {
        var newest = Results(NewestRound);
        if (newest.Count == 0 || Total <= most) return;

        var share = Math.Max(LeastResult, (most - (Total - newest.Sum(Size))) / newest.Count);
        foreach (var result in newest) Shorten(result, share);
    }

    private void RemoveOldestRound()
    {
        var (oldest, next) = (OldestRound, Rounds.Skip(1).First());
        history.RemoveRange(oldest, next - oldest);
    }

    private void Shorten(int at, int tokens)
    {
        var result = ResultIn(at)!;
        history[at] = new FunctionResultContent(result.FunctionName, result.PluginName, result.CallId, PromptData.Shorten(TextOf(result), tokens)).ToChatMessage();
    }

    private int Size(int at) => Tokens.In(TextOf(ResultIn(at)!));

    private FunctionResultContent? ResultIn(int at) => history[at].Items.OfType<FunctionResultContent>().FirstOrDefault();

    private static string TextOf(FunctionResultContent result) => result.Result?.ToString() ?? "";

    private static int Cost(ChatMessageContent message) => Tokens.PerMessage + message.Items.Sum(item => item switch
    {
        FunctionResultContent result => Tokens.In(TextOf(result)),
        FunctionCallContent call => Tokens.In(call.FunctionName + JsonSerializer.Serialize(call.Arguments)),
        _ => Tokens.In(item.ToString() ?? ""),
    });
}
