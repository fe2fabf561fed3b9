using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Guard;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Channels;
using HaloAgent.Conversations;
using HaloAgent.Languages;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using HaloAgent.UnitTests.Guided;
using Microsoft.Extensions.Logging.Abstractions;

namespace HaloAgent.UnitTests.Agent;

/// <summary>A turn at the scripted kitchen in which a model says something; what is left of it after the guard.</summary>
internal sealed class GuardedTurn
{
    private readonly ScriptedShop shop = ScriptedShop.Kitchen();
    private string asked = "hello";

    private Product Jollof => shop.Products[0];

    public ToolJournal Journal { get; } = new();

    /// <summary>What the guard left, as the turn commits it.</summary>
    public BrainReply? Reply { get; private set; }

    /// <param name="language">The customer's; null: the one in which it is said.</param>
    public string Says(string text, string? language = null) => Check(new ReplyBubble(text) { InOwnWords = true }, language ?? LanguageDetector.Detect(text).Language);

    /// <summary>The shop has written down what holds.</summary>
    public GuardedTurn WithPolicies(string policies)
    {
        shop.Business.Describe(policies, [], []);
        return this;
    }

    /// <summary>The same for a sentence that our own templates made.</summary>
    public string States(string text) => Check(new ReplyBubble(text), "en");

    /// <summary>What find_open_orders told: an order of 2 jollof at 3,500 and the delivery at 1,500.</summary>
    public GuardedTurn WithOrder(OrderStatus status, string reference = "HA-2345-6789", string number = "0042")
    {
        var order = Order(status, number) with { PaymentReference = reference };
        return Having("find_open_orders", status.IsOpen() ? new OpenOrders([order], null) : new OpenOrders([], order));
    }

    public OrderFacts Order(OrderStatus status, string number = "0042") => new(
        Guid.CreateVersion7(), number, status, [new OrderLineFacts(Jollof.Id, null, Jollof.Name, null, 2, Jollof.Price)], Money.FromNaira(1500), Money.FromNaira(8500),
        FulfillmentType.Delivery, "12 Adeniyi Jones", "Ikeja", "HA-2345-6789", new BankDetails("GTBank", "0123456789", "Halo Kitchen Ltd"), shop.Now, null, null);

    /// <summary>A tool of the cart answered, and the cart holds this many jollof.</summary>
    public GuardedTurn WithCart(int jollof, string tool = "read_cart", Money? deliveryFee = null, string? area = null) => Having(tool, new CartView(
        1, jollof == 0 ? [] : [new CartViewLine(Jollof.Id, null, Jollof.Name, null, jollof, Jollof.Price, 50)],
        area is null ? null : FulfillmentType.Delivery, null, area, deliveryFee, SummaryShownEarlier: false));

    /// <summary>The shop brings goods to Opebi for nothing, to Yaba for 2,000.</summary>
    public GuardedTurn DeliveringFreeToOpebi()
    {
        shop.Business.DeliverTo([new DeliveryArea(["Opebi"], Money.Zero), new DeliveryArea(["Yaba", "Sabo"], Money.FromNaira(2000))]);
        return this;
    }

    /// <summary>What the customer wrote.</summary>
    public GuardedTurn Asked(string text)
    {
        asked = text;
        return this;
    }

    public GuardedTurn OnThePhone(string number)
    {
        shop.Business.ReceiveOnWhatsApp(number);
        return this;
    }

    public GuardedTurn Selling(string name, decimal price)
    {
        shop.Sell(name, "Small chops", price);
        return this;
    }

    public GuardedTurn WithoutJollofLeft()
    {
        Jollof.TakeStock(null, Jollof.Stock);
        return this;
    }

    /// <summary>A shop as no form saves one: whoever reads its areas fails.</summary>
    public GuardedTurn WithAreaWithoutName()
    {
        shop.Business.DeliverTo([new DeliveryArea(null!, Money.Zero)]);
        return this;
    }

    public GuardedTurn Having<TResult>(string tool, TResult answered)
    {
        Journal.Answered(tool, (Outcome<TResult>)answered);
        return this;
    }

    private string Check(ReplyBubble bubble, string language)
    {
        var context = new TurnContext
        {
            TurnId = Guid.CreateVersion7(),
            ConversationId = Guid.CreateVersion7(),
            Business = shop.Business,
            Catalogue = shop.Products,
            Contact = new TurnContact(Guid.CreateVersion7(), "Ada", language, null, null, 0),
            Channel = Channel.WhatsappTwilio,
            Messages = [new TurnMessage(1, MessageContent.OfText(asked), [], null)],
            Memory = WorkingMemory.Empty,
            Now = shop.Now,
            FirstContact = false,
        };
        var reply = new BrainReply([bubble], new Understood(language, "talk", 1), context.Memory, "the model spoke") { Brain = Answerers.Model };
        Reply = new ReplyGuard(NullLogger<ReplyGuard>.Instance).Check(reply, context, Journal).NamedByItsWords();
        return string.Join("\n", Reply.Bubbles.Select(bubble => bubble.Text));
    }
}
