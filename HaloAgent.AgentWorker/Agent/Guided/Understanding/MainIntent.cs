using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// The one thing a customer's words are mostly about, where one answer is wanted: for the explanation of a turn and for
/// scoring. The dialogue answers everything that was heard; the order here is the order in which it does.
/// </summary>
/// <param name="Name">One of <see cref="Names"/>.</param>
/// <param name="Confidence">0 to 1: how much of the words was needed to say so, how exactly the goods were named.</param>
internal sealed record MainIntent(string Name, double Confidence)
{
    public const string NotUnderstood = nameof(NotUnderstood);
    public const string OptOut = nameof(OptOut);
    public const string OptIn = nameof(OptIn);
    public const string Swap = nameof(Swap);
    public const string Place = nameof(Place);
    public const string Pick = nameof(Pick);
    public const string Category = nameof(Category);

    private static readonly Intent[] BeforeGoods =
    [
        Intent.Complaint, Intent.Person, Intent.ClearCart, Intent.CancelOrder, Intent.Paid, Intent.RepeatOrder, Intent.Pictures,
        Intent.OffTopic, Intent.DataDelete, Intent.DataCopy, Intent.StopOffers, Intent.WantOffers,
    ];

    private static readonly Intent[] AfterGoods =
    [
        Intent.KeepPoints, Intent.UsePoints, Intent.PayOnDelivery, Intent.OrderStatus, Intent.PaymentDetails, Intent.PayLater, Intent.Discount, Intent.DeliveryFee, Intent.Pickup, Intent.SavedAddress,
    ];

    private static readonly Intent[] Questions =
    [
        Intent.Points, Intent.Terms, Intent.Hours, Intent.Menu, Intent.Location, Intent.Delivery, Intent.ShowCart, Intent.More, Intent.Price, Intent.Availability, Intent.AreYouBot, Intent.Help, Intent.AllOfThem,
    ];

    /// <summary>Of these often two stand together ("ok bye"): the one of which more words were said is meant.</summary>
    private static readonly Intent[] Courtesies = [Intent.Done, Intent.No, Intent.Wait, Intent.Goodbye, Intent.Thanks, Intent.Yes, Intent.Greeting, Intent.Restate];

    /// <summary>Every name there is.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Enum.GetNames<LineAction>(), .. Enum.GetNames<Intent>().Except(Enum.GetNames<LineAction>()), Swap, Place, Pick, Category, OptOut, OptIn, NotUnderstood,
    ];

    /// <summary>What a line says, heard in a shop; the wish for silence is heard before anything else.</summary>
    public static MainIntent Of(string text, Listener listener) => OptOutWords.Match(text) switch
    {
        OptOutWish.Stop => new MainIntent(OptOut, 1),
        OptOutWish.Start => new MainIntent(OptIn, 1),
        _ => Of(listener.Hear(text)),
    };

    public static MainIntent Of(Heard heard) =>
        Among(heard, BeforeGoods) ?? Goods(heard) ?? Among(heard, AfterGoods) ?? Address(heard) ?? Among(heard, Questions) ?? Choice(heard) ?? Courtesy(heard)
        ?? new MainIntent(NotUnderstood, 0);

    private static MainIntent? Among(Heard heard, Intent[] inOrder)
    {
        foreach (var intent in inOrder)
        {
            if (heard.Intents.TryGetValue(intent, out var confidence)) return new MainIntent(intent.ToString(), confidence);
        }

        return null;
    }

    private static MainIntent? Goods(Heard heard)
    {
        if (heard.Swaps is [var swap, ..]) return new MainIntent(Swap, Math.Min(swap.From?.Confidence ?? 1, swap.To.Confidence));
        var line = heard.Lines.FirstOrDefault(line => line.Action != LineAction.Mention);
        return line is null ? null : new MainIntent(line.Action.ToString(), line.Mention?.Confidence ?? 1);
    }

    private static MainIntent? Address(Heard heard) => heard.Address is null && heard.Place is null ? null : new MainIntent(Place, heard.Address is { Announced: false } ? 0.8 : 1);

    // What was only named: a category, an area, a place in a list, a product without a word about it.
    private static MainIntent? Choice(Heard heard) =>
        heard.Category is not null ? new MainIntent(Category, 1)
        : heard.Area is not null ? new MainIntent(Place, 0.7)
        : heard.Picks.Count > 0 ? new MainIntent(Pick, 1)
        : heard.Lines is [{ Mention: { } mention }, ..] ? new MainIntent(nameof(LineAction.Mention), mention.Confidence)
        : null;

    private static MainIntent? Courtesy(Heard heard) =>
        Courtesies.Where(heard.Has).Select(intent => new MainIntent(intent.ToString(), heard.Intents[intent])).MaxBy(courtesy => courtesy.Confidence);
}
