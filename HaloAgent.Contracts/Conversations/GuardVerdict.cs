namespace HaloAgent.Contracts.Conversations;

/// <summary>
/// The words in which the reply guard says in a turn's journal what it did and why, for whoever explains it to the owner. Besides these
/// reasons there are the names of what a sentence stated ("payment_received") in the same form.
/// </summary>
public static class GuardVerdict
{
    /// <summary>The step of a reply that stated what the records do not say.</summary>
    public const string Guarded = "reply_guard";

    /// <summary>The step of a reply from which only was left out what no record proves.</summary>
    public const string Trimmed = "reply_trimmed";

    /// <summary>How the reason of a sentence begins that states nothing known, and is not known to state nothing; the word follows.</summary>
    public const string Unproven = "unproven: ";

    public const string Leak = "leak";
    public const string Language = "language";
    public const string Goods = "goods";
    public const string ClockTime = "clock_time";
    public const string Day = "day";
    public const string Address = "address";

    /// <summary>What is in an order or the cart, or where it goes.</summary>
    public const string Order = "order";
    public const string Account = "account";
    public const string Amount = "amount";
    public const string Discount = "discount";
    public const string Arrival = "arrival";
    public const string Bank = "bank";

    /// <summary>What cannot be checked is not said.</summary>
    public const string Unreadable = "unreadable";

    public static IReadOnlyList<string> Reasons { get; } = [Leak, Language, Goods, ClockTime, Day, Address, Order, Account, Amount, Discount, Arrival, Bank, Unreadable];
}
