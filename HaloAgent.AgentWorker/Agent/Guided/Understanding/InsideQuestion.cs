namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>"Does it have sugar?", "any plantain in it?", "wetin dey inside the egusi": about what is in a thing, not about sugar or plantain as goods.</summary>
internal sealed class InsideQuestion(Tongue tongue)
{
    /// <summary>"E get <b>small</b> pepper?"</summary>
    private const int MostBetween = 1;

    /// <summary>"Can you deliver in it?", "does it come in the evening?": what else is asked is about the shop, and answered for itself.</summary>
    private static readonly HashSet<Intent> OfTheShop =
    [
        Intent.Hours, Intent.Location, Intent.Delivery, Intent.DeliveryFee, Intent.Pickup, Intent.OrderStatus, Intent.Paid, Intent.PayLater, Intent.PaymentDetails, Intent.PayOnDelivery,
        Intent.Discount, Intent.Terms, Intent.Points, Intent.UsePoints, Intent.CancelOrder, Intent.ClearCart, Intent.RepeatOrder, Intent.Complaint, Intent.Person, Intent.Pictures,
    ];

    public static bool IsOfTheShop(Intent intent) => OfTheShop.Contains(intent);

    public bool Asks(IReadOnlyList<Token> tokens, List<(Intent Intent, PatternMatch Match)> heard) =>
        !heard.Exists(match => IsOfTheShop(match.Intent)) && (tongue.Patterns.Best("about-inside", tokens) is not null || LeadsToWhatIsInIt(tokens));

    /// <summary>Only the goods that are asked about; what may be in them, and what nobody sells, is no answer of ours. What is ordered with its number stays ordered.</summary>
    public LinesRead Without(LinesRead read) => read with
    {
        Lines = [.. read.Lines.Where(line => line.Quantity is not null || !IsPart(line.Mention)).Select(line => line is { Action: LineAction.Availability or LineAction.Add, Quantity: null } ? line with { Action = LineAction.About } : line)],
    };

    // "E get pepper?" is about it, "e get pizza?" about the shop.
    private bool LeadsToWhatIsInIt(IReadOnlyList<Token> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tongue.Patterns.BestAt("inside-lead", tokens, at) is { } lead && tokens.Skip(lead.End).Take(MostBetween + 1).Any(IsIngredient)) return true;
        }

        return false;
    }

    private bool IsIngredient(Token token) => WishReader.AreIngredients(tongue, token.Mention is { } mention ? tongue.WordsOf(mention.Heard) : [token.Text]);

    private bool IsPart(ProductMention? mention) =>
        mention is null || mention.IsUnknown || (mention.Confidence < 1 && WishReader.AreIngredients(tongue, tongue.WordsOf(mention.Heard)));
}
