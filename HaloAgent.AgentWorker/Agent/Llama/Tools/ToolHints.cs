using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>
/// Words that may mean that a seldom wanted tool is wanted, of every language: customers mix them. They decide nothing: the model does.
/// Without one of them the tool is not even offered.
/// </summary>
internal sealed class ToolHints
{
    public static readonly ToolHints Name = new("name");
    public static readonly ToolHints Language = new("language");
    public static readonly ToolHints Messages = new("messages");
    public static readonly ToolHints Offers = new("offers");
    public static readonly ToolHints Data = new("data");
    public static readonly ToolHints Points = new("points");

    private static readonly Dictionary<string, string> NoEmoji = [];

    private readonly IReadOnlyList<string> words;

    private ToolHints(string name) =>
        words = [.. LanguageResources.Codes.SelectMany(code => Lexicon.For(code).ToolHints.GetValueOrDefault(name, [])).Distinct()];

    public bool IsIn(string text)
    {
        var folded = Folding.Fold(text, NoEmoji).Text;
        return words.Any(word => folded.Contains(word, StringComparison.Ordinal));
    }
}
