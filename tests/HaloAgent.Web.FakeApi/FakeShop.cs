using System.Threading.Channels;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Contracts.Contacts;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Live;
using HaloAgent.Contracts.Orders;
using HaloAgent.Contracts.Overview;

namespace HaloAgent.Web.FakeApi;

/// <summary>The shop's afternoon, in memory.</summary>
internal sealed class FakeShop
{
    private static readonly ContactBadge Adaeze = Samples.Contact();
    private static readonly ContactBadge Tunde = Samples.Contact(2, "Tunde Bakare", "+2348051112233");
    private static readonly ContactBadge Hidden = Samples.Contact(3, null, null);
    private static readonly ContactBadge Musa = Samples.Contact(4, "Musa Abdullahi-Olanrewaju Ezekwesili", "+2347012345678");
    private static readonly ContactBadge Number = Samples.Contact(5, null, "+2348099887766");
    private readonly TimeProvider _time;
    private readonly TimeSpan _shift;
    private readonly List<MessageView> _own = [];
    private readonly List<ChatMessageView> _chat = [];
    private readonly List<(string Kind, Channel<string> Events)> _listeners = [];

    public FakeShop(TimeProvider time)
    {
        _time = time;
        _shift = time.GetUtcNow() - Samples.Now;
        Orders =
        [
            Order(47, OrderStatuses.PendingPayment, 4, Number), Order(46, OrderStatuses.AwaitingConfirmation, 11, Musa), Order(45, OrderStatuses.AwaitingConfirmation, 20, Adaeze),
            Order(44, OrderStatuses.Paid, 32, Tunde), Order(43, OrderStatuses.Preparing, 48, Hidden), Order(42, OrderStatuses.OutForDelivery, 75, Adaeze),
            Order(41, OrderStatuses.ReadyForPickup, 120, Tunde), Order(40, OrderStatuses.Completed, 60 * 20, Adaeze), Order(39, OrderStatuses.PaymentRejected, 60 * 22, Number),
            Order(38, OrderStatuses.Cancelled, 60 * 26, Musa), Order(37, OrderStatuses.Expired, 60 * 50, Hidden),
        ];
        Conversations =
        [
            Shift(Samples.Conversation(1, Adaeze, "I have paid", unread: 2)),
            Shift(Samples.Conversation(2, Tunde, "I want to talk to a person please, this is the third time I am asking", minutes: 8, attention: "asked_for_person", unread: 1) with
            {
                Escalations =
                [
                    new(
                        Samples.Id(8001), "asked_for_person", "I want to talk to a person please, this is the third time I am asking",
                        "Tunde Bakare asked for a person.\nThey wrote: “I want to talk to a person please, this is the third time I am asking”\nOrder 0044: ₦12,800, paid.",
                        "Hello, this is Halo Kitchen. You're chatting with a person now. How can I help you?", Samples.Now.AddMinutes(-8)),
                ],
            }),
            Shift(Samples.Conversation(3, Hidden, "Your order is on its way.", "agent", 40, channel: "web_chat")),
            Shift(Samples.Conversation(4, Musa, "I will check with the kitchen", "owner", 55, heldBy: "Ngozi Eze", windowClosesAt: Samples.Now.AddHours(3))),
            Shift(Samples.Conversation(5, Number, "STOP", minutes: 60 * 27, optedOut: true, windowClosesAt: Samples.Now.AddHours(-3))),
        ];
    }

    public List<OrderView> Orders { get; }

    public List<ConversationView> Conversations { get; }

    public ShopProfileView Profile { get; set; } = new("Refunds: tell us the same day with a picture.", ["Hello dear, what can we cook for you today?"], ["en", "pcm"], 1);

    public ShopDetailsView Details { get; set; } = new(
        "Home-style Nigerian food, cooked fresh every day.", "14 Opebi Road, Ikeja, Lagos (beside the filling station)",
        [new("monday", new TimeOnly(9, 0), new TimeOnly(20, 0)), new("friday", new TimeOnly(9, 0), new TimeOnly(1, 0))],
        [new(["Ikeja", "Allen", "Opebi"], 1500m), new(["Yaba"], 2000m)], 1);

