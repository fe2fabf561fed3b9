using System.Globalization;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>What a customer can want besides goods.</summary>
internal enum Intent
{
    Greeting,
    Menu,
    More,
    Price,
    Availability,
    Want,
    Pictures,
    ShowCart,
    Delivery,
    Pickup,
    SavedAddress,
    DeliveryFee,
    Yes,
    No,
    Done,
    Restate,
    CancelOrder,
    ClearCart,
    OrderStatus,
    Paid,
    PayLater,
    PaymentDetails,
    PayOnDelivery,
    Discount,
    Hours,
    Location,

    /// <summary>What holds in the shop: refunds, exchanges, the smallest order.</summary>
    Terms,
    /// <summary>How many loyalty points there are.</summary>
    Points,
    UsePoints,
    /// <summary>They are not to be used after all.</summary>
    KeepPoints,
    Thanks,
    Complaint,
    Person,
    AreYouBot,
    Goodbye,
    RepeatOrder,
    Help,
    AllOfThem,
    Wait,

    /// <summary>What is not about this shop: essays, matches, news, jokes, loans.</summary>
    OffTopic,

    /// <summary>What the shop knows of them.</summary>
    DataCopy,
    DataDelete,

    /// <summary>What is in the thing spoken of last.</summary>
    Inside,

    /// <summary>No offers and news; answers are still welcome.</summary>
    StopOffers,
    WantOffers,
}

/// <summary>What is to happen with one thing that was named.</summary>
internal enum LineAction
{
    /// <summary>Into the cart.</summary>
    Add,

    /// <summary>Out of the cart, or that many fewer.</summary>
    Remove,

    /// <summary>So many, whatever was said before.</summary>
    Set,

    /// <summary>It stays as it is, whatever happens to the others: "everything except the zobo", "don't remove the zobo".</summary>
    Keep,

    Price,
    Availability,

    /// <summary>Any other question about it: "is the jollof spicy?".</summary>
    About,

    /// <summary>Named, and nothing more: neither asked for nor asked about.</summary>
    Mention,
}

/// <summary>One thing a customer said about one product.</summary>
/// <param name="Mention">Null for "it": the thing spoken of last.</param>
/// <param name="Quantity">Null when none was said.</param>
/// <param name="Naira">An amount of money worth of it: "rice 500".</param>
/// <param name="Unclear">A quantity that has to be asked for: "some".</param>
/// <param name="Explicit">"add", "one more": not a repetition of what is in the cart already.</param>
internal sealed record SaidLine(LineAction Action, ProductMention? Mention, int? Quantity, decimal? Naira = null, bool Unclear = false, bool Explicit = false)
{
    /// <summary>How it is to be made, in the customer's own words.</summary>
    public string? Note { get; init; }

    /// <summary>Said with "change" or "instead": a size named with it takes the place of the one in the cart.</summary>
    public bool Instead { get; init; }

    /// <summary>It is to go, and what comes in the same burst takes its place: "no more zobo, give me malt", "change that zobo".</summary>
    public bool GivesWay { get; init; }

    /// <summary>"That senator": one that was spoken of before.</summary>
    public bool IsThatOne { get; init; }

    /// <summary>Nothing but its name and a number: "headwrap three". To a summary that has it, that is how many there are to be.</summary>
    public bool IsBare { get; init; }

    /// <summary>"Double the meat pie": twice as many as there are.</summary>
    public bool Doubled { get; init; }

    /// <summary>Said of everything in the cart: "add one more of each".</summary>
    public bool OfAll { get; init; }

    /// <summary>What stays, and nothing else does: "leave only the jollof".</summary>
    public bool Only { get; init; }

    /// <summary>Asked about, and not asked for.</summary>
    public bool IsAsked => Action is LineAction.Price or LineAction.Availability or LineAction.About;
}

/// <summary>One product in place of another.</summary>
/// <param name="From">Null for "it": the thing spoken of last.</param>
internal sealed record Swap(ProductMention? From, ProductMention To, int? Quantity)
{
    /// <summary>How many of the old one go, where that was said; null: all.</summary>
    public int? Of { get; init; }

    /// <summary>"Half of the zobo"</summary>
    public bool IsHalf { get; init; }

    /// <summary>"The others to chapman": all that the swaps before it left.</summary>
    public bool IsRest { get; init; }

    /// <summary>Each was said for itself ("leave the chapman, and make the ofada two"): where the new one is there already, its number is no addition.</summary>
    public bool IsOfTwoWishes { get; init; }

    /// <summary>"Make it two": that is how many there are to be.</summary>
    public bool Sets { get; init; }

    /// <summary>"It's not zobo, malt is what I want": a complaint about what came, or a correction of what is in the cart.</summary>
    public bool InComplaint { get; init; }
}

/// <summary>Where to deliver, in the customer's own writing.</summary>
/// <param name="Announced">After words like "deliver to"; otherwise the line only looks like an address.</param>
internal sealed record SaidAddress(string Text, bool Announced);

/// <summary>All that was understood of a customer's burst of messages.</summary>
internal sealed record Heard
{
    public static readonly Heard Nothing = new() { Intents = new Dictionary<Intent, double>() };

    public required IReadOnlyDictionary<Intent, double> Intents { get; init; }
    public IReadOnlyList<SaidLine> Lines { get; init; } = [];
    public IReadOnlyList<Swap> Swaps { get; init; } = [];
    public SaidAddress? Address { get; init; }

    /// <summary>A delivery area of the shop, by the name the shop gives it.</summary>
    public string? Area { get; init; }

    /// <summary>Where to, by words that are no street address and no area the shop names: "do you deliver to Ibadan?".</summary>
    public string? Place { get; init; }

