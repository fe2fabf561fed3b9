using HaloAgent.Catalog;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Loyalty;

namespace HaloAgent.Businesses;

/// <summary>A shop: who it is to its customers, when it is open, where it delivers and how it is paid.</summary>
public sealed class Business
{
    public const int NameLength = 120;
    public const int SlugLength = 60;
    public const int TextLength = ShopDetailsLimits.Text;
    public const int PoliciesLength = ShopProfileLimits.Policies;

    private Business()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The shop's name in addresses; unique.</summary>
    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public string Category { get; private set; } = "";

    public Tone Tone { get; private set; }

    /// <summary>IANA name; opening hours and "today" are meant in it.</summary>
    public string TimeZone { get; private set; } = "Africa/Lagos";

    public string PickupAddress { get; private set; } = "";

    /// <summary>E.164, shown to the public; null when the shop has no WhatsApp number yet.</summary>
    public string? WhatsAppNumber { get; private set; }

    public IReadOnlyList<OpeningHours> OpeningHours { get; private set; } = [];

    /// <summary>Empty: the shop does not deliver.</summary>
    public IReadOnlyList<DeliveryArea> DeliveryAreas { get; private set; } = [];

    /// <summary>What its customers call its goods together.</summary>
    public IReadOnlyList<SearchSynonym> SearchSynonyms { get; private set; } = [];

    /// <summary>Refunds, exchanges, the smallest order …, in the shop's own words; empty: such questions go to its people.</summary>
    public string Policies { get; private set; } = "";

    /// <summary>How the shop's own people answer: for style, never for facts.</summary>
    public IReadOnlyList<string> SampleMessages { get; private set; } = [];

    /// <summary>Codes of the languages that its people speak; empty when it has not said.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>Null: the agent never makes any up, it says that the shop will send them.</summary>
    public BankDetails? BankDetails { get; private set; }

    /// <summary>Null: no points are given or taken.</summary>
    public LoyaltyRules? Loyalty { get; private set; }

    /// <summary>How long an unpaid order holds its stock.</summary>
    public int OrderExpiryMinutes { get; private set; } = 24 * 60;

    /// <summary>The last order number given out; raised inside the transaction that places an order.</summary>
    public long LastOrderNumber { get; private set; }

    /// <summary>Whether the public showcase lists it.</summary>
    public bool Listed { get; private set; } = true;

    public DateTimeOffset CreatedAt { get; private set; }

    public static Business Create(string slug, string name, string description, string category, Tone tone, string pickupAddress, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Slug = slug,
        Name = name,
        Description = description,
        Category = category,
        Tone = tone,
        PickupAddress = pickupAddress,
        CreatedAt = now,
    };

    public void Introduce(string description, string pickupAddress) => (Description, PickupAddress) = (description, pickupAddress);

    public void OpenAt(IReadOnlyList<OpeningHours> hours) => OpeningHours = hours;

    public void DeliverTo(IReadOnlyList<DeliveryArea> areas) => DeliveryAreas = areas;

    public void Understand(IReadOnlyList<SearchSynonym> synonyms) => SearchSynonyms = synonyms;

    public void Describe(string policies, IReadOnlyList<string> sampleMessages, IReadOnlyList<string> languages) =>
        (Policies, SampleMessages, Languages) = (policies, sampleMessages, languages);

    public void BePaidAt(BankDetails? details) => BankDetails = details;

    public void Reward(LoyaltyRules? rules) => Loyalty = rules;

    public void ReceiveOnWhatsApp(string? number) => WhatsAppNumber = number;

    public void HoldOrdersFor(int minutes) => OrderExpiryMinutes = minutes;

    public void List(bool listed) => Listed = listed;
}

/// <summary>How the shop's agent speaks.</summary>
public enum Tone
{
    Warm,
    Plain,
    Formal,
}

/// <param name="Day">0 is Sunday, as in <see cref="DayOfWeek"/>.</param>
/// <param name="Closes">At or before <paramref name="Opens"/>: after midnight.</param>
public sealed record OpeningHours(DayOfWeek Day, TimeOnly Opens, TimeOnly Closes);

/// <param name="Names">The first is shown; the others are how people also write it.</param>
public sealed record DeliveryArea(IReadOnlyList<string> Names, Money Fee)
{
    public string Name => Names[0];
}

public sealed record BankDetails(string Bank, string AccountNumber, string AccountName);
