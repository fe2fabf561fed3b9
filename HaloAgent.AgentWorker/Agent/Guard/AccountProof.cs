using System.Text.RegularExpressions;
using HaloAgent.Businesses;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Whether money is sent to the shop: its account's own name, and never its telephone number as an account.</summary>
internal static partial class AccountProof
{
    public static bool Holds(Said said, FactSheet facts) => AccountName().Matches(said.Text).All(match => IsName(match.Groups["name"].Value, facts.Context.Business.BankDetails)) && !PhoneIsPaid(said, facts);

    // As much of the name as was said, word for word: "Halo Kitchen" for "Halo Kitchen Ltd".
    private static bool IsName(string said, BankDetails? bank)
    {
        var words = Words(said);
        var stored = bank is null ? [] : Words(bank.AccountName);
        return words.Count == 0 || (stored.Count > 0 && words.Zip(stored).TakeWhile(pair => pair.First == pair.Second).Count() == Math.Min(words.Count, stored.Count));
    }

    /// <summary>A telephone number may be called; nearer to "pay" or "account" than to "call" it is told as an account.</summary>
    private static bool PhoneIsPaid(Said said, FactSheet facts) => said.Claims
        .Where(found => found.Claim.Kind == ClaimKind.AccountNumber && !facts.Contains(found.Claim))
        .Any(found => PayOrCall().Matches(said.Text[..found.At]) is [.., var last] && last.Groups["pay"].Success);

    private static List<string> Words(string name) => [.. StatementReader.Words(name).Where(word => word.Length > 0)];

    // Written large, or behind a colon: "the account name is shown below" names nobody. A bank, a number or a comma ends it.
    [GeneratedRegex(
        @"(?i:\b(?:account|acct|a/c|acc)\s+(?:holder'?s?\s+)?name\b|\baccount\s+holder\b|\bbeneficiary(?:\s+name)?\b|\bname\s+(?:of|on)\s+the\s+account\b)\s*(?:(?i:\bis\b|\bna\b|\bni\b|\bbụ\b|\bbu\b|[-–=:*])\s*)*[“""'*]?(?<name>\p{Lu}[\p{L}\p{Nd}'’&.-]*(?:\s+(?:&\s+)?\p{Lu}[\p{L}\p{Nd}'’&-]*)*)|(?i:\b(?:account|acct)\s+name\s*:)\s*\*?(?<name>\p{Ll}[^,.;\n(]*)")]
    private static partial Regex AccountName();

    [GeneratedRegex(@"\b(?:(?<pay>pay|paid|paying|transfer|deposit|account|acct|a/c)|call|calling|text|message|reach|contact|chat|write|dial|ring|phone|whatsapp|pe|kira|kpoo|kpọọ)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PayOrCall();
}
