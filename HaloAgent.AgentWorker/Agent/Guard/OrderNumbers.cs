using System.Text.RegularExpressions;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Which orders a sentence names, in whatever language: without leading zeros, and whether there are such orders or not.</summary>
internal static partial class OrderNumbers
{
    public static IReadOnlySet<string> In(string sentence, FactSheet facts)
    {
        var named = BesideTheWord().Matches(sentence).SelectMany(match => match.Groups["n"].Captures).Select(number => Plain(number.Value)).ToHashSet();
        // No amount begins with a zero; any other number is an order's only where orders are spoken of.
        var known = facts.Orders.Select(order => Plain(order.Number)).ToHashSet();
        var ofOrders = OrderWord().IsMatch(sentence);
        named.UnionWith(LongNumber().Matches(sentence).Where(match => ofOrders || match.Value[0] == '0').Select(match => Plain(match.Value)).Where(known.Contains));
        return named;
    }

    public static string Plain(string number) => number.TrimStart('0');

    [GeneratedRegex(@"\b(?:orders?|oda|ibere|ìbéèrè)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OrderWord();

    [GeneratedRegex(
        @"\b(?:orders?|oda|ibere|ìbéèrè)\b[\s#:(*]*(?:(?:number|no|nomba|namba)\b[\s.#:(*]*(?:(?:is|na)\b[\s#:(*]*)?)?(?<n>\d{1,6})\b(?![.,]\d)(?:\s*(?:,|&|and|or|ati|da|na)\s*#?(?<n>\d{1,6})\b(?![.,]\d))*",
        RegexOptions.IgnoreCase)]
    private static partial Regex BesideTheWord();

    [GeneratedRegex(@"(?<![\w.,₦])\d{3,6}\b(?![.,]\d)")]
    private static partial Regex LongNumber();
}
