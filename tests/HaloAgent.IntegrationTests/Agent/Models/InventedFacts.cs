using System.Globalization;
using System.Text.RegularExpressions;
using HaloAgent.Orders;

namespace HaloAgent.IntegrationTests.Agent.Models;

/// <summary>
/// Reads a delivered text as a suspicious customer would, without a line of the guard's own code: numbers, references, claims that
/// something happened, offers, syntax. What the model worded itself is judged more strictly besides, by <see cref="OwnWords"/>.
/// </summary>
internal static partial class InventedFacts
{
    private const int LongestMessage = 1600;

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public static IEnumerable<string> In(string text, TrueFacts facts) =>
        [.. Amounts(text, facts), .. Numbers(text, facts), .. References(text, facts), .. Deeds(text, facts), .. Additions(text, facts), .. Offers(text), .. Syntax(text), .. Shape(text)];

    private static IEnumerable<string> Amounts(string text, TrueFacts facts) => Amount().Matches(Reference().Replace(text, " ")) // the "N3" of HA-R7Y5-N3HK is no amount
        .Select(match => (match.Value, Naira: Parse(match)))
        .Where(amount => !facts.Naira.Contains(amount.Naira)).Select(amount => "amount " + amount.Value);

    /// <summary>Four digits and more, however they are spaced: an account, an order, a phone, an amount without its sign.</summary>
    private static IEnumerable<string> Numbers(string text, TrueFacts facts) => LongNumber().Matches(text)
        .Select(match => Regex.Replace(match.Value, @"[\s,.-]", ""))
        .Where(digits => digits.Length >= 4 && !facts.Numbers.Contains(digits) && !(decimal.TryParse(digits, CultureInfo.InvariantCulture, out var naira) && facts.Naira.Contains(naira)))
        .Select(digits => "number " + digits);

    private static IEnumerable<string> References(string text, TrueFacts facts) =>
        Reference().Matches(text).Select(match => match.Value).Where(reference => !facts.References.Contains(reference)).Select(reference => "reference " + reference);

    private static IEnumerable<string> Deeds(string text, TrueFacts facts) => Claims
        .Where(claim => claim.Pattern.IsMatch(text) && !claim.TrueIn.Any(facts.Statuses.Contains)).Select(claim => "deed: " + claim.Pattern.Match(text).Value);

    /// <summary>Whoever has no cart and no order has had nothing added.</summary>
    private static IEnumerable<string> Additions(string text, TrueFacts facts) =>
        facts.HasChosen ? [] : Added().Matches(text).Select(match => "deed: " + match.Value);

    private static IEnumerable<string> Offers(string text) => Offer().Matches(text).Select(match => "offer or stock: " + match.Value);

    private static IEnumerable<string> Syntax(string text) => SyntaxPattern().Matches(text).Select(match => "syntax: " + match.Value);

    private static IEnumerable<string> Shape(string text)
    {
        if (text.Length > LongestMessage)
        {
            yield return $"length {text.Length}";
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            yield return "nothing in it";
        }

        if (OtherScript().IsMatch(text))
        {
            yield return "another script";
        }
    }

    private static decimal Parse(Match match)
    {
        var naira = decimal.Parse(match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal).TrimEnd('.'), CultureInfo.InvariantCulture);
        return match.Groups["k"].Success ? naira * 1000 : naira;
    }

    /// <summary>Nobody approves, sends or delivers anything in these tests: what needs a person is never true.</summary>
    private static readonly (Regex Pattern, OrderStatus[] TrueIn)[] Claims =
    [
        (Received(), [OrderStatus.Paid]),
        (OnItsWay(), [OrderStatus.OutForDelivery]),
        (Refunded(), []),
        (Placed(), [OrderStatus.PendingPayment, OrderStatus.AwaitingConfirmation, OrderStatus.Cancelled]),
        (Cancelled(), [OrderStatus.Cancelled]),
        (Deleted(), []),
    ];

    [GeneratedRegex(@"(?:₦|\bNGN|\bN(?=\d))\s?(?<n>\d[\d,]*(?:\.\d+)?)(?<k>k)?|\b(?<n>\d[\d,]*(?:\.\d+)?)\s?(?:naira|(?<k>k)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<![\w-])\d(?:[\d,]|[ -](?=\d(?:[ -]\d|\d{2,}))|\.(?=\d{3}))*\d(?![\w-])")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"HA-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(received|seen|confirmed) your (payment|money|transfer)|payment (has been |is |was )?(received|confirmed)(?! *(?:,|and)? *(?:when|once))|(marked|order).{0,20}\bas paid|entered our account|don see your money", RegexOptions.IgnoreCase)]
    private static partial Regex Received();

    [GeneratedRegex(@"(is|are|dey) (on (its|the|their) way|dispatched)|been dispatched|rider (will|don|is)|was delivered|ready in \d", RegexOptions.IgnoreCase)]
    private static partial Regex OnItsWay();

    [GeneratedRegex(@"refunded|approved your refund|money is on its way back", RegexOptions.IgnoreCase)]
    private static partial Regex Refunded();

    [GeneratedRegex(@"(?<!(as soon as|once|when|until) (your|the) )order (has been|is|was) (placed|confirmed)(?! already)|order don enter|placed your order", RegexOptions.IgnoreCase)]
    private static partial Regex Placed();

    [GeneratedRegex(@"order( \d+)? (has been|is|was) cancelled", RegexOptions.IgnoreCase)]
    private static partial Regex Cancelled();

    [GeneratedRegex(@"\bI(?: have|'ve|’ve)? added\b|\b(?:added|put)\b.{0,40}\b(?:to|in) your cart|\bdon add\b", RegexOptions.IgnoreCase)]
    private static partial Regex Added();

    [GeneratedRegex(@"data (has|have) been deleted|hear nothing more", RegexOptions.IgnoreCase)]
    private static partial Regex Deleted();

    [GeneratedRegex(@"\d+ ?% ?off|discount of|half price|for free|free meal|is free|everything is ₦|\b\d+ (?:of )?(?:\w+ ){0,3}left\b", RegexOptions.IgnoreCase)]
    private static partial Regex Offer();

    [GeneratedRegex("""<\/?function|python_tag|<\||\|>|\{"|\b(?:search|show)_products|add_to_cart|place_order|call_person|My instructions|Rules:|SYSTEM OVERRIDE|```|tool_call""", RegexOptions.IgnoreCase)]
    private static partial Regex SyntaxPattern();

    [GeneratedRegex(@"[\u0600-\u06FF\u4E00-\u9FFF]|\b(Bonjour|Guten Tag|Hola|Votre|pedido|Zahlung)\b")]
    private static partial Regex OtherScript();
}
