namespace HaloAgent.Simulators.Llama.Scripted;

internal enum WishKind
{
    Unclear,
    Greet,
    Thank,
    Order,
    Change,
    Remove,
    Clear,
    ViewCart,
    Browse,
    AskPrice,
    Pickup,
    Deliver,
    AskDelivery,
    Yes,
    No,
    PaymentDetails,
    ClaimPayment,
    Status,
    Cancel,
    Reorder,
    Loyalty,
    Redeem,
    Name,
    Language,
    NoOffers,
    OptOut,
    OptIn,
    DeleteData,
    ExportData,
    ShopInformation,
    Person,
    OffTopic,
}

/// <summary>What the customer's last words ask for.</summary>
/// <param name="Text">As written.</param>
/// <param name="Items">Ordered, changed or removed.</param>
/// <param name="Words">What is searched for, a name, or a language's code.</param>
internal sealed record Wish(WishKind Kind, string Text, IReadOnlyList<WishedItem> Items, string? Address, bool Pickup, string Words)
{
    public bool Pidgin { get; init; }
}

/// <param name="Product">As the customer called it.</param>
internal sealed record WishedItem(string Product, int Quantity);