    public BankDetailsView BankDetails { get; set; } = new("GTBank", "0123456789", "Halo Kitchen Ltd", 2, 1);

    public SynonymsView Words { get; set; } = new([new("minerals", ["zobo", "chapman"])], 1);

    public List<ProductView> Products { get; } =
    [
        Samples.Product(1, "Jollof rice & chicken", "Rice", 3500m, 40, "Smoky party jollof with a quarter chicken and plantain."),
        Samples.Product(2, "Fried rice & turkey", "Rice", 4200m, 4, "With vegetables and peppered turkey."),
        Samples.Product(3, "Ofada rice & ayamase", "Rice", 3800m, 0, "Local rice, green pepper stew, assorted meat."),
        Samples.Product(4, "Egusi soup & pounded yam", "Soups", 4500m, 18, "With goat meat and stockfish."),
        Samples.Product(5, "Pepper soup", "Soups", 3000m, 12, "Catfish or goat, hot.", [new(Samples.Id(701), "Catfish", 3500m, 6), new(Samples.Id(702), "Goat", 3000m, 6)]),
        Samples.Product(6, "Zobo", "Drinks", 800m, 0, "", [new(Samples.Id(703), "50cl", 800m, 60), new(Samples.Id(704), "1 litre", 1500m, 0)]),
        Samples.Product(7, "Chapman", "Drinks", 1500m, 25, "", available: false),
    ];

    public OverviewView Overview()
    {
        var attention = Attention();
        return new OverviewView(
            [.. attention.GroupBy(item => item.Kind).SelectMany(kind => kind.OrderBy(item => item.Since).Take(20))], 14, 186_300m, 42_500m, 5, 128,
            Orders.GroupBy(order => order.Status).ToDictionary(group => group.Key, group => group.Count()),
            attention.GroupBy(item => item.Kind).ToDictionary(kind => kind.Key, kind => kind.Count()),
            [.. attention.GroupBy(item => item.Kind).SelectMany(kind => kind.OrderBy(item => item.Since).Skip(20).TakeLast(5))]);
    }

    /// <summary>Another customer says now that they paid.</summary>
    public void SayPaid(int number)
    {
        Orders.Insert(0, Order(number, OrderStatuses.AwaitingConfirmation, 9, Samples.Contact(number, $"Amara {number} Obi")));
        Tell(LiveEventKinds.OrderChanged, Orders[0].Id);
    }

    /// <summary>Another customer asks for a person now.</summary>
    public void AskForPerson(int number)
    {
        Conversations.Insert(0, Shift(Samples.Conversation(number, Samples.Contact(number, "Kemi Adebayo"), "Is anybody there?", minutes: 0, attention: "asked_for_person", unread: 1)) with { AttentionSince = _time.GetUtcNow() });
        Tell(LiveEventKinds.EscalationChanged, Conversations[0].Id);
    }

    private IReadOnlyList<AttentionItem> Attention() =>
    [
        .. Reviews().Select(review => new AttentionItem(
            "payment_review", review.OrderId, $"Payment for #{review.OrderNumber}", $"{review.Contact.Name} says they paid. Check your bank, then approve.", review.ExpectedAmount, review.ClaimedAt, review.Contact.Name)),
        .. Conversations.Where(chat => chat.Attention is not null).Select(chat => new AttentionItem("escalation", chat.Id, $"{chat.Contact.Name} asked for a person", chat.LastMessage!, null, chat.AttentionSince!.Value, chat.Contact.Name)),
        new("failed_message", Samples.Id(3005), "A message was not delivered", "The customer has not written in 24 hours.", null, _time.GetUtcNow().AddHours(-2)),
        new("missing_bank_details", null, "No bank details", "Customers cannot be told where to pay.", null, _time.GetUtcNow().AddDays(-1)),
    ];

