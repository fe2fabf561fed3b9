using System.Globalization;
using HaloAgent.Contracts.Orders;
using HaloAgent.Contracts.Overview;

namespace HaloAgent.Web.Overview;

/// <summary>One sentence about what has just begun to wait, however much it is, and where one tap leads.</summary>
/// <param name="Text">For the page, where a signed-in member reads it.</param>
/// <param name="Spoken">For the screen of the computer, where anybody may: who by the first name, and no more than that they say they paid, sent a receipt or need a person.</param>
internal sealed record Notice(string Text, string Spoken, string Action, string Address)
{
    private const int LongestName = 20;

    /// <summary>Only what a customer waits for: the rest is no less urgent in an hour.</summary>
    public static bool IsFor(AttentionItem item) => item is { Kind: "payment_review" or "escalation", Id: not null };

    /// <param name="items">At least one, the oldest first.</param>
    public static Notice Of(IReadOnlyList<AttentionItem> items)
    {
        // A chat with two reasons is one chat to open.
        var places = items.DistinctBy(item => (item.Kind, item.Id)).ToList();
        return places.Count == 1 ? OfOne(items[^1]) : OfMany(places);
    }

    private static Notice OfOne(AttentionItem item) => item.Kind == "payment_review"
        ? new($"{item.Title}.", SpokenOf(item), "Open payment", AttentionLook.Address(item))
        : new($"{item.Title}.", $"{FirstName(item.Name)} needs a person.", "Open chat", AttentionLook.Address(item));

    private static string SpokenOf(AttentionItem item) => item.ClaimSource switch
    {
        ClaimSources.Receipt => $"{FirstName(item.Name)} sent a receipt.",
        ClaimSources.Shop => "Your team added a receipt.",
        _ => $"{FirstName(item.Name)} says they paid.",
    };

    private static Notice OfMany(List<AttentionItem> places)
    {
        var payments = places.Count(item => item.Kind == "payment_review");
        var chats = places.Count - payments;
        var text = chats == 0 ? $"{payments} payments to check."
            : payments == 0 ? $"{chats} chats need a person."
            : $"{places.Count} things need you: {payments} {(payments == 1 ? "payment" : "payments")} to check and {chats} {(chats == 1 ? "chat" : "chats")}.";
        return new(text, text, "See them", chats == 0 || payments == 0 ? AttentionLook.AddressOfAll(places[0].Kind) : "/overview");
    }

    /// <summary>People put numbers, addresses and pictures where a name belongs.</summary>
    private static string FirstName(string? name) =>
        name?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [{ Length: <= LongestName } first, ..] && first.All(BelongsToAName) ? first : "A customer";

    private static bool BelongsToAName(char letter) =>
        char.IsLetter(letter) || letter is '-' or '\'' or '’' or '.' || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;
}
