using System.Globalization;
using HaloAgent.Agent;
using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Agent.Guided;
using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Channels;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Conversations;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>
/// A shop in memory with one customer: every line the customer writes is a turn of the guided brain. The tools keep the
/// real rules of cart, order and reference; only the database is missing.
/// </summary>
internal sealed class ScriptedShop
{
    private static readonly Guid Contact = Guid.CreateVersion7();
    private static readonly Guid Conversation = Guid.CreateVersion7();

    private readonly ScriptedTools tools;
    private bool answeredBefore;

    public ScriptedShop(Tone tone = Tone.Plain, bool bank = true, bool delivers = true)
    {
        Business = Business.Create("halo-kitchen", "Halo Kitchen", "Food", "Food", tone, "14 Opebi Road, Ikeja", Now);
        if (bank) Business.BePaidAt(new BankDetails("GTBank", "0123456789", "Halo Kitchen Ltd"));
        if (delivers)
        {
            Business.DeliverTo(
            [
                new DeliveryArea(["Ikeja", "Opebi", "Adeniyi Jones"], Money.FromNaira(1500)), new DeliveryArea(["Yaba", "Sabo"], Money.FromNaira(2000)),
                new DeliveryArea(["Lekki Phase 1", "Lekki"], Money.FromNaira(4000)),
            ]);
        }

        Business.OpenAt(
        [
            new OpeningHours(DayOfWeek.Monday, new TimeOnly(8, 0), new TimeOnly(22, 0)), new OpeningHours(DayOfWeek.Tuesday, new TimeOnly(8, 0), new TimeOnly(22, 0)),
            new OpeningHours(DayOfWeek.Sunday, new TimeOnly(12, 0), new TimeOnly(20, 0)),
        ]);
        tools = new ScriptedTools(Business, Contact, Conversation, () => Now);
    }

    public Business Business { get; }

    /// <summary>What the customer speaks.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Who answers.</summary>
    public IAgentBrain Brain { get; set; } = new GuidedBrain();

    /// <summary>What was said so far, as a brain may read it.</summary>
    public List<RecentMessage> Chat { get; } = [];

    /// <summary>That a person had the chat before the next turn.</summary>
    public HandBack? HandBack { get; set; }

    /// <summary>What a model answered the turn that runs now, in order; put in before, it is the record of an earlier run.</summary>
    public List<string> Recorded => tools.Recorded;

    /// <summary>When the messages of the next turns arrived.</summary>
    public DateTimeOffset? WaitingSince { get; set; }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    public List<Product> Products => tools.Products;
    public List<Order> Orders => tools.Orders;
    public int Points { get => tools.Points; set => tools.Points = value; }
    public List<EscalationReason> Escalations => tools.Escalations;
    public List<string> Calls => tools.Calls;

    /// <summary>Of all turns.</summary>
    public ToolJournal Journal => tools.Journal;
    public List<string> Refused => tools.Refused;

    /// <summary>What a search finds.</summary>
    public Func<ProductQuery, IReadOnlyList<ProductFacts>> Search { set => tools.Search = value; }
    public WorkingMemory Memory { get; set; } = WorkingMemory.Empty;
    public BrainReply? Reply { get; private set; }

    public string Cart => string.Join(", ", tools.Lines.Select(line => $"{line.Quantity} {line.FullName}{(line.Note is { } note ? $" [{note}]" : "")}"));

    public static ScriptedShop Kitchen(Tone tone = Tone.Plain, bool bank = true, bool delivers = true, string language = "en")
    {
        var shop = new ScriptedShop(tone, bank, delivers) { answeredBefore = true, Language = language };
        shop.Sell("Jollof rice & chicken", "Rice", 3500, synonyms: "jollof");
        shop.Sell("Fried rice & chicken", "Rice", 3800);
        shop.Sell("Amala & ewedu", "Swallow", 3500);
        shop.Sell("Beef suya", "Grills", 2500);
        shop.Sell("Chicken suya", "Grills", 3000, stock: 3);
        shop.Sell("Puff puff", "Small chops", 1000);
        shop.Sell("Moi moi", "Small chops", 900);
        shop.Sell("Meat pie", "Small chops", 1200);
        shop.Sell("Zobo 50cl", "Drinks", 800);
        shop.Sell("Malt", "Drinks", 700);
        shop.Sell("Chapman", "Drinks", 1500, stock: 0);
        shop.Sell("Polo shirt", "Shirts", 6000, variants: ["M / Red", "L / Red", "XL / Blue"]);
        return shop;
    }

