using HaloAgent.AgentWorker.Agent.Llama.Tools;
using HaloAgent.AgentWorker.Catalog;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.AgentWorker.Payments;
using HaloAgent.Conversations;
using HaloAgent.Loyalty;
using HaloAgent.Orders;
using HaloAgent.UnitTests.Guided;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>Every tool that a model can be given, called once in a state in which it is offered: what was done, and what the customer reads of it.</summary>
public sealed class EveryToolTests
{
    private static readonly Case[] Cases =
    [
        new("search_products", new { words = "suya", max_price = 2600 }, Empty, "I feel like some meat, abeg advise me")
        {
            Did = [nameof(SearchProductsCall)], Reads = "«Beef suya», ₦2,500",
        },
        new("show_products", new { words = "suya", pictures = true }, Pictured, "let me see that one you people grill")
        {
            Did = [nameof(SearchProductsCall)], Tells = ["Beef suya", "Chicken suya"], Proves = shop => Assert.Equal(2, shop.Reply!.Bubbles.Count(bubble => bubble.ProductImageId is not null)),
        },
        new("product_details", new { product = "zobo" }, Empty, "the red drink, wetin dey inside?") { Reads = "made today" },
        new("add_to_cart", new { product = "Jollof rice & chicken", quantity = 2 }, Empty, "the red rice, for me and my wife")
        {
            Did = [nameof(AddToCartCall)], Tells = ["Added: 2 × Jollof rice & chicken"], Cart = "2 Jollof rice & chicken",
        },
        new("change_quantity", new { product = "jollof", quantity = 3 }, Chosen, "my brother joins us, so one more of it")
        {
            Did = [nameof(SetCartQuantityCall)], Tells = ["3 × Jollof rice & chicken"], Cart = "3 Jollof rice & chicken",
        },
        new("clear_cart", null, Chosen, "hmm, let us begin from the start") { Did = [nameof(ClearCartCall)], Tells = ["I've cleared your order"], Cart = "" },
        new("view_cart", null, Chosen, "remind me of it all") { Did = [nameof(ReadCartCall)], Tells = ["2 × Jollof rice & chicken", "₦7,000"], Cart = "2 Jollof rice & chicken" },
        new("choose_delivery", new { address = "12 Adeniyi Jones", area = "Ikeja" }, Chosen, "it is for 12 Adeniyi Jones, Ikeja")
        {
            Did = [nameof(ChooseDeliveryCall)], Tells = ["12 Adeniyi Jones", "Delivery to Ikeja", "*Total ₦8,500*"], Cart = "2 Jollof rice & chicken",
        },
        new("choose_pickup", null, Chosen, "my driver passes by your side") { Did = [nameof(ChoosePickupCall)], Tells = ["*Total ₦7,000*"], Cart = "2 Jollof rice & chicken" },
        new("quote_delivery", new { place = "Yaba" }, Empty, "and if I stay around Yaba side?") { Did = [nameof(QuoteDeliveryCall)], Tells = ["Yaba", "₦2,000"] },
        new("place_order", null, () => ScriptedShop.SummaryShownAsync(), "yes")
        {
            Did = [nameof(PlaceOrderCall)], Tells = ["0001", "0123456789", "*₦7,000*"], Cart = "", Order = OrderStatus.PendingPayment,
        },
        new("order_status", new { order_number = 1 }, () => ScriptedShop.ConfirmedAsync(), "any news for me?")
        {
            Did = [nameof(FindOpenOrdersCall)], Tells = ["Order 0001", "waiting for your payment"], Order = OrderStatus.PendingPayment,
        },
        new("cancel_order", null, () => ScriptedShop.ConfirmedAsync(), "please cancel my order") { Did = [nameof(CancelOrderCall)], Tells = ["Order 0001 has been cancelled."], Order = OrderStatus.Cancelled },
        new("reorder_last", null, () => ScriptedShop.ConfirmedAsync(), "that thing was good, the very same for my neighbour")
        {
            Did = [nameof(ReorderLastCall)], Tells = ["what you ordered last time"], Cart = "2 Jollof rice & chicken", Order = OrderStatus.PendingPayment,
        },
        new("payment_details", null, () => ScriptedShop.ConfirmedAsync(), "so I do what now?")
        {
            Did = [nameof(PaymentDetailsCall)], Tells = ["0123456789", "GTBank", "*₦7,000*"], Order = OrderStatus.PendingPayment,
        },
        new("claim_payment", null, () => ScriptedShop.ConfirmedAsync(), "I have paid") { Did = [nameof(ClaimPaymentCall)], Tells = ["order 0001"], Order = OrderStatus.AwaitingConfirmation },
        new("shop_information", new { topic = "address" }, Empty, "which side of Lagos una dey?") { Tells = ["14 Opebi Road, Ikeja"] },
        new("call_person", new { reason = "asked_for_person" }, Empty, "hmm, this matter pass me") { Did = [nameof(EscalateCall)], Tells = ["shop"], Called = EscalationReason.AskedForPerson },
        new("decline", null, Empty, "let us talk about cars small") { Tells = ["I can only help with Halo Kitchen"] },
        new("save_name", new { name = "Tunde" }, Empty, "by the way my name is Tunde") { Did = [nameof(SaveNameCall)], Tells = ["Tunde"] },
        new("set_language", new { language = "ha" }, Empty, "could we use another language?") { Did = [nameof(SetLanguageCall)], Tells = ["Hausa"], Proves = shop => Assert.Equal("ha", shop.Language) },
        new("stop_messages", null, Empty, "STOP") { Tells = ["Halo Kitchen", "STOP"] },
        new("set_offers", new { wanted = false }, Empty, "those promo offers are too many for me") { Did = [nameof(SetMarketingConsentCall)], Tells = ["offers"] },
        new("request_my_data", new { kind = "copy" }, Empty, "about privacy: what is it that you people know of me") { Did = [nameof(RequestMyDataCall)], Tells = ["data"] },
        new("loyalty_points", null, Rewarding, "is there something with points here?") { Did = [nameof(ReadPointsCall)], Tells = ["120 points"] },
    ];

