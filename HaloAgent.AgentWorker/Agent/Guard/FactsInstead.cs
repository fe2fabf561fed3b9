using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.Catalog;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>What the records say of the thing of which a model said something else: it is told in the place of the sentence that was left out.</summary>
internal static class FactsInstead
{
    private static readonly HashSet<string> OfTime = [GuardVerdict.ClockTime, GuardVerdict.Day, "opens", "closed", "open_now", "closed_now", "never_closes"];

    private static readonly HashSet<string> OfMoney = [GuardVerdict.Goods, GuardVerdict.Amount, "free"];

    /// <param name="wrong">The sentences that were left out, and why.</param>
    /// <returns>Null when nothing is on record.</returns>
    public static string? Of(IReadOnlyList<(string Sentence, string Why)> wrong, OwnWordsCheck check, FactSheet facts, Phrasebook phrases)
    {
        // What only states nothing known was about anything at all: the price of a thing it names is no answer to it.
        wrong = [.. wrong.Where(found => !found.Why.StartsWith(GuardVerdict.Unproven, StringComparison.Ordinal))];
        if (wrong.Count == 0) return null;

        var shop = facts.Context.Business;
        if (wrong.Select(found => check.Subject(ChatFormat.Read(found.Sentence))).OfType<Product>().FirstOrDefault(product => product.Variants.Count == 0) is { } product)
        {
            return product.Stock > 0 ? phrases.Say(PhraseKeys.Price, ("name", product.Name), ("price", product.Price)) : phrases.Say(PhraseKeys.SoldOut, ("name", product.Name));
        }

        if (wrong.Any(found => OfTime.Contains(found.Why)) && shop.OpeningHours.Count > 0) return OpeningTimes.Text(phrases, shop.OpeningHours, TimeZoneInfo.ConvertTime(facts.Context.Now, facts.Context.Zone));
        if (wrong.Any(found => found.Why == GuardVerdict.Address) && shop.PickupAddress.Length > 0) return phrases.Say(PhraseKeys.Location, ("address", shop.PickupAddress));
        if (wrong.Where(found => OfMoney.Contains(found.Why)).SelectMany(found => check.Areas(ChatFormat.Read(found.Sentence))).Distinct().ToList() is { Count: > 0 } areas)
        {
            return string.Join('\n', areas.Select(area => phrases.Say(PhraseKeys.Fee, ("area", area.Names[0]), ("fee", area.Fee))));
        }

        var orders = facts.Orders.Select(order => phrases.Say(
            PhraseKeys.StatusLine, ("number", order.Number), ("total", order.Total), ("status", phrases.Say("status_" + order.Status.WireName()))));
        return facts.Orders.Count > 0 ? string.Join('\n', orders)
            : wrong.Any(found => found.Why == GuardVerdict.Discount) ? phrases.Say(PhraseKeys.Discount)
            : null;
    }
}
