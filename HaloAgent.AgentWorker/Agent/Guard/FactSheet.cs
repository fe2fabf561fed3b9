using System.Globalization;
using System.Text.Json;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Orders;
using HaloAgent.Payments;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>
/// Everything that may be stated in this turn: the catalogue, the shop's own data and what the tools answered. Numbers that stand in
/// texts (an address, a note) are facts only as what they are, never as an amount: customers write some of those texts.
/// </summary>
internal sealed class FactSheet
{
    private readonly IReadOnlySet<Claim> shop;
    private readonly HashSet<Claim> facts = [];
    private readonly HashSet<Claim> echoes = [];
    private IReadOnlyList<Mention>? asked;

    private FactSheet(TurnContext context, ToolJournal journal)
    {
        Context = context;
        Done = journal.Done;
        // As the last tool told each of them.
        Orders = [.. journal.Values.SelectMany(OrdersIn).GroupBy(order => order.Id).Select(told => told.Last())];
        Cart = journal.Values.Select(CartIn).LastOrDefault(cart => cart is not null);
        Quotes = [.. journal.Values.OfType<DeliveryQuote>()];
        CancelledNow = journal.Values.OfType<CancelledOrder>().Where(one => !one.AskedOwner).Select(one => one.Order.Id).ToHashSet();
        AskedOwner = journal.Values.Any(value => value is CancelledOrder { AskedOwner: true } or PaymentDetails { Bank: null, Owing.Count: > 0 });
        shop = ShopFacts.Of(context);
        foreach (var result in journal.Results)
        {
            using var json = JsonDocument.Parse(result);
            AddAll(json.RootElement, name: null);
        }
    }

    public TurnContext Context { get; }

    /// <summary>Finds the shop's goods in a sentence.</summary>
    public ProductMentions Goods => ProductMentions.Of(Context.Catalogue);

    /// <summary>The goods that the customer's burst names.</summary>
    public IReadOnlyList<Mention> Asked => asked ??= [.. Context.Messages.SelectMany(message => Goods.In(PlacedWord.In(message.Content.Text ?? "")))];

    /// <summary>The tools that have succeeded in this turn, by name.</summary>
    public IReadOnlySet<string> Done { get; }

    /// <summary>The contact's orders that a tool has answered with, each once.</summary>
    public IReadOnlyList<OrderFacts> Orders { get; }

    /// <summary>As the last tool left it; null when none told of it.</summary>
    public CartView? Cart { get; }

    /// <summary>What those orders and the cart hold.</summary>
    public IEnumerable<(Guid Product, int Quantity)> Lines =>
        Orders.SelectMany(order => order.Lines.Select(line => (line.ProductId, line.Quantity))).Concat(Cart?.Lines.Select(line => (line.ProductId, line.Quantity)) ?? []);

    /// <summary>What a tool said that bringing an order costs.</summary>
    public IReadOnlyList<DeliveryQuote> Quotes { get; }

    /// <summary>The orders that were cancelled in this turn.</summary>
    public IReadOnlySet<Guid> CancelledNow { get; }

    /// <summary>A tool that might have done without the owner has asked them.</summary>
    public bool AskedOwner { get; }

    public static FactSheet Of(TurnContext context, ToolJournal journal) => new(context, journal);

    /// <summary>A fact, or a customer's own text that a template repeats.</summary>
    public bool ContainsOrRepeats(Claim claim) => Contains(claim) || echoes.Contains(claim);

    public bool Contains(Claim claim) => shop.Contains(claim) || facts.Contains(claim);

    /// <param name="number">Without leading zeros.</param>
    public bool HasOrder(string number) => Orders.Any(order => OrderNumbers.Plain(order.Number) == number);

    /// <summary>What the cart or an order comes to, with and without its delivery.</summary>
    public bool IsTotal(Claim amount) => Orders.SelectMany(order => (Money[])[order.Total, order.ItemsTotal])
        .Concat(Cart is null ? [] : [Cart.Total, Cart.ItemsTotal]).Any(total => Claims.Of(total) == amount);

    /// <summary>What an unpaid order comes to, or the cart would; not without its delivery, and nothing that was paid.</summary>
    public bool IsOwed(Claim amount) => Orders.Where(order => order.Status.IsUnpaid()).Select(order => order.Total)
        .Concat(Cart is null ? [] : [Cart.Total]).Any(total => Claims.Of(total) == amount);

    public bool Did(params ReadOnlySpan<string> any) => any.ToArray().Any(Done.Contains);

    private void Add(Money money) => facts.Add(Claims.Of(money));

    /// <summary>What a tool answered: amounts are whole kobo in its JSON, references and account numbers are texts of that name.</summary>
    private void AddAll(JsonElement element, string? name)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    AddAll(property.Value, property.Name);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    AddAll(item, name);
                }

                break;
            case JsonValueKind.Number when name == "claimedAmount" && element.TryGetInt64(out var kobo):
                // What the customer says they paid: a template says it back to them, and it proves no payment.
                echoes.Add(Claims.Of(new Money(kobo)));
                break;
            case JsonValueKind.Number when element.TryGetInt64(out var number):
                Add(new Money(number));
                if (name == "points") facts.Add(new Claim(ClaimKind.Points, number.ToString(CultureInfo.InvariantCulture)));
                break;
            case JsonValueKind.String:
                AddText(element.GetString()!, name);
                break;
        }
    }

    private void AddText(string text, string? name)
    {
        if (IsWords(name)) facts.UnionWith(Claims.NumbersOf(text));
        foreach (var claim in ClaimReader.InTemplates(text))
        {
            (IsOurs(name) ? facts : echoes).Add(claim);
        }
    }

    private static bool IsOurs(string? name) => name is "paymentReference" or "accountNumber" or "number";

    /// <summary>
    /// Ids, times and references are full of digits that nobody may quote; an order's number counts where orders are spoken of. A note is
    /// what a customer wrote: a template repeats it, and it proves nothing.
    /// </summary>
    private static bool IsWords(string? name) =>
        name is not null && !IsOurs(name) && name is not ("id" or "note") && !name.EndsWith("Id", StringComparison.Ordinal) && !name.EndsWith("At", StringComparison.Ordinal);

    private static IEnumerable<OrderFacts> OrdersIn(object value) => value switch
    {
        OrderFacts order => [order],
        OpenOrders orders => orders.LastEnded is { } last ? orders.Open.Append(last) : orders.Open,
        PaymentDetails details => details.Owing,
        CancelledOrder cancelled => [cancelled.Order],
        PaymentClaimed claimed => [claimed.Order],
        ReceiptAttached attached => [attached.Order],
        _ => [],
    };

    private static CartView? CartIn(object value) => value as CartView ?? (value as ReorderedCart)?.Cart;
}
