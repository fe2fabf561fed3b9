using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>
/// What the deterministic ear heard of the burst beyond doubt. A model may understand more than this, never something else: goods that were
/// counted in plain words go into the order as they were said, whatever numbers and sizes a model makes of them.
/// </summary>
internal sealed class PlainWords
{
    private const double Exact = 0.85;
    private const double Sure = 0.75;

    /// <summary>What a number of a line may hang on: "no, two jollof", "so that is two jollof".</summary>
    private static readonly Intent[] BesideGoods = [Intent.Yes, Intent.No, Intent.Restate, Intent.AllOfThem];

    private static readonly Intent[] HandOver = [Intent.Pickup, Intent.Delivery, Intent.SavedAddress];

    /// <summary>What is answered from the records, or done; a model that only talks answers none of it.</summary>
    private static readonly Intent[] Deeds =
    [
        .. HandOver, Intent.Menu, Intent.More, Intent.Pictures, Intent.ShowCart, Intent.DeliveryFee, Intent.CancelOrder, Intent.ClearCart, Intent.RepeatOrder, Intent.OrderStatus, Intent.Paid, Intent.PaymentDetails,
        Intent.PayLater, Intent.PayOnDelivery, Intent.Hours, Intent.Location, Intent.Terms, Intent.Points, Intent.UsePoints, Intent.KeepPoints, Intent.Discount, Intent.Inside,
    ];

    private readonly Heard heard;
    private readonly List<SaidLine> counted;
    private readonly List<Swap> swaps;
    private readonly HashSet<Guid> inHand = [];

    public PlainWords(Heard heard)
    {
        this.heard = heard;
        counted = [.. heard.Lines.Where(IsCounted)];
        swaps = [.. heard.Swaps.Where(swap => !swap.InComplaint && swap.From is null or { IsUnknown: false } && IsOne(swap.To))];
    }

    /// <summary>The counted goods are in the order by now.</summary>
    public bool AreGoodsTaken { get; private set; }

    public bool HasGoods => counted.Count + swaps.Count > 0;

    /// <summary>Counted goods of which this is one.</summary>
    public bool Counts(Guid product) => counted.Exists(line => IsAbout(line.Mention, product)) || swaps.Exists(swap => IsAbout(swap.From, product) || IsAbout(swap.To, product));

    /// <summary>The thing was asked about and not asked for.</summary>
    public bool OnlyAsksAbout(Guid product) => heard.Lines.Where(line => IsAbout(line.Mention, product)).ToList() is { Count: > 0 } about && about.TrueForAll(line => line.IsAsked)
        && heard.Picks.Count == 0 && !heard.Lines.Any(line => line.Mention is null);

    /// <summary>The model took a thing in hand; if it is not among them, it may well be what "it" means, and "one more of it" is not done twice.</summary>
    public void LeaveTo(Guid product)
    {
        inHand.Add(product);
        if (!Counts(product)) counted.RemoveAll(line => line.Mention is null);
    }

    /// <summary>Every thing that was spoken of is counted, and this one is none of them.</summary>
    public bool LeavesOut(Guid product) =>
        HasGoods && counted.Count == heard.Lines.Count && swaps.Count == heard.Swaps.Count && counted.TrueForAll(line => line.Mention is not null) && !Counts(product);

    public bool OnlyFetches => heard.Has(Intent.Pickup) && !IsToBeBrought;

    public bool OnlyAsksTheFee => heard.Has(Intent.DeliveryFee) && !IsToBeBrought;

    private bool IsToBeBrought => heard.Address is not null || heard.HasAny(Intent.Delivery, Intent.SavedAddress);

    /// <summary>Something is to be done or told that the dialogue can do or tell; talk alone leaves the customer without it.</summary>
    public bool WantsMoreThanTalk(Talk talk) => !talk.Listener.Agreement.SaysCondition(talk.Text) && (
        HasGoods || heard.Lines.Any(IsOfGoods) || (talk.Asked is Asked.Line or Asked.Confirm && talk.Listener.NamesASize(talk.Text)) || heard.Category is not null || (heard.Address is not null && IsHandOver(talk))
        || heard.Intents.Any(intent => intent.Value >= Sure && Deeds.Contains(intent.Key)) || LeavesQuestion(talk));

