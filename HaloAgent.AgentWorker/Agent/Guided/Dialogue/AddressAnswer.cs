using System.Text.RegularExpressions;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// The answer to "where to?" is an address to its end: "No 4 Bajulaiye close, Mende. Black gate, behind Chicken Republic" orders no chicken, and
/// whoever brings it needs the gate.
/// </summary>
internal static partial class AddressAnswer
{
    private const int Longest = 200;

    public static Heard In(Heard heard, string text)
    {
        if (heard is not { Address: { } address, IsQuestion: false } || heard.Swaps.Count > 0 || !heard.Lines.All(IsLandmark)) return heard;

        var whole = text.ReplaceLineEndings(", ").Trim();
        var isWhole = heard.Lines.Count > 0 && heard.Intents.Count == 0 && whole.Length <= Longest;
        return heard.WithoutLines(_ => true) with { Address = isWhole ? address with { Text = whole } : address };
    }

    /// <summary>"Not 10, it is 16 Isheri road", of an address in the cart: another number in the same street, and the area stays. Null: another street.</summary>
    public static (string Address, string? Area)? SetRight(CartView cart, string said)
    {
        if (cart is not { Fulfillment: FulfillmentType.Delivery, Address: { } known, Area: not null } || Number().Match(said) is not { Success: true } number || !Number().IsMatch(known)) return null;
        var words = Words(said);
        return words.Count > 0 && words.IsSubsetOf(Words(known)) ? (Number().Replace(known, number.Value, 1), cart.Area) : null;
    }

    private static HashSet<string> Words(string address) => [.. Word().Matches(address).Select(word => word.Value.ToUpperInvariant())];

    [GeneratedRegex(@"\b\d+\w?\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b\p{L}{2,}\b")]
    private static partial Regex Word();

    private static bool IsLandmark(SaidLine line) => line is { Action: LineAction.Add or LineAction.Mention, Quantity: null, Naira: null, Explicit: false };
}
