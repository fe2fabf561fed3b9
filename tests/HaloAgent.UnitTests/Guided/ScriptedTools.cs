using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Catalog;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.AgentWorker.Payments;
using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Compliance;
using HaloAgent.Conversations;
using HaloAgent.Loyalty;
using HaloAgent.Orders;
using HaloAgent.Payments;

namespace HaloAgent.UnitTests.Guided;

/// <summary>The tools of a scripted shop: the real rules of cart, order and reference, without a database.</summary>
internal sealed class ScriptedTools(Business business, Guid customer, Guid conversation, Func<DateTimeOffset> now) : IToolBox
{
    private const int MostOfOne = Cart.MaxQuantity;

    public ToolJournal Journal { get; } = new();

    private readonly Cart cart = Cart.Empty(business.Id, customer, now());
    private int questions;
    private Func<ProductQuery, IReadOnlyList<ProductFacts>>? search;

    public Guid TurnId { get; private set; }
    public string? SavedAddress { get; private set; }
    public string? SavedArea { get; private set; }
    public List<Product> Products { get; } = [];
    public List<Order> Orders { get; } = [];
    public int Points { get; set; } = 120;
    public List<EscalationReason> Escalations { get; } = [];
    public List<string> Calls { get; } = [];

    /// <summary>What a model answered the turn that runs now, in order.</summary>
    public List<string> Recorded { get; } = [];

    /// <summary>What a search finds; by itself only what the ear in memory does.</summary>
    public Func<ProductQuery, IReadOnlyList<ProductFacts>> Search
    {
        get => search ?? (query => SearchInMemory.Find(Products, query));
        set => search = value;
    }

    public IReadOnlyList<CartViewLine> Lines => CartFacts.View(cart, Products, business.DeliveryAreas, null).Lines;

    public Guid BeginTurn()
    {
        questions = 0;
        return TurnId = Guid.CreateVersion7();
    }

    public async Task<string> RecordAsync(string name, Func<CancellationToken, Task<string>> ask, CancellationToken cancellationToken)
    {
        if (questions++ < Recorded.Count) return Recorded[questions - 1];
        Recorded.Add(await ask(cancellationToken));
        return Recorded[^1];
    }

    /// <summary>Calls of a model that no tool took.</summary>
    public List<string> Refused { get; } = [];

    public void NoteRefused(string tool, string arguments, string why) => Refused.Add($"{tool}: {why}");

