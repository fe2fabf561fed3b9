using System.Text.RegularExpressions;
using HaloAgent.Businesses;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>
/// Whether an amount that a sentence calls the fee of bringing something is the fee of the place that it names; without a place, of
/// where the cart, an order or the customer's question goes.
/// </summary>
internal sealed partial class DeliveryFeeProof(FactSheet facts)
{
    private static readonly HashSet<string> TotalWords = ["total", "altogether", "everything", "sum", "apapo", "jimla", "jimlar", "mgbako", "ngukota"];

    private static readonly HashSet<string> Little =
    [
        "to", "for", "in", "as", "the", "a", "of", "your", "our", "is", "its", "it", "s", "naira", "na", "ni", "je", "bu", "ne", "ce", "cost", "costs", "will", "be", "just", "only", "at", "goes", "fee", "fees", "price", "charge", "si", "zuwa", "go",
    ];

    private readonly Lazy<AreaMentions> places = new(() => new AreaMentions(facts.Context.Business.DeliveryAreas));

    /// <returns>Null: the amount is none of delivery.</returns>
    public bool? Holds(FoundClaim amount, Said said, IReadOnlyList<Mention> goods)
    {
        var areas = places.Value.In(said.Words);
        var (first, last) = (said.FirstOf(amount), said.LastOf(amount));
        if (!IsOfDelivery(said.Words, first, last, goods) && (goods.Count > 0 || !IsBesideArea(said.Words, first, last, areas)))
        {
            return null;
        }

        return Meant(said, first, last, areas) is { Count: > 0 } meant ? (meant.Count > 1 && OfSeveral().IsMatch(said.Text) ? meant.Exists(Costs) : meant.TrueForAll(Costs)) || IsSum(said, amount)
            : areas.Count > 0 ? areas.Any(area => Costs(area.Area)) || IsSum(said, amount)
            : IsFeeOfTheMoment(said, amount.Claim) || IsSum(said, amount);

        bool Costs(DeliveryArea area) => Claims.Of(area.Fee) == amount.Claim;
    }

    /// <summary>Delivery is spoken of right behind the amount, or nearer before it than any product or total.</summary>
    private static bool IsOfDelivery(IReadOnlyList<PlacedWord> words, int first, int last, IReadOnlyList<Mention> goods)
    {
        var behind = last + 1;
        while (behind < words.Count && Little.Contains(words[behind].Text)) behind++;
        if (behind < words.Count && DeliveryProof.Speaks(words[behind].Text)) return true;
        for (var at = first - 1; at >= 0; at--)
        {
            if (DeliveryProof.Speaks(words[at].Text)) return true;
            if (TotalWords.Contains(words[at].Text) || goods.Any(mention => mention.Last == at)) return false;
        }

        return false;
    }

    private static bool IsBesideArea(IReadOnlyList<PlacedWord> words, int first, int last, IReadOnlyList<AreaMention> areas) =>
        Behind(words, last, areas) is not null
        || areas.Any(area => area.Last < first && Enumerable.Range(area.Last + 1, first - area.Last - 1).All(at => words[at].IsBreak || Little.Contains(words[at].Text)));

    private static AreaMention? Behind(IReadOnlyList<PlacedWord> words, int last, IReadOnlyList<AreaMention> areas)
    {
        var at = last + 1;
        while (at < words.Count && (Little.Contains(words[at].Text) || DeliveryProof.Speaks(words[at].Text))) at++;
        return areas.FirstOrDefault(area => area.First == at);
    }

    /// <summary>The place right behind the amount; else those that stand together before it; else the next one. Never one with an amount of its own.</summary>
    private static List<DeliveryArea> Meant(Said said, int first, int last, IReadOnlyList<AreaMention> areas)
    {
        if (Behind(said.Words, last, areas) is { } behind)
        {
            return [behind.Area];
        }

        var from = said.Amounts.Select(said.LastOf).Where(end => end < first).Append(-1).Max();
        var until = said.Amounts.Select(said.FirstOf).Where(start => start > last).Append(said.Words.Count).Min();
        var before = new List<DeliveryArea>();
        foreach (var area in areas.Where(area => area.First > from && area.Last < first).Reverse())
        {
            if (before.Count > 0 && !IsJoined(said.Words, area, areas)) break;
            before.Add(area.Area);
        }

        return before.Count > 0 ? before : [.. areas.Where(area => area.First > last && area.Last < until).Take(1).Select(area => area.Area)];
    }

    // "Ikeja, Opebi and Yaba", "to Ikeja or to Yaba".
    private static bool IsJoined(IReadOnlyList<PlacedWord> words, AreaMention area, IReadOnlyList<AreaMention> areas)
    {
        var next = areas.First(other => other.First > area.Last);
        return Enumerable.Range(area.Last + 1, next.First - area.Last - 1).All(at => words[at].IsBreak || words[at].Text is "to" || CountWords.Joins(words[at].Text));
    }

    // What the customer wrote may be the only word of the place: "How much to Yaba?" – "Delivery is ₦2,000."
    private bool IsFeeOfTheMoment(Said said, Claim amount)
    {
        var context = facts.Context;
        Money?[] known =
        [
            facts.Cart?.DeliveryFee,
            .. facts.Quotes.Select(quote => quote.Fee),
            .. facts.Orders.Where(order => order.Fulfillment == FulfillmentType.Delivery).Select(order => (Money?)order.DeliveryFee),
            .. context.Messages.SelectMany(message => places.Value.In(PlacedWord.In(message.Content.Text))).Select(mention => (Money?)mention.Area.Fee),
            DeliveryAreaFinder.Find(context.Business.DeliveryAreas, context.Contact.SavedArea)?.Fee,
        ];
        var fees = known.OfType<Money>().ToList();
        return (fees.Count == 0 || OfSeveral().IsMatch(said.Text) ? context.Business.DeliveryAreas.Select(area => area.Fee) : fees).Any(fee => Claims.Of(fee) == amount);
    }

    private bool IsSum(Said said, FoundClaim amount) => SpeaksOfSum().IsMatch(said.Text) && facts.IsTotal(amount.Claim);

    // "With delivery it comes to ₦8,500."
    [GeneratedRegex(@"=|\b(?:with|incl\w*|plus|total|in all|altogether|everything|sum|comes? to|pay|order|transfer|send|apapọ|apapo|jimlar?|mgbakọ|mgbako)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfSum();

    [GeneratedRegex(@"\b(?:from|between|start\w*|depend\w*|rang\w*|up to|low as|areas?|places?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfSeveral();
}
