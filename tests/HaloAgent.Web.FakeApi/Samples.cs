using HaloAgent.Contracts.Auth;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Contracts.Contacts;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Orders;

namespace HaloAgent.Web.FakeApi;

/// <summary>Made-up records that look like a real afternoon in a shop.</summary>
public static class Samples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 14, 30, 0, TimeSpan.Zero);

    public static readonly MemberView Member =
        new(Id(1), "Ngozi Eze", "owner@halo-kitchen.example", "owner", new BusinessBadge(Id(2), "halo-kitchen", "Halo Kitchen", "Africa/Lagos"));

    public static Guid Id(int number) => new(number, 7, 7, [7, 7, 7, 7, 7, 7, 7, 7]);

    public static ContactBadge Contact(int number = 1, string? name = "Adaeze Okafor", string? phone = "+2348031234567") => new(Id(1000 + number), name, phone);

    public static OrderView Order(
        int number = 42, string status = OrderStatuses.AwaitingConfirmation, DateTimeOffset? at = null, ContactBadge? contact = null,
        IReadOnlyList<string>? moves = null, PendingDecisionView? pending = null, decimal deliveryFee = 1500m, string? wish = null, string? note = null)
    {
        var created = at ?? Now.AddMinutes(-20);
        OrderItemView[] items = [new(Id(501), "Jollof rice & chicken", null, 3, 3500m, wish), new(Id(502), "Zobo", "50cl", 1, 800m)];
        return new OrderView(
            Id(2000 + number), $"{number:0000}", status, items, items.Sum(item => item.Quantity * item.UnitPrice) + deliveryFee, deliveryFee, $"HK7-{number:0000}-Q",
            "delivery", "14 Opebi Road, Ikeja\nbeside the filling station", contact ?? Contact(), Id(3001), created, created.AddHours(6), moves ?? Moves(status), pending,
            [
                new(created, null, OrderStatuses.PendingPayment, "Agent", null),
                .. status == OrderStatuses.PendingPayment ? [] : new[] { new OrderHistoryView(created.AddMinutes(9), OrderStatuses.PendingPayment, status, "Customer", "Says they paid; sent a receipt.") },
            ],
            note);
    }

    public static IReadOnlyList<string> Moves(string status) => status switch
    {
        OrderStatuses.PendingPayment => [OrderStatuses.AwaitingConfirmation, OrderStatuses.Paid, OrderStatuses.Cancelled, OrderStatuses.Expired],
        OrderStatuses.AwaitingConfirmation => [OrderStatuses.Paid, OrderStatuses.PaymentRejected, OrderStatuses.Cancelled],
        OrderStatuses.Paid => [OrderStatuses.Preparing, OrderStatuses.Cancelled],
        OrderStatuses.Preparing => [OrderStatuses.ReadyForPickup, OrderStatuses.OutForDelivery, OrderStatuses.Cancelled],
        OrderStatuses.ReadyForPickup or OrderStatuses.OutForDelivery => [OrderStatuses.Completed],
        _ => [],
    };

    public static PaymentReviewView Review(OrderView order, decimal? claimed = null, bool? matches = true, IReadOnlyList<string>? warnings = null, bool receipt = true) => new(
        order.Id, order.OrderNumber, order.TotalAmount, claimed ?? order.TotalAmount, order.PaymentReference,
        matches is null ? null : matches.Value ? order.PaymentReference : "HK7-0024-Q", matches, order.CreatedAt.AddMinutes(9), order.Contact, order.ConversationId,
        receipt ? [new($"/api/media/{Id(9001)}", "image/svg+xml", 48_000, order.CreatedAt.AddMinutes(9))] : [], warnings ?? [], order.PendingDecision);

    public static ConversationView Conversation(
        int number = 1, ContactBadge? contact = null, string last = "I have paid", string author = "customer", int minutes = 3, int unread = 0,
        string? heldBy = null, string? attention = null, DateTimeOffset? windowClosesAt = null, bool optedOut = false, string channel = "whatsapp_twilio") => new(
        Id(3000 + number), channel, contact ?? Contact(number), last, author, Now.AddMinutes(-minutes), unread, heldBy, attention,
        attention is null ? null : Now.AddMinutes(-minutes), "en", optedOut, channel == "web_chat" ? null : windowClosesAt ?? Now.AddHours(23));

    public static MessageView Message(
        int id, string author, string content, string status = "read", string kind = "text", int minutes = 0, string? failure = null,
        string? media = null, string? mediaType = null, MessageContextView? context = null, string? name = null) => new(
        $"{id}", author == "customer" ? "inbound" : "outbound", author, name, kind, content, media, mediaType, status, failure,
        Now.AddMinutes(-minutes), author == "agent" ? Id(7001) : null, context);

    public static ProductView Product(int number, string name, string category, decimal price, int stock, string description = "", IReadOnlyList<VariantView>? variants = null, bool available = true) =>
        new(Id(500 + number), name, category, description, price, stock, available, number % 4 == 3 ? null : $"/api/public/images/{Id(600 + number)}", [], variants ?? [], 1);

    public static PublicBusinessView Shop(IEnumerable<ProductView> products) => new(
        "halo-kitchen", "Halo Kitchen", "Home-cooked Nigerian food, made fresh every day in Ikeja.", "food", "+14155238886", "14 Opebi Road, Ikeja, Lagos", true,
        ["Monday to Friday 9:00–21:00", "Saturday 10:00–22:00", "Sunday closed"],
        [new("Ikeja", 1500m), new("Maryland", 2000m), new("Yaba", 2500m), new("Lekki", 4000m)],
        [
            .. products.Where(product => product.Available).Select(product => new PublicProductView(
                product.Id, product.Name, product.Category, product.Description, product.Price, product.Stock > 0 || product.Variants.Any(variant => variant.Stock > 0),
                product.ImageUrl, [.. product.Variants.Select(variant => new PublicVariantView(variant.Id, variant.Name, variant.Price, variant.Stock > 0))])),
        ]);
}
