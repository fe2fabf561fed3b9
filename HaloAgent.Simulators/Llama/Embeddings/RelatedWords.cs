namespace HaloAgent.Simulators.Llama.Embeddings;

/// <summary>What a trained model knows of words, for the few that demos and tests use.</summary>
internal static class RelatedWords
{
    private static readonly Dictionary<string, string> Relations = new Dictionary<string, string>
    {
        ["drink"] = "drink drinks drinking beverage thirsty thirst sip mineral minerals juice zobo chapman malt kunu water",
        ["spicy"] = "spicy spiced pepper peppery peppered ginger hot chilli suya yaji",
        ["cold"] = "cold chilled iced frozen cool refreshing",
        ["sweet"] = "sweet sugar honey cake dessert chocolate",
        ["meal"] = "meal meals food eat eating hungry hunger lunch dinner rice swallow",
        ["snack"] = "snack snacks chops bite bites nibble puff",
        ["clothes"] = "clothes cloth clothing wear dress gown outfit shirt blouse kaftan agbada",
        ["party"] = "party wedding owambe celebration celebrate ceremony occasion",
        ["feet"] = "feet foot footwear shoe shoes slipper slippers sandals",
        ["head"] = "head hair headwrap headgear gele cap hat scarf",
        ["child"] = "child children kid kids girl girls boy boys baby daughter son",
        ["jewellery"] = "jewellery jewelry necklace earrings beads bracelet",
    }.SelectMany(relation => relation.Value.Split(' ').Select(word => (word, relation.Key))).ToDictionary(pair => pair.word, pair => pair.Key);

    private static readonly HashSet<string> Silent =
        [.. "a an and any are can come do for from get give got have i in is it me my need of on or our please sell some something that the this to want what which will with you your".Split(' ')];

    /// <summary>Null for a word that stands alone.</summary>
    public static string? RelationOf(string word) => Relations.GetValueOrDefault(word);

    public static bool SaysNothing(string word) => Silent.Contains(word);
}
