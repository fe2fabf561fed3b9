using HaloAgent.Catalog;
using HaloAgent.Catalog.Meaning;
using HaloAgent.Contracts.Catalog;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Catalog;

public sealed class SearchByMeaningTests(HaloDatabase database) : IClassFixture<HaloDatabase>, IAsyncLifetime
{
    private MeaningSearch meaning = null!;
    private Shop shop = null!;

    [Theory]
    [InlineData("something peppery, I'm thirsty", "Zobo 50cl")]
    [InlineData("what can I wear to a wedding", "Owambe lace set")]
    [InlineData("footwear", "Leather slides")]
    public async Task What_means_the_same_is_found_without_a_word_in_common(string words, string first)
    {
        await meaning.EmbedAsync();

        Assert.Empty(await meaning.ByWordsAsync(shop.Id, words));
        Assert.Equal(first, (await meaning.FindAsync(shop.Id, words))[0]);
    }

    [Fact]
    public async Task What_answers_by_its_words_and_by_its_meaning_comes_first()
    {
        await meaning.EmbedAsync();

        Assert.Equal("Zobo 50cl", (await meaning.FindAsync(shop.Id, "a spicy drink"))[0]);
    }

    [Fact]
    public async Task Who_names_a_thing_gets_that_thing_and_no_meaning_is_asked_for()
    {
        await meaning.EmbedAsync();
        var asked = meaning.Requests;

        Assert.Equal(["Chapman 50cl"], await meaning.FindAsync(shop.Id, "do you have chapman please"));
        Assert.Equal(asked, meaning.Requests);
    }

    [Theory]
    [InlineData("an iPhone 15")]
    [InlineData("do you repair generators")]
    [InlineData("good morning, please how much")]
    [InlineData("\uD800 \0 \uDFFF peng")]
    public async Task What_is_not_sold_is_not_found(string words)
    {
        await meaning.EmbedAsync();

        Assert.Empty(await meaning.FindAsync(shop.Id, words));
    }

    [Fact]
    public async Task Another_shops_products_are_never_found()
    {
        var other = await Shop.OpenAsync(database);
        await SellAsync(other, "Pepper soup of somebody else", "Drinks", "Peppery and hot.");
        await meaning.EmbedAsync();

        Assert.DoesNotContain("Pepper soup of somebody else", await meaning.FindAsync(shop.Id, "something peppery, I'm thirsty"));
        Assert.Equal(["Pepper soup of somebody else"], await meaning.FindAsync(other.Id, "chilli for my thirst"));
    }

    [Fact]
    public async Task What_is_hidden_or_too_dear_is_not_found_although_it_has_a_vector()
    {
        await meaning.EmbedAsync();
        Assert.Empty(await meaning.FindAsync(shop.Id, "footwear", Money.FromNaira(500)));

        await SaveAsync("Leather slides", "Leather slides", "Accessories", "For your feet.", available: false);
        Assert.Empty(await meaning.FindAsync(shop.Id, "footwear"));
    }

    [Fact]
    public async Task A_changed_product_is_read_again_and_an_unchanged_one_is_not()
    {
        await meaning.EmbedAsync();
        Assert.Equal("Leather slides", (await meaning.FindAsync(shop.Id, "footwear"))[0]);
        Assert.Equal(0, await meaning.EmbedAsync());

        await SaveAsync("Leather slides", "Leather belt", "Accessories", "Fits every gele.");
        Assert.Equal(1, await meaning.EmbedAsync());
        database.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(await meaning.FindAsync(shop.Id, "footwear"));
        Assert.Equal("Leather belt", (await meaning.FindAsync(shop.Id, "hat"))[0]);
    }

    [Fact]
    public async Task Another_model_reads_everything_again_and_until_then_finds_nothing()
    {
        await meaning.EmbedAsync();
        await using var another = await MeaningSearch.StartAsync(database, "another-model");

        Assert.Empty(await another.FindAsync(shop.Id, "footwear"));
        Assert.True(await another.EmbedAsync() >= 5);
        database.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Leather slides", (await another.FindAsync(shop.Id, "footwear"))[0]);
    }

