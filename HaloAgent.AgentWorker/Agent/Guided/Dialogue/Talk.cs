using HaloAgent.Agent;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>One turn as the dialogue sees it: what was heard, what is remembered, what has been said so far.</summary>
internal sealed class Talk
{
    private const string PendingSlot = "pending";
    private const string LastSlot = "last";
    private static readonly Intent[] SaidBeside = [Intent.Paid, Intent.Complaint, Intent.OrderStatus, Intent.DeliveryFee, Intent.Hours, Intent.PaymentDetails];

    private readonly IToolBox tools;
    private readonly CancellationToken cancellationToken;
    private readonly List<string> said = [];
    private readonly HashSet<(Guid, Guid?)> touched = [];
    private readonly List<ReplyBubble> pictures = [];
    private readonly WorkingMemory before;
    private readonly Dictionary<string, string> slots;
    private readonly string intent;
    private readonly double sure;
    private CartView? cart;

    public Talk(TurnContext turn, IToolBox tools, CancellationToken cancellationToken)
    {
        (Turn, this.tools, this.cancellationToken, before) = (turn, tools, cancellationToken, turn.Memory);
        Phrases = Phrasebook.For(turn.Contact.Language, turn.Business.Tone);
        Listener = ShopEar.For(turn);
        var written = string.Join('\n', turn.Messages.Select(message => message.Content.Text).Where(text => !string.IsNullOrWhiteSpace(text)));
        Text = Listener.LastWordOf(written);
        // "Add 1 malt, no leave it": nothing is left of it but the order as it stands.
        OrderMoved = Text.Length == 0 && written.Length > 0;
        Heard = Listener.Hear(Text, Children.Known(turn));
        if (turn.Spoken is { Asked: true } && OnlyAsksForALanguage()) Heard = Heard.Only();
        Heard = Agreement.In(Heard, Listener, Text, turn.Memory);
        // "3 zobo. No, leave it. Yes": who takes something back and agrees is shown what that comes to.
        if (Text != written && Heard.Has(Intent.Yes) && turn.Memory.Asked is null or Dialogue.Asked.Confirm) Heard = Heard.Without(Intent.Yes) with { IsHalfYes = true };
        intent = IntentNames.Of(Heard);
        sure = MainIntent.Of(Heard).Confidence;
        tools.Journal.Understood = new Understood(turn.Contact.Language, intent, sure);
        slots = new Dictionary<string, string>(before.Slots);
        (Asked, Listed, ListedFrom, ListedOf) = (before.Asked, before.Listed, before.ListedFrom, before.ListedOf);
        Pending = OpenLine.Read(slots.GetValueOrDefault(PendingSlot));
    }

    public TurnContext Turn { get; }
    public Business Shop => Turn.Business;
    public Phrasebook Phrases { get; private set; }
    public Listener Listener { get; }
    public string Text { get; private set; }

    /// <summary>What is still to be answered; each concern takes its part out.</summary>
    public Heard Heard { get; set; }

    /// <summary>What was asked in the reply before this one, until somebody asks something new.</summary>
    public string? Asked { get; private set; }

    /// <summary>It was asked in this reply: what the customer wrote before cannot be its answer.</summary>
    public bool AsksNow { get; private set; }
    public IReadOnlyList<ListedChoice> Listed { get; private set; }
    public int ListedFrom { get; private set; }
    public string? ListedOf { get; private set; }
    public IReadOnlyList<OpenLine> Pending { get; set; }

    /// <summary>The product spoken of last: "make it 3".</summary>
    public (Guid Product, Guid? Variant)? Last { get; private set; }

    /// <summary>What the customer is told in this reply, in order, without pictures.</summary>
    public IReadOnlyList<string> Said => said;

    public bool HasSpoken => said.Count > 0 || pictures.Count > 0;

    /// <summary>Something was answered that is no part of ordering: what is open is only recalled.</summary>
    public bool Digressed { get; private set; }

    /// <summary>The cart changed, or was asked to be shown: the order goes on.</summary>
    public bool OrderMoved { get; set; }

    /// <summary>The reply is complete; nothing more is asked in it.</summary>
    public bool Finished { get; set; }

    public bool NotUnderstood { get; set; }

    /// <summary>Nothing but a greeting came: it is answered with what can be done here.</summary>
    public bool IsOnlyGreeted { get; set; }

    /// <summary>What the cart comes to stands in this reply already.</summary>
    public bool TotalSaid { get; set; }

