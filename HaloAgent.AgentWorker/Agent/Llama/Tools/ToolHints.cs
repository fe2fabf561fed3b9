namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>
/// Words that may mean that a seldom wanted tool is wanted. They decide nothing: the model does. Without one of them the tool is not
/// even offered.
/// </summary>
internal sealed class ToolHints
{
    public static readonly ToolHints Name = new("name", "call me", "i am", "i'm", "im ", "oruko", "orúkọ", "suna", "aha m", "aham", "na me be");
    public static readonly ToolHints Language = new("english", "pidgin", "yoruba", "yorùbá", "hausa", "igbo", "language", "speak", "èdè", "ede", "harshe", "asusu", "asụsụ", "turanci", "bekee", "oyinbo");
    public static readonly ToolHints Messages = new("stop", "message", "text", "disturb", "unsubscribe", "remove me", "leave me", "block", "yọ mi", "daina", "kwụsị", "kwusi");
    public static readonly ToolHints Offers = new("offer", "promo", "advert", "news", "marketing", "update", "consent", "broadcast");
    public static readonly ToolHints Data = new("data", "delete", "erase", "privacy", "information about me", "info about me", "forget me", "my details", "copy of");
    public static readonly ToolHints Points = new("point", "loyalty", "reward", "redeem", "bonus");

    private readonly IReadOnlyList<string> words;

    private ToolHints(params IReadOnlyList<string> words) => this.words = words;

    public bool IsIn(string text) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