    public static TheoryData<string> Tools => [.. Cases.Select(one => one.Tool)];

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task A_tool_does_what_it_says_and_the_customer_is_told(string tool)
    {
        var one = Cases.Single(one => one.Tool == tool);
        var shop = await one.State();
        var model = new ScriptedModel().Calls(tool, one.Arguments).Says("Hello dear!");
        shop.Brain = model.Brain();
        var before = shop.Calls.Count;
        var orders = shop.Orders.Count;

        var said = await shop.SaysAsync(one.Said);

        Assert.Contains(tool, model.OfferedIn(0));
        Assert.Empty(shop.Refused);
        Assert.Equal(tool, shop.Reply!.Understood.Intent);
        Assert.All(one.Did, did => Assert.Contains(did, shop.Calls.Skip(before)));
        Assert.All(one.Tells, tells => Assert.Contains(tells, said, StringComparison.OrdinalIgnoreCase));
        if (one.Reads is { } reads) Assert.Contains(reads, model.LastHeard(1), StringComparison.Ordinal);
        Assert.Equal(one.Cart ?? "", shop.Cart);
        Assert.Equal(one.Order, shop.Orders.LastOrDefault()?.Status);
        Assert.Equal(tool == "place_order" ? orders + 1 : orders, shop.Orders.Count);
        Assert.Equal(one.Called is { } reason ? [reason] : [], shop.Escalations);
        one.Proves?.Invoke(shop);
    }

    [Fact]
    public void Every_tool_that_can_be_offered_is_called_here()
    {
        Type[] shelves = [typeof(CatalogModelTools), typeof(CartModelTools), typeof(OrderModelTools), typeof(ShopModelTools), typeof(ContactModelTools)];
        var tools = shelves.SelectMany(shelf => shelf.GetFields()).Select(field => field.GetValue(null)).OfType<ModelTool>().Select(tool => tool.Name).Order().ToList();

        Assert.Equal(tools, Cases.Select(one => one.Tool).Order());
    }

    private static Task<ScriptedShop> Empty() => Task.FromResult(ScriptedShop.Kitchen());

    private static async Task<ScriptedShop> Chosen()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof");
        return shop;
    }

    private static Task<ScriptedShop> Pictured()
    {
        var shop = ScriptedShop.Kitchen();
        foreach (var product in shop.Products) product.Show(Guid.CreateVersion7());
        return Task.FromResult(shop);
    }

    private static Task<ScriptedShop> Rewarding()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Business.Reward(new LoyaltyRules(Money.FromNaira(1000), Money.FromNaira(10)));
        return Task.FromResult(shop);
    }

    /// <param name="State">The shop and the customer's chat before the turn.</param>
    /// <param name="Said">By the customer, in the turn.</param>
    private sealed record Case(string Tool, object? Arguments, Func<Task<ScriptedShop>> State, string Said)
    {
        /// <summary>The steps of the turn's journal.</summary>
        public string[] Did { get; init; } = [];

        public string[] Tells { get; init; } = [];

        /// <summary>What the model is told by it.</summary>
        public string? Reads { get; init; }

        /// <summary>What is in the cart afterwards.</summary>
        public string? Cart { get; init; }

        /// <summary>How the last order stands afterwards.</summary>
        public OrderStatus? Order { get; init; }

        /// <summary>Why a person was called.</summary>
        public EscalationReason? Called { get; init; }

        public Action<ScriptedShop>? Proves { get; init; }
    }
}