    public IEnumerable<PaymentReviewView> Reviews() => Orders.Where(order => order.Status == OrderStatuses.AwaitingConfirmation).Select(order =>
        order.OrderNumber == "0046"
            ? Samples.Review(order, order.TotalAmount - 1500m, false, ["The customer wrote another order's reference.", "The same receipt was sent for #0031 on 2 November."])
            : Samples.Review(order));

    public OrderView? Find(Guid id) => Orders.Find(order => order.Id == id);

    public IResult Decide(Guid id, string kind, string status, int undoSeconds)
    {
        var at = Orders.FindIndex(order => order.Id == id);
        if (at < 0)
        {
            return Results.NotFound();
        }

        if (Orders[at].PendingDecision is not null)
        {
            return Results.Problem("Already decided a moment ago by another member of your team.", statusCode: 409, title: "Somebody got there first");
        }

        var decision = new PendingDecisionView(Guid.CreateVersion7(), kind, status, Samples.Member.Name, _time.GetUtcNow().AddSeconds(undoSeconds));
        Orders[at] = Orders[at] with { PendingDecision = decision };
        _time.CreateTimer(_ => TakeEffect(decision.Id, status), null, TimeSpan.FromSeconds(undoSeconds), Timeout.InfiniteTimeSpan);
        Tell(LiveEventKinds.OrderChanged, id);
        return Results.Json(Orders[at]);
    }

    public IResult Undo(Guid id)
    {
        var at = Orders.FindIndex(order => order.PendingDecision?.Id == id);
        if (at < 0)
        {
            return Results.Conflict();
        }

        Orders[at] = Orders[at] with { PendingDecision = null };
        Tell(LiveEventKinds.OrderChanged, Orders[at].Id);
        return Results.NoContent();
    }

    public IResult Change(Guid id, Func<ConversationView, ConversationView> change)
    {
        var at = Conversations.FindIndex(chat => chat.Id == id);
        if (at < 0)
        {
            return Results.NotFound();
        }

        Conversations[at] = change(Conversations[at]);
        Tell(LiveEventKinds.ConversationChanged, id);
        return Results.NoContent();
    }

    public IResult Write(Guid id, string text)
    {
        _own.Add(Samples.Message(100 + _own.Count, "owner", text, "sent", name: Samples.Member.Name) with { CreatedAt = _time.GetUtcNow() });
        Tell(LiveEventKinds.MessageChanged, id);
        return Change(id, chat => chat with { HeldBy = Samples.Member.Name, LastMessage = text, LastAuthor = "owner", LastMessageAt = _time.GetUtcNow() });
    }

    public IEnumerable<MessageView> Messages(Guid id) =>
    [
        .. new[]
        {
            Samples.Message(1, "customer", "Good morning", minutes: 60 * 25),
            Samples.Message(2, "agent", "Good morning! Welcome to *Halo Kitchen*. I am the shop's assistant.\n\n1. Rice\n2. Soups\n3. Drinks\n\nWhich would you like to see?", minutes: 60 * 25),
            Samples.Message(3, "customer", "2 jollof and one zobo, deliver to 14 Opebi Road, Ikeja. Make it 3 jollof", minutes: 24),
            Samples.Message(4, "agent", "*Your order*\n3 × Jollof rice & chicken    ₦10,500\n1 × Zobo 50cl                   ₦800\nDelivery to Ikeja             ₦1,500\n*Total ₦12,800*\n14 Opebi Road, beside the filling station\nReply *yes* to confirm, or tell me what to change.", minutes: 22),
            Samples.Message(5, "customer", "yes", minutes: 21, context: new("Reply yes to confirm, or tell me what to change.", false, null, null, null, null, null)),
            Samples.Message(6, "agent", "Order *#0045* is in. Please pay:\n*₦12,800*\nGTBank\n0123456789\nHALO KITCHEN LTD\nReference: *HK7-0045-Q*", "delivered", minutes: 20),
            Samples.Message(7, "customer", "", kind: "location", minutes: 16, context: new(null, false, null, null, 6.6018, 3.3515, "14 Opebi Road")),
            Samples.Message(8, "customer", "", kind: "image", minutes: 11, media: $"/api/media/{Samples.Id(9001)}", mediaType: "image/png", context: new(null, true, null, null, null, null, null)),
            Samples.Message(9, "customer", "I have paid", minutes: 11),
            Samples.Message(10, "agent", "Thank you. The shop will check the payment of *₦12,800*, and I'll let you know here once they confirm it.", "sent", minutes: 10),
            Samples.Message(11, "owner", "Your rider is called Sunday.", "failed", minutes: 6, failure: "WhatsApp refused it: the customer's phone cannot be reached. Call them.", name: "Ngozi Eze"),
        }.Select(message => message with { CreatedAt = message.CreatedAt + _shift }),
        .. _own,
    ];