    /// <summary>Puts the counted goods into the order, once.</summary>
    public async Task TakeGoodsAsync(Talk talk)
    {
        if (AreGoodsTaken || !HasGoods) return;
        AreGoodsTaken = true;
        talk.Heard = heard with { Intents = Only(BesideGoods), Lines = counted, Swaps = swaps, Address = null, Area = null, Place = null, Category = null, Picks = [], Matters = [], IsQuestion = false };
        await Wishes.AttachAsync(talk);
        if (talk is { Asked: Asked.Line, AsksNow: false, Pending.Count: > 0 }) await LineAnswer.TakeAsync(talk);
        await Ordering.TakeAsync(talk);
    }

    /// <summary>"And a headwrap": what was asked for without a number, and the model has not taken in hand, comes once.</summary>
    /// <returns>Whether there was any.</returns>
    public async Task<bool> TakeUncountedAsync(Talk talk)
    {
        var left = heard.Lines.Where(line => line is { Action: LineAction.Add, Quantity: null, Naira: null, Unclear: false, Mention: { Only: { } only } mention } && IsOne(mention) && !inHand.Contains(only.Id) && !Counts(only.Id)).ToList();
        if (left.Count == 0) return false;
        talk.Heard = heard with { Intents = Only(BesideGoods), Lines = left, Swaps = [], Wishes = [], Address = null, Area = null, Place = null, Category = null, Picks = [], Matters = [], IsQuestion = false };
        await Ordering.TakeAsync(talk);
        return true;
    }

    /// <summary>How the order gets to the customer, where no tool was called for it.</summary>
    public async Task TakeHandOverAsync(Talk talk)
    {
        if (!IsHandOver(talk) || ((await talk.CartAsync()).IsEmpty && talk.Pending.Count == 0)) return;
        talk.Heard = heard with { Intents = Only(HandOver), Lines = [], Swaps = [], Category = null, Picks = [], Wishes = [], Matters = [] };
        await Delivering.TakeAsync(talk);
    }

    // A question beside the goods ("how much is everything?") asks nothing of the way; alone it may ask whether it is brought at all.
    private bool IsHandOver(Talk talk) => (HasGoods || !heard.IsQuestion) && (heard.HasAny(Intent.Pickup, Intent.SavedAddress) || IsBrought(talk));

    private bool IsBrought(Talk talk) => heard.Address is { } address
        ? heard.Has(Intent.Delivery) || (!heard.Has(Intent.DeliveryFee) && (address.Announced || heard.Area is not null || talk.Asked is Asked.Fulfillment or Asked.Address or Asked.SavedAddress or Asked.Area))
        : heard.Has(Intent.Delivery) && !heard.Has(Intent.DeliveryFee);

    // "Thanks, I will think about it", to "how many?": it is not asked again.
    private bool LeavesQuestion(Talk talk) => talk.Asked == Asked.Line && !heard.HasContent && heard.HasAny(Intent.Thanks, Intent.Goodbye, Intent.Wait, Intent.No);

    private Dictionary<Intent, double> Only(Intent[] some) => heard.Intents.Where(intent => some.Contains(intent.Key)).ToDictionary();

    private static bool IsCounted(SaidLine line) =>
        line is { Naira: null, Unclear: false } && (line.Mention is null ? line.Quantity is not null && line.Action is LineAction.Add or LineAction.Set : IsOne(line.Mention))
        && (line.Action == LineAction.Remove || line.Doubled || (line.Action is LineAction.Add or LineAction.Set && line.Quantity is not null)
            // "And the jacket in L-XL": the one that is there, in another size.
            || line is { Action: LineAction.Set, Mention.Variants.Count: 1 });

    // Of a thing that is only named the customer may say anything.
    private static bool IsOfGoods(SaidLine line) => line.Mention is { IsUnknown: false, Confidence: >= Exact } mention && (line.Action != LineAction.Mention || mention.IsAmbiguous);

    private static bool IsOne(ProductMention mention) => mention is { Only: not null, UnknownVariant: null, Confidence: >= Exact };

    private static bool IsAbout(ProductMention? mention, Guid product) => mention is not null && mention.Candidates.Any(item => item.Id == product);
}
