using HaloAgent.Catalog;
using HaloAgent.Contracts.Catalog;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Catalog;

public sealed class SearchProductsTests(HaloDatabase database) : IClassFixture<HaloDatabase>, IAsyncLifetime
{
    private Shop shop = null!;

    [Theory]
    [InlineData("gown", "Girls' ankara gown")]
    [InlineData("GOWNS", "Girls' ankara gown")]
    [InlineData("slipper", "Ankara slippers")]
    [InlineData("dresses", "Adire maxi dress")]
    public async Task The_plural_and_the_singular_find_the_same(string words, string first) =>
        Assert.Equal(first, (await FindAsync(words))[0]);

    [Theory]
    [InlineData("jolof rice", "Jollof rice & chicken")]
    [InlineData("jlolof", "Jollof rice & chicken")]
    [InlineData("zoob", "Zobo 50cl")]
    [InlineData("senetor", "Senator kaftan set")]
    [InlineData("slipars", "Ankara slippers")]
    [InlineData("puffpuff", "Puff-puff (10 pieces)")]
    public async Task A_misspelt_name_is_found(string words, string first) => Assert.Equal(first, (await FindAsync(words))[0]);

    [Theory]
    [InlineData("ọ̀fàdà", "Ofada rice & ayamase")]
    [InlineData("ofada", "Ofada rice & ayamase")]
    [InlineData("ƙosai", "Ƙosai")]
    [InlineData("kosai", "Ƙosai")]
    [InlineData("jol\u200Blof", "Jollof rice & chicken")]
    public async Task Accents_hooks_and_invisible_signs_make_no_difference(string words, string first) =>
        Assert.Equal(first, (await FindAsync(words))[0]);

    [Fact]
    public async Task A_name_counts_more_than_a_synonym_and_that_more_than_a_description()
    {
        var found = await FindAsync("gown");

        Assert.Equal("Girls' ankara gown", found[0]);
        Assert.Equal("Adire maxi dress", found[1]);
        Assert.DoesNotContain("Ankara headwrap", found);
        Assert.Equal(["Ankara headwrap"], await FindAsync("cotton"));
    }

    [Fact]
    public async Task A_size_in_the_words_ranks_what_comes_in_it_and_names_the_variant()
    {
        var found = await SearchAsync("adire dress in size L please");

        Assert.Equal("Adire maxi dress", found[0].Name);
        Assert.Equal(["L"], found[0].Variants.Where(variant => variant.IsAsked).Select(variant => variant.Name));
        Assert.Equal("Ankara slippers", (await FindAsync("ankara size 42"))[0]);
    }

    [Fact]
    public async Task A_shops_own_word_finds_what_it_means_there_and_only_there()
    {
        await UnderstandAsync(new SearchSynonym("minerals", ["zobo", "Chapman 50cl"]), new SearchSynonym("small small things", ["Small chops"]));

        Assert.Equal(["Chapman 50cl", "Zobo 50cl"], (await FindAsync("any mineral?")).Order());
        Assert.Equal(["Puff-puff (10 pieces)"], await FindAsync("small small things"));
        var other = await Shop.OpenAsync(database);
        await other.SellAsync("Zobo", 500, 5);
        Assert.Empty(await SearchAsync("minerals", shopId: other.Id));
    }

    [Fact]
    public async Task The_words_of_a_language_find_what_they_mean() =>
        Assert.Contains("Jollof rice & chicken", (await SearchAsync("iresi", language: "yo")).Select(product => product.Name));

    [Fact]
    public async Task Another_shops_products_are_never_found()
    {
        var other = await Shop.OpenAsync(database);
        await other.SellAsync("Jollof rice of somebody else", 100, 5);

        foreach (var words in new[] { "jollof", "jolloff rice", "somebody", "" })
        {
            Assert.DoesNotContain("Jollof rice of somebody else", await FindAsync(words));
            Assert.All(await SearchAsync(words, shopId: other.Id), product => Assert.Equal("Jollof rice of somebody else", product.Name));
        }
    }

    [Fact]
    public async Task What_is_hidden_or_put_away_is_not_found_and_what_is_sold_out_is()
    {
        await SellAsync("Kilishi hidden", "Snacks", "", available: false);
        var gone = await SellAsync("Kilishi gone", "Snacks", "");
        await database.UseAsync<PutProductAway, Outcome<bool>>(async away =>
        {
            await away.HandleAsync(shop.Id, gone.Id, shop.Owner, Cancelled);
            return true;
        });
        await shop.SellAsync("Kilishi", 900, 0);

        Assert.Equal(["Kilishi"], await FindAsync("kilishi"));
        Assert.Equal(["Kilishi"], await FindAsync("kilishy"));
    }

    [Fact]
    public async Task A_price_bounds_what_is_found_by_the_cheapest_variant()
    {
        Assert.Equal(["Adire maxi dress"], (await SearchAsync("dress", most: Money.FromNaira(18_000))).Select(product => product.Name));
        Assert.Empty(await SearchAsync("dress", most: Money.FromNaira(17_000)));
        Assert.All(await SearchAsync("", most: Money.FromNaira(1_000)), product => Assert.True(product.Price <= Money.FromNaira(1_000)));
    }