    /// <summary>Two zobo, to be brought, in each language: what shows the summary at once.</summary>
    public static readonly IReadOnlyDictionary<string, string> Delivered = new Dictionary<string, string>
    {
        ["en"] = "2 zobo, deliver to 5 Allen Avenue, Ikeja",
        ["pcm"] = "2 zobo, bring am come 5 Allen Avenue, Ikeja",
        ["ha"] = "zobo biyu, a kawo min 5 Allen Avenue, Ikeja",
        ["yo"] = "zobo meji, e gbe wa si 5 Allen Avenue, Ikeja",
        ["ig"] = "zobo abuo, wetara m ya na 5 Allen Avenue, Ikeja",
    };

    /// <summary>Two jollof, and the summary was shown.</summary>
    public static async Task<ScriptedShop> SummaryShownAsync(string fulfillment = "pickup", bool bank = true)
    {
        var shop = Kitchen(bank: bank);
        await shop.SaysAsync("2 jollof");
        Assert.Contains("Reply *yes* to confirm", await shop.SaysAsync(fulfillment), StringComparison.Ordinal);
        return shop;
    }

    /// <summary>The same, ordered.</summary>
    public static async Task<ScriptedShop> ConfirmedAsync(string fulfillment = "pickup", bool bank = true)
    {
        var shop = await SummaryShownAsync(fulfillment, bank);
        await shop.SaysAsync("yes");
        Assert.Single(shop.Orders);
        return shop;
    }

    public ScriptedShop AtFirst()
    {
        answeredBefore = false;
        return this;
    }

    public void Sell(string name, string category, decimal price, int stock = 50, string? synonyms = null, string[]? variants = null) =>
        Products.Add(Product.Create(
            Business.Id,
            new SaveProductRequest
            {
                Name = name,
                Category = category,
                Price = price,
                Stock = stock,
                Description = $"{name}, made today.",
                Synonyms = synonyms?.Split(", ") ?? [],
                Variants = [.. (variants ?? []).Select(variant => new SaveVariantRequest { Name = variant, Price = price, Stock = Math.Min(stock, 5) })],
            },
            Now));

    /// <summary>Several lines in one burst are one turn.</summary>
    public async Task<string> SaysAsync(params string[] lines) =>
        await TurnAsync([.. lines.Select((line, i) => new TurnMessage(i + 1, MessageContent.OfText(line), [], null))]);

    public Task<string> SendsAsync(MessageKind kind, string caption = "", bool stored = true) => TurnAsync(
    [
        new TurnMessage(1, new MessageContent { Kind = kind, Text = caption }, [new TurnFile(stored ? Guid.CreateVersion7() : null, "image/png", 1000, stored ? null : "too large")], null),
    ]);

    private async Task<string> TurnAsync(IReadOnlyList<TurnMessage> messages)
    {
        var turnId = tools.BeginTurn();
        Now = Now.AddMinutes(1);
        var turn = TurnLanguage.Hear(new TurnContext
        {
            TurnId = turnId,
            ConversationId = Conversation,
            Business = Business,
            Catalogue = [.. Products.Where(product => product.IsSold)],
            Contact = new TurnContact(Contact, "Ada", Language, tools.SavedAddress, tools.SavedArea, 0),
            Channel = Channel.WhatsappTwilio,
            Messages = messages,
            Memory = Memory,
            Now = Now,
            WaitingSince = WaitingSince,
            FirstContact = !answeredBefore,
            HandBack = HandBack,
            RecentAsync = (most, _) => Task.FromResult<IReadOnlyList<RecentMessage>>([.. Chat.TakeLast(most)]),
        });
        Reply = await Brain.ThinkAsync(turn, tools, CancellationToken.None);
        Recorded.Clear();
        Chat.AddRange(messages.Select(message => new RecentMessage(FromCustomer: true, message.Content.Text)));
        Chat.AddRange(Reply.Bubbles.Select(bubble => new RecentMessage(FromCustomer: false, bubble.Text)));
        Memory = TurnLanguage.Remember(turn.Spoken, Reply.Memory);
        Language = Reply.Understood.Language;
        answeredBefore = true;
        return string.Join("\n---\n", Reply.Bubbles.Select(bubble => bubble.Text));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cart} | {Orders.Count} orders");
}
