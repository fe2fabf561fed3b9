using HaloAgent.Businesses;
using HaloAgent.Catalog;

namespace HaloAgent.Data;

/// <summary>A shop as <see cref="DemoData"/> describes it, before it is stored.</summary>
internal sealed record DemoShop(
    string Slug, string Name, string Description, string Category, Tone Tone, string PickupAddress, string WhatsAppNumber, BankDetails Bank,
    IReadOnlyList<OpeningHours> Hours, IReadOnlyList<DeliveryArea> Areas, IReadOnlyList<DemoMember> Members, IReadOnlyList<DemoProduct> Products)
{
    public IReadOnlyList<SearchSynonym> Synonyms { get; init; } = [];

    public string Policies { get; init; } = "";

    public IReadOnlyList<string> SampleMessages { get; init; } = [];

    public IReadOnlyList<string> Languages { get; init; } = [];

    public static OpeningHours[] Open(IEnumerable<DayOfWeek> days, int from, int to) =>
        [.. days.Select(day => new OpeningHours(day, new TimeOnly(from, 0), new TimeOnly(to, 0)))];

    public static DeliveryArea Area(decimal fee, params string[] names) => new(names, Money.FromNaira(fee));
}

internal sealed record DemoMember(string Name, string Email, MemberRole Role);

/// <param name="Picture">Name of the picture beside this file, without its folder and ending.</param>
/// <param name="Synonyms">Other words customers use, separated by commas.</param>
/// <param name="Sizes">Empty: the stock stands in the product.</param>
internal sealed record DemoProduct(
    string Picture, string Name, string Category, decimal Price, int Stock, string Description, string Synonyms, params (string Name, int Stock)[] Sizes);
