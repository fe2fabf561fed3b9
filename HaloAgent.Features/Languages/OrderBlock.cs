using System.Globalization;
using System.Text;
using HaloAgent.Businesses;
using HaloAgent.Orders;

namespace HaloAgent.Languages;

/// <summary>
/// The parts of a chat that must always look the same: the summary that is confirmed and the instructions that ask for
/// money. Made from committed records only.
/// </summary>
public static class OrderBlock
{
    private const int Gap = 4;
    private const int WidestLine = 44;

    /// <summary>What the customer is asked to confirm.</summary>
    public static string Summary(Phrasebook phrases, CartView cart, string pickupAddress)
    {
        List<(string Label, string Amount, string? Note)> lines =
        [
            .. cart.Lines.Select(line => (phrases.Say(PhraseKeys.SummaryLine, ("quantity", line.Quantity), ("name", line.FullName)), line.Total.ToString(), line.Note)),
        ];
        if (cart.Fulfillment == FulfillmentType.Delivery && cart.DeliveryFee is { } fee)
        {
            lines.Add((phrases.Say(PhraseKeys.SummaryDelivery, ("area", cart.Area)), fee.ToString(), null));
        }

        if (cart.PointsUsed > 0)
        {
            lines.Add((phrases.Say(PhraseKeys.SummaryPoints, ("points", cart.PointsUsed)), $"-{cart.Discount}", null));
        }

        var text = new StringBuilder().Append(phrases.Say(PhraseKeys.SummaryTitle)).Append('\n');
        Aligned(text, lines);
        if (cart.Note is { } note) text.Append(Quoted(note)).Append('\n');
        text.Append(phrases.Say(PhraseKeys.SummaryTotal, ("total", cart.Total))).Append('\n');
        text.Append(cart.Fulfillment == FulfillmentType.Pickup ? phrases.Say(PhraseKeys.SummaryPickup, ("address", pickupAddress)) : cart.Address).Append('\n');
        return text.Append(phrases.Say(PhraseKeys.SummaryConfirm)).ToString();
    }

    /// <summary>
    /// What is to be transferred where, each on a line of its own to be copied. Without bank details it says that the shop
    /// will send them: none are ever made up.
    /// </summary>
    public static string Payment(Phrasebook phrases, OrderFacts order, TimeZoneInfo zone)
    {
        if (order.BankDetails is not { } bank)
        {
            return phrases.Say(PhraseKeys.PaymentNoDetails, ("total", order.Total), ("reference", order.PaymentReference));
        }

        List<string> lines =
        [
            phrases.Say(PhraseKeys.PaymentTitle, ("number", order.Number)),
            phrases.Say(PhraseKeys.PaymentAmount, ("total", order.Total)),
            phrases.Say(PhraseKeys.PaymentBank, ("bank", bank.Bank)),
            phrases.Say(PhraseKeys.PaymentAccountNumber, ("account", bank.AccountNumber)),
            phrases.Say(PhraseKeys.PaymentAccountName, ("name", bank.AccountName)),
            phrases.Say(PhraseKeys.PaymentReference, ("reference", order.PaymentReference)),
            phrases.Say(PhraseKeys.PaymentNext),
        ];
        if (order.ExpiresAt is { } until)
        {
            lines.Add(phrases.Say(PhraseKeys.PaymentHold, ("time", TimeZoneInfo.ConvertTime(until, zone).ToString("d MMM, HH:mm", CultureInfo.InvariantCulture))));
        }

        return string.Join('\n', lines);
    }

    /// <summary>A customer's own words, and plainly theirs.</summary>
    public static string Quoted(string note) => $"“{note}”";

    // Amounts stand under each other; a name too long for a phone's line just keeps its distance.
    private static void Aligned(StringBuilder text, List<(string Label, string Amount, string? Note)> lines)
    {
        var width = Math.Min(WidestLine, lines.Select(line => line.Label.Length + Gap + line.Amount.Length).DefaultIfEmpty(0).Max());
        foreach (var (label, amount, note) in lines)
        {
            var spaces = Math.Max(2, width - label.Length - amount.Length);
            text.Append(label).Append(' ', spaces).Append(amount).Append('\n');
            if (note is not null) text.Append("   ").Append(Quoted(note)).Append('\n');
        }
    }
}

/// <summary>The greeting of the hour, by the shop's clock.</summary>
public static class Greeting
{
    public static string For(Phrasebook phrases, Business shop, DateTimeOffset now)
    {
        var hour = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(shop.TimeZone)).Hour;
        var key = hour switch
        {
            < 12 => PhraseKeys.GreetingMorning,
            < 17 => PhraseKeys.GreetingAfternoon,
            _ => PhraseKeys.GreetingEvening,
        };
        return phrases.Say(key, ("shop", shop.Name));
    }
}
