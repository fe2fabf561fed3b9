namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Finds what only a person may answer, clause by clause; some of it is only plain from several of them.</summary>
internal sealed class MatterReader(PatternBook patterns, bool hasPolicies)
{
    private bool isUnwell;
    private bool asksWhatIsGood;
    private bool refunds;
    private bool returns;

    /// <param name="asks">The clause is a question.</param>
    public List<Matter> In(IReadOnlyList<Token> tokens, List<(Intent Intent, PatternMatch Match)> heard, bool asks)
    {
        var matters = patterns.MattersIn(tokens).ToList();
        if (asks && IsHowItFits(tokens) is false) matters.Add(Matter.Medical);
        // "What is your refund policy?" asks what holds; "and I want a refund" behind it still is for a person.
        if (hasPolicies && matters.Contains(Matter.Refund) && heard.Find(match => match.Intent == Intent.Terms).Match is { } terms)
        {
            var beside = patterns.MattersIn([.. tokens.Take(terms.First)]).Concat(patterns.MattersIn([.. tokens.Skip(terms.End)]));
            if (!beside.Contains(Matter.Refund)) matters.Remove(Matter.Refund);
        }

        refunds |= matters.Contains(Matter.Refund);
        returns |= patterns.Best("return-it", tokens) is not null;
        isUnwell |= patterns.Best("health-condition", tokens) is not null;
        asksWhatIsGood |= asks && !heard.Exists(match => match.Intent is Intent.Price or Intent.OffTopic || InsideQuestion.IsOfTheShop(match.Intent));
        return matters;
    }

    /// <summary>"I have an ulcer. Is the suya peppery?": what is good for them nobody here may say. "2 jollof without pepper, I have an ulcer" is a wish.</summary>
    public IEnumerable<Matter> Together()
    {
        if (isUnwell && asksWhatIsGood) yield return Matter.Medical;
        if (returns) yield return Matter.Refund;
    }

    /// <summary>"I want to return it", and no word of money: of somebody who has bought nothing yet it asks for none.</summary>
    public bool OnlyReturns => returns && !refunds;

    // "Is it okay for a pregnant woman?", of a gown with sizes, asks how it fits.
    private bool? IsHowItFits(IReadOnlyList<Token> tokens) =>
        patterns.Best("health-or-fit", tokens) is null ? null : tokens.Any(token => token.Mention is { } mention && mention.Candidates.Any(item => item.Variants.Count > 0));
}
