using System.Text.RegularExpressions;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// "No be 7, na 17", "my house number is 17": the address of the cart with another number, where nothing else can be meant: the old number is
/// denied, or the number is said to be the house's. Its street and its area stay, and no goods are counted by it. An address with several numbers is left alone.
/// </summary>
internal static partial class HouseNumber
{
    public static async Task TakeAsync(Talk talk)
    {
        if (talk.Pending.Count > 0 || await talk.CartAsync() is not { Fulfillment: FulfillmentType.Delivery, Address: { } known, Area: { } area } cart || NumberIn(known) is not { } old) return;

        var sentences = talk.Listener.SentencesOf(talk.Text);
        if (sentences.Select(sentence => (Text: sentence, Number: In(talk, sentence, cart, old))).FirstOrDefault(one => one.Number is not null) is not { Number: { } number } told) return;

        await talk.CallAsync(new ChooseDeliveryCall(Number().Replace(known, number, 1), area));
        talk.OrderMoved = true;
        if (sentences.Count > 1) talk.LeaveOnly([.. sentences.Where(sentence => sentence != told.Text)]);
        var counted = talk.Listener.Hear(told.Text).Lines;
        talk.Heard = talk.Heard.WithoutLines(counted.Contains).WithoutPicks().WithoutPlace().Without(Intent.Yes, Intent.No, Intent.Wait, Intent.Delivery, Intent.Restate);
    }

    private static string? In(Talk talk, string sentence, CartView cart, string old)
    {
        var heard = talk.Listener.Hear(sentence);
        if (heard is not { IsQuestion: false, Area: null, OrderNumber: null, Amount: null, Swaps.Count: 0 } || heard.Lines.Any(line => line.Mention is not null)) return null;

        var numbers = Number().Matches(sentence).ToList();
        var others = numbers.FindAll(number => !Is(number.Value, old));
        if (others is not [var said]) return null;
        // "No be 7, na 17"; of a cart that has seven of something it may be that.
        if (numbers.Count == 2) return talk.Listener.IsDenied(sentence, old) && !cart.Lines.Any(line => Is($"{line.Quantity}", old)) ? said.Value : null;

        return numbers.Count == 1 && (talk.Listener.NamesHouseNumber(Number().Replace(sentence, "7")) || IsSlip(talk, sentence, old, said.Value)) ? said.Value : null;
    }

    // "No, 17": nothing but a no and what a finger makes of the number: 17 for 7, 54 for 45, 12A for 12.
    private static bool IsSlip(Talk talk, string sentence, string old, string number) =>
        number.Length > 1 && talk.Asked == Asked.Confirm && talk.Listener.Hear(sentence.Replace(number, "", StringComparison.Ordinal)) is { HasContent: false } rest && rest.IsOnly(Intent.No)
        && ((number.Length == old.Length + 1 && (number.StartsWith(old, StringComparison.OrdinalIgnoreCase) || number.EndsWith(old, StringComparison.OrdinalIgnoreCase)))
            || (number.Length == old.Length && number.Order().SequenceEqual(old.Order())));

    /// <summary>The only number of an address; null for "Lekki Phase 1, 12 Admiralty way", which has two.</summary>
    public static string? NumberIn(string address) => Number().Matches(address) is { Count: 1 } one ? one[0].Value : null;

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<!\w)\d{1,4}[A-Za-z]?(?!\w)")]
    public static partial Regex Number();
}