    public string? Category { get; init; }
    public long? OrderNumber { get; init; }

    /// <summary>The naira that a customer says to have paid.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What the customer says that they are called, in their writing.</summary>
    public string? CalledName { get; init; }

    /// <summary>Places in the list last shown, counted from one; -1 is the last.</summary>
    public IReadOnlyList<int> Picks { get; init; } = [];

    /// <summary>How many of a picked place, where that was said: "2 of the first".</summary>
    public IReadOnlyDictionary<int, int> PickQuantities { get; init; } = new Dictionary<int, int>();

    /// <summary>A bare number that also answers "how many?"; the same as the only pick.</summary>
    public int? BareNumber => Picks is [var only] && only > 0 && PickQuantities.Count == 0 ? only : null;

    /// <summary>What only a person may answer, gravest first.</summary>
    public IReadOnlyList<Matter> Matters { get; init; } = [];

    /// <summary>What is heard of a refund is only that "it" is to go back.</summary>
    public bool OnlyReturns { get; init; }

    /// <summary>How things are to be made, in the customer's own words.</summary>
    public IReadOnlyList<SaidWish> Wishes { get; init; } = [];

    /// <summary>How old those are for whom something is wanted, as far as no thing of the burst has taken its size from it.</summary>
    public IReadOnlyList<SaidAge> Ages { get; init; } = [];

    /// <summary>Whether anything was asked, in any of the sentences.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>"How long does delivery take?"</summary>
    public bool AsksHowLong { get; init; }

    /// <summary>It began like a yes and said more, which nothing understood: it orders nothing.</summary>
    public bool IsHalfYes { get; init; }

    public bool Has(Intent intent) => Intents.ContainsKey(intent);

    public bool HasAny(params ReadOnlySpan<Intent> intents)
    {
        foreach (var intent in intents)
        {
            if (Has(intent)) return true;
        }

        return false;
    }

    /// <summary>Only these intents, and nothing else in the whole burst.</summary>
    public bool IsOnly(params Intent[] intents) => !HasContent && Intents.Count > 0 && Intents.Keys.All(intents.Contains);

    /// <summary>Goods, an address, an area, a choice, a wish: something to act on beyond words.</summary>
    public bool HasContent => Lines.Count > 0 || Swaps.Count > 0 || Address is not null || Area is not null || Place is not null || Picks.Count > 0 || Category is not null || Wishes.Count > 0 || Ages.Any(age => age.At != SaidAge.Before);

    /// <summary>No other intents than these.</summary>
    public bool IsOnlyOrNothing(params Intent[] intents) => Intents.Keys.All(intents.Contains);

    /// <summary>Nothing but these intents; the ages of children, told or remembered, stay.</summary>
    public Heard Only(params Intent[] intents) => Nothing with { Intents = intents.ToDictionary(intent => intent, _ => 1.0), Ages = Ages };

    public bool IsNothing => !HasContent && Intents.Count == 0;

    /// <summary>How sure the weakest part is; nothing understood is 0.</summary>
    public double Confidence => IsNothing ? 0
        : Intents.Values.Concat(Lines.Where(line => line.Mention is not null).Select(line => line.Mention!.Confidence)).DefaultIfEmpty(1).Min();

    /// <summary>One line of plain text, the same for the same meaning: tests and logs of the evaluation compare it.</summary>
    public override string ToString()
    {
        List<string> said = [.. Lines.Select(Describe)];
        said.AddRange(Swaps.Where(swap => !swap.InComplaint).Select(swap => string.Create(CultureInfo.InvariantCulture, $"swap {Name(swap.From)} for {swap.Quantity}{(swap.Quantity is null ? "" : " ")}{Name(swap.To)}")));
        said.AddRange(Intents.Keys.Order().Select(intent => intent.ToString()));
        if (Category is not null) said.Add($"category {Category}");
        if (Address is not null) said.Add($"address '{Address.Text}'");
        if (Area is not null) said.Add($"area {Area}");
        if (Place is not null) said.Add($"place '{Place}'");
        if (OrderNumber is not null) said.Add(string.Create(CultureInfo.InvariantCulture, $"order {OrderNumber}"));
        said.AddRange(Ages.Select(age => age.ToString()));
        if (Picks.Count > 0) said.Add("pick " + string.Join(' ', Picks.Select(pick => PickQuantities.TryGetValue(pick, out var many) ? string.Create(CultureInfo.InvariantCulture, $"{many} of {pick}") : pick.ToString(CultureInfo.InvariantCulture))));
        return said.Count == 0 ? "nothing" : string.Join("; ", said);
    }

    private static string Describe(SaidLine line)
    {
        var quantity = line.Naira is { } naira ? string.Create(CultureInfo.InvariantCulture, $" ₦{naira:0}")
            : line.Unclear ? " some"
            : line.Quantity is { } count ? string.Create(CultureInfo.InvariantCulture, $" {count}") : "";
        return $"{(line.Explicit ? "+" : "")}{line.Action.ToString().ToLowerInvariant()}{quantity} {(line.OfAll ? "all" : Name(line.Mention))}";
    }

    private static string Name(ProductMention? mention) => mention switch
    {
        null => "it",
        { IsUnknown: true } => $"?{mention.Heard}",
        { UnknownVariant: { } unknown } => $"{mention.Candidates[0].Name} (no {unknown})",
        { Only: { } only, Variants: [var variant] } => $"{only.Name} ({variant.Name})",
        { Only: { } only, Variants.Count: > 1 } => $"{only.Name} ({string.Join(" or ", mention.Variants.Select(variant => variant.Name))})",
        { Only: { } only } => only.Name,
        _ => string.Join(" or ", mention.Candidates.Select(item => item.Name)),
    };
}
