using System.Globalization;
using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.LoadTests.Search;

/// <summary>A shop of 5,000 products, beside nine others of the same goods: an index has to tell shops apart.</summary>
internal static class SearchShop
{
    public const int Others = 9;

    private static readonly string[] Cloths =
    [
        "Ankara", "Adire", "Lace", "Aso oke", "Velvet", "Denim", "Linen", "Cotton", "Silk", "Chiffon",
        "Brocade", "Damask", "Guinea", "Kampala", "Senator", "Wool", "Leather", "Crepe", "Satin", "Organza",
    ];

    private static readonly string[] Kinds =
    [
        "gown", "shirt", "skirt", "blouse", "trousers", "kaftan", "agbada", "jacket", "jumpsuit", "wrapper", "headwrap", "handbag", "slippers",
        "cap", "scarf", "shorts", "dress", "two-piece", "kimono", "dashiki", "apron", "curtain", "bedsheet", "pillowcase", "purse",
    ];

    private static readonly string[] Colours = ["red", "blue", "green", "black", "white", "yellow", "wine", "purple", "orange", "brown"];

    /// <summary>As customers write: plain, plural, misspelt, with sizes, in the shop's own words, and what is not sold.</summary>
    public static readonly string[] Questions =
    [
        "ankara gown", "do you have red gowns", "ankra gwon", "lace shirt size L", "adire", "blue velvet jackets please", "slipars", "native wear", "wine headwrap",
        "senetor kaftan", "bedshet", "black leather purse", "aso òkè wrapper", "jumpsuits XL", "something in green silk", "laptop", "dashikii size m", "yellow chifon blouse",
    ];

    public static async Task<Guid> OpenAsync(HaloDbContext db, CancellationToken stop)
    {
        var now = TimeProvider.System.GetUtcNow();
        var run = Guid.CreateVersion7().ToString("N");
        var businesses = Enumerable.Range(0, Others + 1).Select(i => Business.Create(
            string.Create(CultureInfo.InvariantCulture, $"search-{run}-{i}"), "Search Fashion", "", "Fashion", Tone.Plain, "1 Test Street, Ikeja", now)).ToList();
        foreach (var business in businesses) business.List(false);
        businesses[0].Understand([new("native wear", ["senator", "kaftan", "agbada"])]);
        db.AddRange(businesses);
        db.AddRange(Products(businesses[0].Id, now));
        await db.SaveChangesAsync(stop);
        await CopyAsync(db, businesses, stop);
        return businesses[0].Id;
    }

    private static IEnumerable<Product> Products(Guid business, DateTimeOffset now) =>
        from cloth in Cloths
        from kind in Kinds
        from colour in Colours
        select Product.Create(
            business,
            new SaveProductRequest
            {
                Name = $"{cloth} {kind}, {colour}",
                Category = kind,
                Description = $"A {colour} {kind} of soft {cloth}, sewn in Yaba and sent the same day. Goes with everything you wear on a Friday.",
                Price = 5_000,
                Stock = 0,
                Synonyms = [$"{cloth} {kind}", $"{colour} {kind}"],
                Variants = [.. new[] { "S", "M", "L", "XL" }.Select(size => new SaveVariantRequest { Name = size, Price = 5_000, Stock = 10 })],
            },
            now);

    private static async Task CopyAsync(HaloDbContext db, List<Business> businesses, CancellationToken stop)
    {
        var (first, others) = (businesses[0].Id, businesses.Skip(1).Select(business => business.Id).ToArray());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO products (id, business_id, name, category, description, price, stock, available, synonyms, search_name, search_also, search_more, created_at)
            SELECT gen_random_uuid(), other, name, category, description, price, 10, true, synonyms, search_name, search_also, search_more, created_at
            FROM products, unnest({others}) AS other WHERE business_id = {first}
            """,
            stop);
        await db.Database.ExecuteSqlRawAsync("ANALYZE products, product_variants", stop);
    }
}
