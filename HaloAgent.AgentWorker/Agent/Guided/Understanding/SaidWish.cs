namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>How a customer wants a thing made. Nothing is understood of it but that it is one: whoever makes the thing reads the words.</summary>
/// <param name="Text">The customer's own writing.</param>
/// <param name="About">The thing it was said of; null when none was named beside it.</param>
/// <param name="IsAllergy">What somebody must not get: it holds for the whole order, and a person has to answer it.</param>
internal sealed record SaidWish(string Text, ProductMention? About, bool IsAllergy = false)
{
    /// <summary>When the order is wanted: "for tomorrow 1pm".</summary>
    public bool IsWhen { get; init; }

    /// <summary>Who gets the goods, and who is to be called for that.</summary>
    public bool IsHandover { get; init; }

    /// <summary>"Call me on 0803 …": of who is ordering, for whoever brings it; of who is not, a wish to be called.</summary>
    public bool IsCallBack { get; init; }

    /// <summary>Said of no one thing, whatever is named beside it.</summary>
    public bool IsOfOrder => IsAllergy || IsWhen || IsHandover;

    /// <summary>The thing was named behind it ("no pepper in the suya"), only to say what it is about.</summary>
    public bool NamesThingLast { get; init; }
}

/// <summary>What words about the handing over tell: who gets it, when to call, or a number.</summary>
internal enum Handover
{
    Person,
    Call,
    Number,
}

/// <param name="Wishes">In the order in which they were said.</param>
/// <param name="Rest">The clause without their words, so that none of them is taken for goods or for what happens to goods.</param>
/// <param name="Handovers">Where in the clause it says who gets the goods.</param>
internal sealed record WishesRead(IReadOnlyList<SaidWish> Wishes, IReadOnlyList<Token> Rest, IReadOnlyList<(int First, int End)> Handovers)
{
    /// <summary>"Call me when you reach" asks for nobody now, nor where the order is.</summary>
    public List<(Intent Intent, PatternMatch Match)> WithoutCalls(List<(Intent Intent, PatternMatch Match)> heard) =>
        heard.FindAll(one => one.Intent is not (Intent.Person or Intent.OrderStatus or Intent.Wait) || !Handovers.Any(part => part.First <= one.Match.First && one.Match.End <= part.End));

    /// <summary>"Remove the pepper from the suya" takes no suya out, and "no pepper in it" orders none.</summary>
    public LinesRead Without(LinesRead read) => read with
    {
        Lines = [.. read.Lines.Where(line => !(line is { Quantity: null, Action: LineAction.Mention or LineAction.Remove or LineAction.Set } && Wishes.Any(wish => wish.NamesThingLast && wish.About == line.Mention)))],
    };
}
