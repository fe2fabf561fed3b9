using HaloAgent.Agent;
using HaloAgent.AgentWorker.Agent.Llama.Tools;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Agent.Llama.Prompting;

/// <summary>What the model is given to read: the system prompt, the chat so far, and the burst to answer, within a number of tokens.</summary>
/// <param name="System">The system prompt.</param>
/// <param name="Messages">In order, the newest last; the last ones are the burst.</param>
internal sealed record ChatPrompt(string System, IReadOnlyList<PromptMessage> Messages)
{
    /// <summary>All of the prompt with the tools' schemas; Ollama's default context is 4,096 and drops the beginning without a word.</summary>
    public const int MostTokens = 3000;

    private const int LongestPast = 400;

    /// <summary>Tokens of the burst: what the shop's own words and the chat before leave, within these.</summary>
    private const int LeastOfBurst = 240;
    private const int MostOfBurst = 800;
    private const int ForPast = 300;

    /// <summary>What the wire form puts around a tool.</summary>
    private const int AroundATool = 26;

    /// <summary>Room for what tools answer in later rounds.</summary>
    private const int ForResults = 500;

    public int Tokens => Prompting.Tokens.In(System) + Messages.Sum(message => Prompting.Tokens.In(message.Text) + Prompting.Tokens.PerMessage);

    public static ChatPrompt Of(string system, IReadOnlyList<RecentMessage> past, IReadOnlyList<TurnMessage> burst, IReadOnlyList<ModelTool> tools)
    {
        var left = MostTokens - ForResults - Prompting.Tokens.In(system) - tools.Sum(CostOf);
        PromptMessage now = new(IsCustomer: true, PromptData.Shorten(string.Join('\n', burst.Select(Describe)), Math.Clamp(left - ForPast, LeastOfBurst, MostOfBurst)));
        left -= Cost(now);
        List<PromptMessage> kept = [];
        foreach (var message in past.Reverse().Select(OfPast))
        {
            left -= Cost(message);
            if (left < 0) break;
            kept.Insert(0, message);
        }

        return new ChatPrompt(system, [.. kept, now]);
    }

    public static int CostOf(ModelTool tool) => Prompting.Tokens.In(tool.Name + tool.Description + tool.Schema) + AroundATool;

    private static int Cost(PromptMessage message) => Prompting.Tokens.In(message.Text) + Prompting.Tokens.PerMessage;

    private static PromptMessage OfPast(RecentMessage message) => message.FromCustomer
        ? new PromptMessage(IsCustomer: true, PromptData.Quote(Cut(message.Text, LongestPast)))
        : new PromptMessage(IsCustomer: false, message.FromPerson ? $"[a person of the shop] {PromptData.Quote(Cut(message.Text, LongestPast))}" : Cut(message.Text, LongestPast));

    private static string Describe(TurnMessage message)
    {
        var what = message.Content.Kind switch
        {
            MessageKind.Text or MessageKind.Button or MessageKind.ListChoice => "",
            MessageKind.Location => "[a shared location] ",
            var kind => $"[{kind.ToString().ToLowerInvariant()}] ",
        };
        var quoted = message.QuotedText is { } text ? $"[in answer to {PromptData.Quote(Cut(text, LongestPast))}] " : "";
        return $"{quoted}{what}{PromptData.Quote(message.Content.Text)}";
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most] + "…";
}

/// <param name="IsCustomer">False: the shop, be it its agent or a person.</param>
internal sealed record PromptMessage(bool IsCustomer, string Text);