    public ProductView Save(Guid id, SaveProductRequest request)
    {
        var at = Products.FindIndex(product => product.Id == id);
        var saved = new ProductView(
            id, request.Name, request.Category, request.Description ?? "", request.Price, request.Stock, request.Available ?? true, at < 0 ? null : Products[at].ImageUrl, request.Synonyms ?? [],
            [.. (request.Variants ?? []).Select(variant => new VariantView(variant.Id ?? Guid.CreateVersion7(), variant.Name, variant.Price, variant.Stock))], at < 0 ? 1 : Products[at].Version + 1);
        if (at < 0)
        {
            Products.Add(saved);
        }
        else
        {
            Products[at] = saved;
        }

        Tell(LiveEventKinds.ProductChanged, id);
        return saved;
    }

    public IResult Chat(ChatMessageRequest message)
    {
        Say(message.ClientId, "visitor", message.Text);
        _time.CreateTimer(_ => Say(null, "agent", "*Your order*\n1 × Jollof rice & chicken\nReply *yes* to confirm."), null, TimeSpan.FromMilliseconds(400), Timeout.InfiniteTimeSpan);
        return Results.Accepted();
    }

    public IEnumerable<ChatMessageView> ChatAfter(string? after) =>
        after is null ? _chat : _chat.SkipWhile(message => message.Id != after).Skip(1);

    public async Task StreamAsync(HttpContext context, string kind)
    {
        context.Response.ContentType = "text/event-stream";
        var events = Channel.CreateUnbounded<string>();
        lock (_listeners)
        {
            _listeners.Add((kind, events));
        }

        await context.Response.Body.WriteAsync(FakeApi.Utf8(": here\n\n"), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await foreach (var text in events.Reader.ReadAllAsync(context.RequestAborted))
        {
            await context.Response.Body.WriteAsync(FakeApi.Utf8(text), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private void Say(Guid? clientId, string author, string text)
    {
        var message = new ChatMessageView($"{_chat.Count + 1}", clientId, author, text, null, _time.GetUtcNow());
        _chat.Add(message);
        Send("chat", FakeApi.Event("message", message));
    }

    private void TakeEffect(Guid decision, string status)
    {
        var at = Orders.FindIndex(order => order.PendingDecision?.Id == decision);
        if (at >= 0)
        {
            Orders[at] = Orders[at] with { PendingDecision = null, Status = status, AllowedMoves = Samples.Moves(status) };
            Tell(LiveEventKinds.OrderChanged, Orders[at].Id);
        }
    }

    private void Tell(string kind, Guid id) => Send("live", FakeApi.Event(kind, new LiveEvent(kind, Samples.Member.Business.Id, id)));

    private void Send(string listener, string text)
    {
        lock (_listeners)
        {
            foreach (var (kind, events) in _listeners)
            {
                if (kind == listener)
                {
                    events.Writer.TryWrite(text);
                }
            }
        }
    }

    private OrderView Order(int number, string status, int minutes, ContactBadge contact) => Samples.Order(number, status, _time.GetUtcNow().AddMinutes(-minutes), contact);

    private ConversationView Shift(ConversationView chat) => chat with
    {
        LastMessageAt = chat.LastMessageAt + _shift,
        AttentionSince = chat.AttentionSince + _shift,
        WindowClosesAt = chat.WindowClosesAt + _shift,
    };
}
