using System.Text.RegularExpressions;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>"No be 7, na 17", "my house number is 17": the address of the cart with another number. Its street and its area stay, and no goods are counted by it.</summary>
internal static partial class HouseNumber
{
    public static async Task TakeAsync(Talk talk)
    {
        if (talk.Pending.Count > 0 || await talk.CartAsync() is not { Fulfillment: FulfillmentType.Delivery, Address: { } known, Area: { } area } cart || Number().Match(known) is not { Success: true } old) return;

        var sentences = talk.Listener.SentencesOf(talk.Text);
        if (sentences.Select(sentence => (Text: sentence, Number: In(talk, sentence, cart, old.Value))).FirstOrDefault(one => one.Number is not null) is not { Number: { } number } told) return;

        await talk.CallAsync(new ChooseDeliveryCall(Number().Replace(known, number, 1), area));
        talk.OrderMoved = true;
        if (sentences.Count > 1) talk.LeaveOnly([.. sentences.Where(sentence => sentence != told.Text)]);
        var counted = talk.Listener.Hear(told.Text).Lines;
        talk.Heard = talk.Heard.WithoutLines(counted.Contains).WithoutPicks().WithoutPlace().Without(Intent.Yes, Intent.No, Intent.Wait, Intent.Delivery, Intent.Restate);
    }

    private static string? In(Talk talk, string sentence, CartView cart, string old)
    {
        var heard = talk.Listener.Hear(sentence);
        return heard is { IsQuestion: false, Area: null, OrderNumber: null, Amount: null, Swaps.Count: 0 } && heard.Lines.All(line => line.Mention is null) ? Said(talk, sentence, cart, old) : null;
    }

    /// <summary>"16 Isheri Road, I mistyped it", of an address in the cart: the same street, and so the same area. Null: another street.</summary>
    public static (string Address, string? Area)? SetRight(CartView cart, string said)
    {
        if (cart is not { Fulfillment: FulfillmentType.Delivery, Address: { } known, Area: not null } || Number().Match(said) is not { Success: true } number || !Number().IsMatch(known)) return null;
        var words = Words(known);
        var street = Word().Matches(said[(number.Index + number.Length)..]).Select(word => word.Value.ToUpperInvariant()).ToList();
        return street.Count == 0 || street.TakeWhile(words.Contains).Any(word => !streetWords.Contains(word)) ? (Number().Replace(known, number.Value, 1), cart.Area) : null;
    }

    private static readonly HashSet<string> streetWords = ["STREET", "ROAD", "AVENUE", "CLOSE", "CRESCENT", "WAY", "LANE", "DRIVE", "ESTATE", "STR", "RD", "AVE"];

    private static string? Said(Talk talk, string text, CartView cart, string old)
    {
        var numbers = Number().Matches(text).Select(match => match.Value).ToList();
        var others = numbers.Where(number => !Is(number, old)).ToList();
        if (others is not [var number]) return null;

        var namesIt = talk.Listener.SpeaksOfHouseNumber(text);
        // "No be 7, na 17": of a cart that has seven of something it may be that.
        if (numbers.Count == 2) return namesIt || (talk.Listener.SaysCorrection(text) && !cart.Lines.Any(line => Is($"{line.Quantity}", old))) ? number : null;
        return namesIt || (IsBare(text, number) && IsSlipOf(old, number)) ? number : null;

        static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
    }

    // "No, 17", "sorry no 54"
    private static bool IsBare(string text, string number) => number.Length > 1 && Word().Count(text.Replace(number, "", StringComparison.Ordinal)) <= 3;

    // 17 for 7, 54 for 45, 12A for 12: what a finger does. Nobody who has one zobo means seventeen by it.
    private static bool IsSlipOf(string old, string number) =>
        number.Length == old.Length + 1 && (number.StartsWith(old, StringComparison.OrdinalIgnoreCase) || number.EndsWith(old, StringComparison.OrdinalIgnoreCase))
        || (number.Length == old.Length && number.Length > 1 && number.Order().SequenceEqual(old.Order()));

    private static HashSet<string> Words(string address) => [.. Word().Matches(address).Select(word => word.Value.ToUpperInvariant())];

    [GeneratedRegex(@"(?<!\w)\d{1,4}[A-Za-z]?(?!\w)")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b\p{L}{2,}\b")]
    private static partial Regex Word();
}
