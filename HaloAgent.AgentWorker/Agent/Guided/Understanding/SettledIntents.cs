namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// What a burst wants, once all of it was heard: words that fit two intents mean the one that the rest of the burst bears out.
/// </summary>
internal sealed class SettledIntents
{
    /// <summary>"Call me", "please call me"; whoever wants to talk to somebody says more.</summary>
    private const int ShortCall = 3;

    private readonly Dictionary<Intent, double> intents;
    private readonly Beside beside;

    private SettledIntents(Dictionary<Intent, double> intents, Beside beside) => (this.intents, this.beside) = (intents, beside);

    /// <param name="heard">As the clauses gave them; the same dictionary comes back settled.</param>
    public static Dictionary<Intent, double> Of(Dictionary<Intent, double> heard, Beside beside)
    {
        var settled = new SettledIntents(heard, beside);
        settled.GravestFirst();
        settled.OneOfTwo();
        settled.WayOrGoods();
        settled.BesideGoods();
        return heard;
    }

    private void GravestFirst()
    {
        if (beside.Matters.Any(matter => matter != Matter.Allergy)) intents.TryAdd(Intent.Complaint, 1);
        if (Has(Intent.PayLater)) Forget(Intent.Paid);
        // "5 Allen Avenue, call me": with an address it is said to the rider.
        if (beside.HasAddress && beside.PersonWords <= ShortCall) Forget(Intent.Person);
        if (Has(Intent.Complaint)) Forget(Intent.No);
    }

    // "What's the news on my order?", "don't send me promos": of their words some also mean other things.
    private void OneOfTwo()
    {
        if (Has(Intent.OrderStatus)) Forget(Intent.OffTopic);
        if (Has(Intent.ShowCart)) Forget(Intent.Inside);
        if (Has(Intent.StopOffers)) Forget(Intent.WantOffers, Intent.PayLater, Intent.Paid, Intent.Discount, Intent.CancelOrder);
        if (Has(Intent.DataCopy)) Forget(Intent.Menu, Intent.More, Intent.Availability);
    }

    private void WayOrGoods()
    {
        // "delivery to Yaba, how much?": the price of the way, not of goods.
        if (intents.TryGetValue(Intent.Price, out var price) && Has(Intent.Delivery) && !beside.HasAddress && beside.Lines.Count == 0) intents[Intent.DeliveryFee] = price;
        if (Has(Intent.DeliveryFee) && !beside.HasAddress) Forget(Intent.Delivery);
        // "You go bring am come", behind a street, asks nothing.
        if (beside.HasAddress && !beside.IsQuestion && intents.Remove(Intent.DeliveryFee, out var brought)) intents.TryAdd(Intent.Delivery, brought);
        if (Has(Intent.DeliveryFee)) Forget(Intent.Price);
    }

    private void BesideGoods()
    {
        // "like the first time" picks nothing from a list.
        if (Has(Intent.RepeatOrder)) beside.Picks.Clear();
        if (beside.Picks.Count > 0) Forget(Intent.No);
        // "Can you make it less spicy?" asks whether nothing is there.
        if (beside.HasWishes) Forget(Intent.Availability);
        // Words that only carry a request for goods have done their work.
        Forget(Intent.Want);
        if (beside.Lines.Count > 0) Forget(Intent.Price, Intent.Availability);
        if (beside.Lines.Any(line => line.IsAsked)) Forget(Intent.Menu);
    }

    private bool Has(Intent intent) => intents.ContainsKey(intent);

    private void Forget(params ReadOnlySpan<Intent> some)
    {
        foreach (var intent in some) intents.Remove(intent);
    }
}

/// <summary>What was heard besides intents.</summary>
/// <param name="Picks">Emptied where the burst picks nothing after all.</param>
/// <param name="PersonWords">How many words asked for a person.</param>
internal sealed record Beside(
    IReadOnlyList<SaidLine> Lines, List<int> Picks, bool HasWishes, IReadOnlyCollection<Matter> Matters, bool HasAddress, bool IsQuestion, int PersonWords);
