using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Two small shops to be understood in.</summary>
internal static class Shops
{
    public static readonly IReadOnlyList<CatalogItem> Kitchen =
    [
        Item("Jollof rice & chicken", "Rice"),
        Item("Fried rice & turkey", "Rice"),
        Item("Ofada rice & ayamase", "Rice"),
        Item("Egusi soup & pounded yam", "Swallow"),
        Item("Amala & ewedu", "Swallow"),
        Item("Moi moi", "Sides"),
        Item("Fried plantain", "Sides"),
        Item("Beef suya", "Grills"),
        Item("Chicken suya", "Grills"),
        Item("Chicken shawarma", "Snacks"),
        Item("Meat pie", "Snacks"),
        Item("Puff puff", "Snacks"),
        Item("Zobo 50cl", "Drinks", "hibiscus"),
        Item("Chapman", "Drinks"),
        Item("Malt", "Drinks", "maltina"),
        Item("Bottled water 75cl", "Drinks"),
    ];

    public static readonly IReadOnlyList<CatalogItem> Fashion =
    [
        Item("Ankara gown", "Gowns") with { Variants = Variants("Size 10", "Size 12", "Size 14") },
        Item("Polo shirt", "Shirts") with { Variants = Variants("M / Red", "L / Red", "XL / Red", "XL / Blue") },
        Item("Packing shirt", "Shirts") with { Variants = Variants("M", "L", "XL") },
        Item("Canvas sneakers", "Shoes") with { Variants = Variants("41", "42", "43") },
        Item("Ankara fabric 6 yards", "Fabrics"),
        Item("Leather bag", "Bags"),
        Item("Two piece set", "Sets") with { Variants = Variants("S", "M", "L") },
        Item("Face cap", "Accessories"),
    ];

    /// <summary>With clothes for children, whose sizes are ages.</summary>
    public static readonly IReadOnlyList<CatalogItem> Family =
    [
        Item("Adire maxi dress", "Women", "adire dress", "maxi dress", "maxi gown") with { Variants = Variants("S", "M", "L") },
        Item("Ankara wrap dress", "Women", "ankara gown", "ankara dress") with { Variants = Variants("S", "M", "L") },
        Item("Senator kaftan set", "Men", "senator", "native") with { Variants = Variants("M", "L", "XL") },
        Item("Girls' ankara gown", "Children", "girls gown", "baby gown") with { Variants = Variants("2-3 years", "4-5 years", "6-7 years", "8-9 years") },
        Item("Boys' ankara set", "Children", "boys set", "kids set") with { Variants = Variants("2-3 years", "4-5 years", "6-7 years") },
        Item("Baby romper", "Children", "romper") with { Variants = Variants("0-6 months", "7-12 months") },
        Item("Ankara tote bag", "Bags", "tote bag", "bag"),
        Item("Ankara fabric, 6 yards", "Fabrics", "ankara fabric", "6 yards"),
    ];

    public static readonly IReadOnlyList<PlaceName> Areas =
    [
        new(["Ikeja", "Allen", "Opebi", "Alausa"]), new(["Yaba", "Sabo"]), new(["Surulere"]), new(["Lekki Phase 1", "Lekki"]), new(["Victoria Island", "VI"]),
    ];

    public static readonly Listener KitchenListener = new("en", Kitchen, Areas);
    public static readonly Listener FashionListener = new("en", Fashion, Areas);

    /// <summary>A shop with bags that come in no sizes.</summary>
    public static Listener Bags(string language) => new(language, [Item("Leather bag", "Bags"), Item("Beaded necklace", "Beads")], Areas);

    /// <summary>What is understood of a line in the kitchen.</summary>
    public static string InKitchen(string said) => KitchenListener.Hear(said).ToString();

    public static string Hear(string language, string said) => new Listener(language, Kitchen, Areas).Hear(said).ToString();

    public static string HearInFamilyShop(string language, string said) => new Listener(language, Family, Areas).Hear(said).ToString();

    public static bool HeardInKitchen(string said, string intent) => InKitchen(said).Split("; ").Contains(intent);

    private static CatalogItem Item(string name, string category, params string[] synonyms) => new(Guid.CreateVersion7(), name, category, synonyms, []);

    private static CatalogVariant[] Variants(params string[] names) => [.. names.Select(name => new CatalogVariant(Guid.CreateVersion7(), name))];
}