    [Fact]
    public async Task With_the_server_away_the_words_answer_and_the_server_is_left_alone_for_a_while()
    {
        await meaning.EmbedAsync();
        meaning.IsAway = true;

        Assert.Equal(await meaning.ByWordsAsync(shop.Id, "hibiscus drink"), await meaning.FindAsync(shop.Id, "hibiscus drink"));
        Assert.Empty(await meaning.FindAsync(shop.Id, "footwear"));
        await Assert.ThrowsAsync<NoVectorsException>(async () =>
        {
            await SellAsync(shop, "Kilishi", "Snacks", "Dried beef.");
            await meaning.EmbedAsync();
        });

        meaning.IsAway = false;
        Assert.Empty(await meaning.FindAsync(shop.Id, "footwear"));
        database.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("Leather slides", (await meaning.FindAsync(shop.Id, "footwear"))[0]);
    }

    [Fact]
    public async Task A_server_that_is_too_slow_is_not_waited_for()
    {
        await meaning.EmbedAsync();
        var asked = meaning.HangOnce();

        var finding = meaning.FindAsync(shop.Id, "hibiscus drink");
        await asked;
        Assert.False(finding.IsCompleted);
        database.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Zobo 50cl", (await finding)[0]);
    }

    [Fact]
    public async Task A_text_that_the_server_refuses_keeps_no_other_product_waiting()
    {
        await SellAsync(shop, "Refused", "Odd", "");
        meaning.Refuse("Refused");

        await meaning.EmbedAsync();

        Assert.Equal(0, await meaning.EmbedAsync());
        Assert.Equal("Leather slides", (await meaning.FindAsync(shop.Id, "footwear"))[0]);
    }

    [Fact]
    public async Task Where_the_server_refuses_everything_no_product_is_given_up()
    {
        meaning.Refuse("");

        await Assert.ThrowsAsync<NoVectorsException>(() => meaning.EmbedAsync());
        meaning.Refuse(null);
        Assert.True(await meaning.EmbedAsync() >= 5);
    }

    [Fact]
    public async Task The_worker_asks_a_server_again_that_was_away()
    {
        meaning.IsAway = true;
        using var work = meaning.Work();
        await work.StartAsync(Cancelled);
        await Eventually.IsTrueAsync(() => Task.FromResult(meaning.Requests == 1), "the server was asked");
        Assert.Equal(0, await VectorsAsync());

        meaning.IsAway = false;
        await Eventually.IsTrueAsync(
            async () =>
            {
                database.Time.Advance(TimeSpan.FromSeconds(10));
                return await VectorsAsync() == 5;
            },
            "all have vectors");
        await work.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Vectors_go_with_their_business()
    {
        await meaning.EmbedAsync();
        Assert.Equal(5, await VectorsAsync());

        await database.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"DELETE FROM channel_accounts WHERE business_id = {shop.Id}; DELETE FROM businesses WHERE id = {shop.Id}", Cancelled));

        Assert.Equal(0, await VectorsAsync());
    }

    public async ValueTask InitializeAsync()
    {
        meaning = await MeaningSearch.StartAsync(database);
        shop = await Shop.OpenAsync(database);
        await SellAsync(shop, "Zobo 50cl", "Drinks", "Chilled hibiscus drink with ginger.");
        await SellAsync(shop, "Chapman 50cl", "Drinks", "With cucumber and lemon.");
        await SellAsync(shop, "Jollof & chicken", "Mains", "Smoky, with plantain.");
        await SellAsync(shop, "Owambe lace set", "Women", "A gown for the big day.");
        await SellAsync(shop, "Leather slides", "Accessories", "Soft sandals for your feet.");
    }

    public ValueTask DisposeAsync() => meaning.DisposeAsync();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private Task SellAsync(Shop seller, string name, string category, string description) =>
        database.SaveAsync(Product.Create(seller.Id, Saved(name, category, description), database.Now));

    private Task<int> SaveAsync(string product, string name, string category, string description, bool available = true) => database.ReadAsync(async db =>
    {
        var stored = await db.Products.Include(p => p.Variants).SingleAsync(p => p.BusinessId == shop.Id && p.Name == product, Cancelled);
        stored.Save(Saved(name, category, description) with { Available = available }, database.Now);
        return await db.SaveChangesAsync(Cancelled);
    });

    private Task<int> VectorsAsync() => database.ReadAsync(db => db.ProductVectors.CountAsync(v => v.BusinessId == shop.Id, Cancelled));

    private static SaveProductRequest Saved(string name, string category, string description) =>
        new() { Name = name, Category = category, Description = description, Price = 1000, Stock = 5 };
}