    [Fact]
    public async Task An_edit_is_found_at_once()
    {
        var product = await SellAsync("Kunu", "Drinks", "");
        await database.ReadAsync(async db =>
        {
            var stored = await db.Products.Include(p => p.Variants).SingleAsync(p => p.Id == product.Id, Cancelled);
            stored.Save(Saved("Fura da nono", "Drinks", ""), database.Now);
            return await db.SaveChangesAsync(Cancelled);
        });

        Assert.Equal(["Fura da nono"], await FindAsync("fura"));
        Assert.Empty(await FindAsync("kunu"));
    }

    [Theory]
    [InlineData("' OR 1=1; DROP TABLE products; --")]
    [InlineData("a:* & !b | (c <-> d)")]
    [InlineData("':*A \\ ''")]
    [InlineData("\u200B\u202E\uFEFF")]
    [InlineData("\uD800 \0 \uDFFF")]
    [InlineData("%_%")]
    [InlineData("₦₦₦ 🍲🍲")]
    [InlineData("laptop")]
    public async Task Hostile_words_find_nothing_and_break_nothing(string words) => Assert.Empty(await SearchAsync(words));

    [Theory]
    [InlineData("jollof ")]
    [InlineData("x")]
    [InlineData("zzyzx qqqq ")]
    [InlineData("'&|!:*()<->\\ ")]
    public async Task A_hundred_kilobytes_of_words_are_answered(string words)
    {
        var found = await SearchAsync(string.Concat(Enumerable.Repeat(words, 100_000 / words.Length)));

        Assert.True(found.Count <= 10);
    }

    [Theory]
    [InlineData("do you have pizza")]
    [InlineData("I want to buy an iPhone 15")]
    [InlineData("good morning, please how much")]
    public async Task What_is_not_sold_is_not_found(string words) => Assert.Empty(await SearchAsync(words));

    public async ValueTask InitializeAsync() => await StockAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private async Task<string[]> FindAsync(string words) => [.. (await SearchAsync(words)).Select(product => product.Name)];

    private Task<IReadOnlyList<ProductFacts>> SearchAsync(string words, string? language = null, Money? most = null, Guid? shopId = null) =>
        database.UseAsync<SearchProducts, IReadOnlyList<ProductFacts>>(search =>
            search.HandleAsync(shopId ?? shop.Id, new ProductQuery(words, language, most, 10), Cancelled));

    private Task<int> UnderstandAsync(params SearchSynonym[] synonyms) =>
        database.ReadAsync(async db =>
        {
            var business = await db.Businesses.SingleAsync(b => b.Id == shop.Id, Cancelled);
            business.Understand(synonyms);
            return await db.SaveChangesAsync(Cancelled);
        });

    private async Task StockAsync()
    {
        shop = await Shop.OpenAsync(database);
        await SellAsync("Jollof rice & chicken", "Rice", "Smoky party jollof with fried plantain.");
        await SellAsync("Ofada rice & ayamase", "Rice", "Local rice in leaves.");
        await SellAsync("Zobo 50cl", "Drinks", "Chilled hibiscus drink.");
        await SellAsync("Chapman 50cl", "Drinks", "With cucumber and lemon.");
        await SellAsync("Puff-puff (10 pieces)", "Small chops", "Soft and warm.");
        await SellAsync("Ƙosai", "Beans", "Bean cakes.");
        await SellAsync("Girls' ankara gown", "Children", "Flared, with a bow.", "", ("2-3 years", 9000), ("4-5 years", 9000));
        await SellAsync("Adire maxi dress", "Women", "Long and airy.", "adire gown, maxi gown", ("M", 18_500), ("L", 17_500));
        await SellAsync("Senator kaftan set", "Men", "Top and trousers.", "native", ("M", 32_000), ("L", 32_000));
        await SellAsync("Ankara slippers", "Accessories", "Leather sole.", "slides", ("41", 8500), ("42", 8500));
        await SellAsync("Ankara headwrap", "Accessories", "Two metres of soft cotton, goes with every gown.");
    }

    private async Task<Product> SellAsync(
        string name, string category, string description, string synonyms = "", params (string Name, decimal Price)[] variants)
    {
        var product = Product.Create(shop.Id, Saved(name, category, description, synonyms, variants), database.Now);
        await database.SaveAsync(product);
        return product;
    }

    private async Task<Product> SellAsync(string name, string category, string description, bool available)
    {
        var product = Product.Create(shop.Id, Saved(name, category, description) with { Available = available }, database.Now);
        await database.SaveAsync(product);
        return product;
    }

    private static SaveProductRequest Saved(string name, string category, string description, string synonyms = "", params (string Name, decimal Price)[] variants) => new()
    {
        Name = name,
        Category = category,
        Description = description,
        Price = 1000,
        Stock = 5,
        Synonyms = synonyms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        Variants = [.. variants.Select(variant => new SaveVariantRequest { Name = variant.Name, Price = variant.Price, Stock = 3 })],
    };
}