    /// <summary>The sentence that asks how many has been said already, as part of another one.</summary>
    public bool AskedHowMany { get; set; }

    public int NotUnderstoodBefore => before.NotUnderstoodInARow;

    public string Phrase(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Phrases.Say(key, values);

    public void Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => SayText(Phrases.Say(key, values));

    public void SayText(string text)
    {
        if (!said.Contains(text)) said.Add(text);
    }

    /// <summary>From here on the reply is in another language.</summary>
    public void Speak(string language) => Phrases = Phrasebook.For(language, Turn.Business.Tone);

    public void Digress() => Digressed = true;

    public void Show(string text, Guid imageId) => pictures.Add(new ReplyBubble(text, imageId));

    public void Ask(string question)
    {
        (Asked, AsksNow) = (question, true);
        Finished = true;
    }

    public void AskNothing() => Asked = null;

    /// <summary>Some of the sentences are answered; what is read from the words is read from the others.</summary>
    public void LeaveOnly(IEnumerable<string> sentences) => Text = string.Join('\n', sentences);

    public void List(IEnumerable<ListedChoice> choices, string? of = null, int from = 0) => (Listed, ListedOf, ListedFrom) = ([.. choices], of, from);

    public string? Slot(string name) => slots.GetValueOrDefault(name);

    public void Keep(string name, string? value)
    {
        if (value is null) slots.Remove(name);
        else slots[name] = value;
    }

    /// <summary>How many things this burst has spoken of.</summary>
    public int TouchedNow => touched.Count;

    public void Touch(Guid product, Guid? variant)
    {
        touched.Add((product, variant));
        Last = (product, variant);
        Keep(LastSlot, $"{product:N} {variant:N}");
    }

    public (Guid Product, Guid? Variant)? LastTouched()
    {
        if (Last is not null || Slot(LastSlot)?.Split(' ') is not [var product, var variant]) return Last;
        return Guid.TryParseExact(product, "N", out var id) ? (id, Guid.TryParseExact(variant, "N", out var of) ? of : null) : null;
    }

    public Product? Product(Guid id) => Turn.Catalogue.FirstOrDefault(product => product.Id == id);

    /// <summary>The cart as the last tool left it.</summary>
    public async Task<CartView> CartAsync()
    {
        if (cart is not null) return cart;
        var read = await CallAsync(new ReadCartCall());
        return cart = read.Succeeded ? read.Value : new CartView(0, [], null, null, null, null, SummaryShownEarlier: false);
    }

    public async Task<Outcome<TResult>> CallAsync<TResult>(IToolCall<TResult> call)
    {
        var outcome = await tools.CallAsync(call, cancellationToken);
        cart = outcome switch
        {
            { Succeeded: true, Value: CartView view } => view,
            { Succeeded: true, Value: ReorderedCart reordered } => reordered.Cart,
            { Succeeded: true, Value: OrderFacts } => null,
            _ => cart,
        };
        return outcome;
    }

    /// <summary>The last messages before this burst.</summary>
    public Task<IReadOnlyList<RecentMessage>> RecentAsync(int most) => Turn.RecentAsync(most, cancellationToken);

    /// <summary>The cart may have changed by other hands: it is read again.</summary>
    public void Refresh() => cart = null;

    // "English please" orders no goods called English; a long message, an allergy, a claim, an address beside it say more than that.
    private bool OnlyAsksForALanguage() => LanguageDetector.IsShort(Text) && Heard is { Matters.Count: 0, Address: null, Swaps.Count: 0 } && !Heard.HasAny(SaidBeside)
        && Heard.Lines.All(line => line.Mention is null or { IsUnknown: true });

    // What only the question before makes clear ("12 Rice Mill Road") is clear.
    private double Confidence => Heard.IsNothing && NotUnderstood ? 0 : sure == 0 ? 1 : sure;

    public BrainReply End()
    {
        Keep(PendingSlot, Pending.Count == 0 ? null : OpenLine.Write(Pending));
        var memory = new WorkingMemory
        {
            Asked = AsksNow || !SureQuestion.IsOne(Asked) ? Asked : null,
            Listed = Listed,
            ListedFrom = ListedFrom,
            ListedOf = ListedOf,
            Slots = slots,
            NotUnderstoodInARow = NotUnderstood ? before.NotUnderstoodInARow + 1 : 0,
        };
        return new BrainReply([.. ReplyText.Of(said), .. pictures], new Understood(Phrases.Language, intent, Confidence), memory, $"understood as {intent}");
    }
}
