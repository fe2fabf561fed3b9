using System.Text.RegularExpressions;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>"16 Isheri Road, I mistyped it", of an address in the cart: the same street with another number, and so in the same area.</summary>
internal static partial class SameStreet
{
    /// <summary>The address of the cart with the number that was said, and its area; null: another street.</summary>
    public static (string Address, string? Area)? In(CartView cart, string said)
    {
        if (cart is not { Fulfillment: FulfillmentType.Delivery, Address: { } known, Area: not null } || HouseNumber.NumberIn(known) is null || HouseNumber.Number().Match(said) is not { Success: true } number) return null;

        var behind = Words(said[(number.Index + number.Length)..].Split(',', '.')[0]);
        var isSame = behind.Count == 0 || (Words(known).IsSupersetOf(behind) && !behind.IsSubsetOf(AddressReader.StreetWords));
        return isSame ? (HouseNumber.Number().Replace(known, number.Value, 1), cart.Area) : null;
    }

    private static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(word => word.Value.ToLowerInvariant())];

    [GeneratedRegex(@"\b\p{L}{2,}\b")]
    private static partial Regex Word();
}