    public Task<Outcome<TResult>> CallAsync<TResult>(IToolCall<TResult> call, CancellationToken cancellationToken)
    {
        Calls.Add(call.GetType().Name);
        object result = call switch
        {
            ReadCartCall => View(),
            AddToCartCall add => Change(add.ProductId, add.VariantId, cart.QuantityOf(add.ProductId, add.VariantId) + add.Quantity, () => cart.Add(add.ProductId, add.VariantId, add.Quantity, CustomerNote.Plain(add.Note), now())),
            NoteCartLineCall note => Changed(() => cart.NoteLine(note.ProductId, note.VariantId, note.Before, CustomerNote.Plain(note.Note), now())),
            NoteHandoverCall note => Changed(() => cart.NoteHandover(CustomerNote.Plain(note.Note), now())),
            NoteOrderCall note => Changed(() => cart.NoteOrder(CustomerNote.Plain(note.Note), now())),
            SetCartQuantityCall set => Change(set.ProductId, set.VariantId, set.Quantity, () => cart.SetQuantity(set.ProductId, set.VariantId, set.Quantity, now())),
            ClearCartCall => Changed(() => cart.Clear(now())),
            ChooseDeliveryCall to => Deliver(to),
            ChoosePickupCall => Changed(() => cart.PickUp(now())),
            ShowSummaryCall => ShowSummary(),
            PlaceOrderCall => Place(),
            ReorderLastCall => Reorder(),
            FindOpenOrdersCall => new OpenOrders([.. Open().Select(Facts)], Orders.Where(order => !order.Status.IsOpen()).Select(Facts).LastOrDefault()),
            CancelOrderCall cancel => Cancel(cancel.OrderId!.Value),
            ClaimPaymentCall claim => Claim(claim),
            AttachReceiptCall receipt => Attach(receipt),
            PaymentDetailsCall => new PaymentDetails(business.BankDetails, [.. Open().Where(order => order.Status.IsUnpaid()).Select(Facts)]),
            EscalateCall escalate => Escalate(escalate.Reason),
            SearchProductsCall asked => new ProductsFound(Search(new ProductQuery(asked.Words, asked.Language, asked.MaxPrice, 10))),
            QuoteDeliveryCall quote => Quote(DeliveryAreaFinder.Find(business.DeliveryAreas, quote.Place)),
            QuoteGoodsCall quote => new GoodsQuote(CartFacts.Priced(quote.Wanted, Products)),
            SetLanguageCall language => language.Language,
            SaveNameCall name => name.Name,
            RequestMyDataCall request => new DataRequested(Guid.CreateVersion7(), request.Kind, now(), AskedBefore: false),
            ReadPointsCall => new PointsBalance(Points, business.Loyalty is { } rules ? rules.PointValue * Points : null),
            UsePointsCall { Use: true } when Points == 0 => LoyaltyFailures.NoPoints,
            UsePointsCall points => Changed(() => cart.UsePoints(points.Use, now())),
            AskToRedeemPointsCall => AskToRedeem(),
            OptOutCall => customer,
            SetMarketingConsentCall => true,
            _ => throw new InvalidOperationException($"The scripted shop has no {call.GetType().Name}."),
        };
        return Task.FromResult(result is Failure failure ? (Outcome<TResult>)failure : (Outcome<TResult>)(TResult)result);
    }

    private DeliveryQuote Quote(DeliveryArea? found) => new(found?.Name, found?.Fee, [.. business.DeliveryAreas.Select(area => new AreaFee(area.Name, area.Fee))]);

    private CartView View() => CartFacts.View(cart, Products, business.DeliveryAreas, TurnId, business.Loyalty is { } rules ? new PointsAtHand(rules, Points) : null);

    private PointsBalance AskToRedeem()
    {
        Escalations.Add(EscalationReason.Other);
        return new PointsBalance(Points);
    }

    private CartView Changed(Action change)
    {
        change();
        return View();
    }

    private object Change(Guid productId, Guid? variantId, int quantity, Action change)
    {
        var product = Products.Single(one => one.Id == productId);
        var variant = product.Variants.FirstOrDefault(one => one.Id == variantId);
        if (quantity > MostOfOne) return OrderFailures.QuantityOutOfRange;
        if (product.Variants.Count > 0 && variant is null) return OrderFailures.VariantNeeded;
        var left = variant?.Stock ?? product.Stock;
        if (quantity > left) return new OutOfStock(productId, variantId, product.Name, left);
        return Changed(change);
    }

    private object Deliver(ChooseDeliveryCall to)
    {
        if (business.DeliveryAreas.Count == 0) return OrderFailures.NoDelivery;
        var found = DeliveryAreaFinder.Find(business.DeliveryAreas, to.Area) ?? DeliveryAreaFinder.Find(business.DeliveryAreas, to.Address);
        var kept = to.Area is null && (to.Address is null || cart.DeliveryAddress is null) ? cart.DeliveryArea : null;
        return Changed(() => cart.DeliverTo(to.Address ?? cart.DeliveryAddress, found?.Name ?? kept, now()));
    }

    private object ShowSummary()
    {
        if (View().FirstRefusal() is { } refusal) return refusal;
        cart.ShowSummary(View().Total, TurnId, now());
        return View();
    }

