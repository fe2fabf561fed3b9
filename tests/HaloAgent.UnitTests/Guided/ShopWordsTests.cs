using HaloAgent.Catalog;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

public sealed class ShopWordsTests
{
    [Fact]
    public async Task A_shops_word_for_several_goods_is_asked_about_and_then_ordered()
    {
        var shop = Kitchen();

        var asked = await shop.SaysAsync("abeg I want 2 minerals");
        await shop.SaysAsync("malt");

        Assert.Contains("Zobo", asked, StringComparison.Ordinal);
        Assert.Contains("Malt", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Jollof", asked, StringComparison.Ordinal);
        Assert.Equal("2 Malt", shop.Cart);
    }

    [Fact]
    public async Task A_shops_word_for_one_thing_orders_it()
    {
        var shop = Kitchen();

        await shop.SaysAsync("3 owambe rice");

        Assert.Equal("3 Jollof rice & chicken", shop.Cart);
    }

    [Fact]
    public async Task Another_shop_does_not_know_the_word() =>
        Assert.DoesNotContain("Malt", await ScriptedShop.Kitchen().SaysAsync("I want 2 minerals"), StringComparison.Ordinal);

    [Fact]
    public void A_word_means_what_all_words_of_a_meaning_stand_in()
    {
        var products = Kitchen().Products;
        var shared = SharedWords.Of(products, [new("wets", ["drink"]), new("both", ["zobo malt", "jollof chickens"])]);

        Assert.Equal(["Chapman", "Malt", "Zobo 50cl"], products.Where(product => shared[product.Id].Contains("wets")).Select(product => product.Name).Order());
        Assert.Equal(["Jollof rice & chicken"], products.Where(product => shared[product.Id].Contains("both")).Select(product => product.Name));
    }

    [Fact]
    public async Task A_question_about_what_only_a_description_speaks_of_is_answered_with_what_fits_to_choose_from()
    {
        var shop = Kitchen();
        shop.Search = query => query.Words.Contains("hibiscus", StringComparison.Ordinal) ? [ProductFacts.Of(shop.Products.Single(product => product.Name == "Zobo 50cl"))] : [];

        var answer = await shop.SaysAsync("do you have hibiscus?");
        var chosen = await shop.SaysAsync("1");

        Assert.Contains("1. Zobo 50cl", answer, StringComparison.Ordinal);
        Assert.Contains("Zobo", chosen, StringComparison.Ordinal);
        Assert.Contains("We don't have pizza.", await shop.SaysAsync("do you have pizza?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ordering_searches_nothing()
    {
        var shop = Kitchen();

        foreach (var line in new[] { "hi", "2 jollof", "how much is suya", "2 minerals", "I want pizza" }) await shop.SaysAsync(line);

        Assert.DoesNotContain("SearchProductsCall", shop.Calls);
    }

    private static ScriptedShop Kitchen()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Business.Understand([new("minerals", ["zobo", "malt"]), new("owambe rice", ["jollof"])]);
        return shop;
    }
}
