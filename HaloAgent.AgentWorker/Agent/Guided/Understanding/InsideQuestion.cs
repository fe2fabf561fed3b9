namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>"Does it have sugar?", "any plantain in it?", "wetin dey inside the egusi": about what is in a thing, not about sugar or plantain as goods.</summary>
internal sealed class InsideQuestion(Tongue tongue)
{
    public bool Asks(IReadOnlyList<Token> tokens) => tongue.Patterns.Best("about-inside", tokens) is not null;

    /// <summary>Only the goods that are asked about; what may be in them, and what nobody sells, is no answer of ours.</summary>
    public LinesRead Without(LinesRead read) => read with
    {
        Lines = [.. read.Lines.Where(line => !IsPart(line.Mention)).Select(line => line.Action is LineAction.Availability or LineAction.Add ? line with { Action = LineAction.About } : line)],
    };

    private bool IsPart(ProductMention? mention) =>
        mention is null || mention.IsUnknown || (mention.Confidence < 1 && WishReader.AreIngredients(tongue, tongue.WordsOf(mention.Heard)));
}