    private object Place()
    {
        if (cart.SummaryShown is not { } shown || shown.Version != cart.Version || shown.TurnId == TurnId) return OrderFailures.SummaryNotShown;
        var view = View();
        if (view.FirstRefusal() is { } refusal) return refusal;
        if (view.Total != shown.Total) return new TotalChanged(shown.Total, view.Total);
        var order = Order.Place(
            business.Id, customer, conversation, PaymentReference.New(), new Delivery(view.Fulfillment!.Value, view.Address, view.Area, view.DeliveryFee!.Value),
            view.Lines.Select((line, i) => OrderItem.Of(i, line.ProductId, line.VariantId, line.Name, line.Variant, line.Quantity, line.UnitPrice, line.Note)), now(), TimeSpan.FromHours(24), Orders.Count + 1, view.Note, new PointsUse(view.PointsUsed, view.Discount));
        Points -= view.PointsUsed;
        Orders.Add(order);
        if (view.Fulfillment == FulfillmentType.Delivery) (SavedAddress, SavedArea) = (view.Address, view.Area);
        if (business.BankDetails is null) Escalations.Add(EscalationReason.PaymentDetailsMissing);
        cart.Clear(now());
        return Facts(order);
    }

    private object Reorder()
    {
        if (Orders.Count == 0) return OrderFailures.NothingOrderedYet;
        cart.Clear(now());
        foreach (var item in Orders[^1].Items) cart.Add(item.ProductId, item.VariantId, item.Quantity, item.Note, now());
        return new ReorderedCart(View(), []);
    }

    private CancelledOrder Cancel(Guid id)
    {
        var order = Orders.Single(one => one.Id == id);
        if (!order.Status.IsUnpaid())
        {
            Escalations.Add(EscalationReason.CancellationAsked);
            return new CancelledOrder(Facts(order), AskedOwner: true);
        }

        order.MoveTo(OrderStatus.Cancelled, Actor.Customer, null, now());
        return new CancelledOrder(Facts(order), AskedOwner: false);
    }

    private object Claim(ClaimPaymentCall claim)
    {
        var owing = Open().Where(order => order.Status.IsUnpaid()).ToList();
        if (claim.OrderId is { } id) owing = [Orders.Single(order => order.Id == id)];
        if (owing.Count == 0) owing = [.. Open().Where(order => order.Status == OrderStatus.AwaitingConfirmation)];
        if (owing.Count == 0) return PaymentFailures.NothingToPay;
        if (owing.Count > 1) return new SeveralOrders([.. owing.Select(order => new OrderChoice(order.Id, order.DisplayNumber, order.Status, order.Total, order.CreatedAt))]);
        var order = owing[0];
        var repeated = order.Status == OrderStatus.AwaitingConfirmation;
        if (!repeated) order.MoveTo(OrderStatus.AwaitingConfirmation, Actor.Customer, null, now());
        var check = claim.Reference is null ? ReferenceCheck.NoneTyped
            : PaymentReference.Read(claim.Reference) is { LooksMistyped: true } ? ReferenceCheck.Mistyped
            : PaymentReference.Read(claim.Reference).Reference == order.PaymentReference ? ReferenceCheck.Matches : ReferenceCheck.Unknown;
        return new PaymentClaimed(Facts(order), check, repeated, NotPossible: false);
    }

    private object Attach(AttachReceiptCall receipt)
    {
        var claimed = Claim(new ClaimPaymentCall(receipt.OrderId, null, null));
        return claimed is PaymentClaimed done ? new ReceiptAttached(done.Order, done.AddedToEarlier, Repeated: false, NotPossible: false) : claimed;
    }

    private EscalationFacts Escalate(EscalationReason reason)
    {
        var again = Escalations.Contains(reason);
        Escalations.Add(reason);
        return new EscalationFacts(Guid.CreateVersion7(), reason, again);
    }

    private IEnumerable<Order> Open() => Orders.Where(order => order.Status.IsOpen()).Reverse();

    private OrderFacts Facts(Order order) => OrderFacts.Of(order, business.BankDetails);
}
