using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Ages that are told in another message than the clothes.</summary>
public sealed class GuidedAgeAnswersTests
{
    [Theory]
    [InlineData("en", "one gown for my daughter and one set for my boy", "she is 3 and the boy is 6 years")]
    [InlineData("en", "one girls gown and one boys set", "3 years for the girl, 6 years for the boy")]
    [InlineData("en", "one gown for my daughter and one set for my boy", "my son's own is 6-7 years and my daughter's own is 2-3 years")]
    [InlineData("en", "one gown for my daughter and one set for my boy", "2-3 years and 6-7 years")]
    [InlineData("en", "one girls gown and one boys set", "gown 2-3 years, set 6-7 years")]
    [InlineData("yo", "gown kan fun omo mi obinrin, boys set kan", "obinrin 2-3, okunrin 6-7")]
    [InlineData("pcm", "one gown for my daughter and one set for my boy", "the girl don clock 3, the boy na 6 years")]
    [InlineData("yo", "gown kan fun omo mi obinrin, boys set kan", "obinrin je omo odun meta, okunrin je omo odun mefa")]
    [InlineData("ha", "gown daya na yarinya da boys set daya", "yarinyar shekarunta uku, yaron dan shekara shida")]
    [InlineData("ig", "gown otu maka nwa m nwanyi na boys set otu", "nwa nwanyi di afo ato, nwa nwoke di afo isii")]
    public async Task The_answer_to_which_size_may_be_the_age_of_each_child(string language, string ordered, string answer)
    {
        var shop = FamilyShop(language);
        await shop.SaysAsync(ordered);

        await shop.SaysAsync(answer);

        Assert.Equal("1 Girls' ankara gown (2-3 years), 1 Boys' ankara set (6-7 years)", shop.Cart);
    }

    [Theory]
    [InlineData("en", "my daughter is 5 years old and my son is 3", "one gown for the girl, one set for the boy")]
    [InlineData("pcm", "my girl pikin na 5 years\nthe boy na 3 years", "one gown for the girl, one set for the boy")]
    [InlineData("yo", "omo mi obinrin je omo odun marun\nokunrin je omo odun meta", "e fun mi ni gown kan fun obinrin, set kan fun okunrin")]
    [InlineData("ha", "yarinyata 'yar shekara biyar, yarona dan shekara uku", "a ba ni gown daya na yarinya, set daya na yaro")]
    [InlineData("ig", "nwa m nwanyi di afo ise\nnwa m nwoke di afo ato", "nye m gown otu maka nwanyi, set otu maka nwoke")]
    public async Task Ages_that_are_told_first_are_remembered(string language, string told, string ordered)
    {
        var shop = FamilyShop(language);

        var shown = await shop.SaysAsync(told.Split('\n'));
        await shop.SaysAsync(ordered);

        Assert.Contains("Girls' ankara gown", shown, StringComparison.Ordinal);
        Assert.Equal("1 Girls' ankara gown (4-5 years), 1 Boys' ankara set (2-3 years)", shop.Cart);
    }

    [Fact]
    public async Task One_each_answers_how_many_of_all_that_were_sized()
    {
        var shop = FamilyShop();
        await shop.SaysAsync("boys set for my son, he is four years old. Girls gown for my daughter, she is seven");

        await shop.SaysAsync("one each");

        Assert.Equal("1 Boys' ankara set (4-5 years), 1 Girls' ankara gown (6-7 years)", shop.Cart);
    }

    [Fact]
    public async Task An_age_that_something_was_chosen_for_chooses_nothing_more()
    {
        var shop = FamilyShop();
        await shop.SaysAsync("one boys set for a child of 5");

        var asked = await shop.SaysAsync("and one girls gown");

        Assert.Equal("1 Boys' ankara set (4-5 years)", shop.Cart);
        Assert.Contains("4-5 years", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_age_is_remembered_when_a_language_is_asked_for_and_when_an_order_is_agreed_to()
    {
        var shop = FamilyShop();
        await shop.SaysAsync("my daughter is 5 years old");
        await shop.SaysAsync("English please");
        await shop.SaysAsync("1 tote bag, pickup");
        await shop.SaysAsync("everything correct");
        Assert.Single(shop.Orders);

        await shop.SaysAsync("one girls gown");

        Assert.Contains("(4-5 years)", shop.Cart, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_age_is_not_remembered_for_long()
    {
        var shop = FamilyShop();
        await shop.SaysAsync("my daughter is 5 years old");
        shop.Now = shop.Now.AddDays(2);

        await shop.SaysAsync("one girls gown");

        Assert.Equal("", shop.Cart);
    }

    [Theory]
    [InlineData("one girls gown for my daughter, she is 11")]
    [InlineData("one girls gown, 11 years")]
    public async Task Where_no_size_is_made_for_the_age_the_sizes_are_listed(string ordered)
    {
        var shop = FamilyShop();

        var asked = await shop.SaysAsync(ordered);

        Assert.Equal("", shop.Cart);
        Assert.Contains("2-3 years", asked, StringComparison.Ordinal);
        Assert.Contains("6-7 years", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("one girls gown for my 5 year old", "sorry, change the gown to 6 years")]
    [InlineData("one girls gown for my 5 year old", "make it 7 years instead")]
    public async Task A_size_may_be_changed_to_another_age(string ordered, string said)
    {
        var shop = FamilyShop();
        await shop.SaysAsync(ordered);

        await shop.SaysAsync(said);

        Assert.Equal("1 Girls' ankara gown (6-7 years)", shop.Cart);
    }

    [Theory]
    [InlineData("ha", "slippers ma biyu, nawa da na madam", "nawa 42, nata kuma 39")]
    [InlineData("en", "2 slippers, mine and my wife's", "mine 42, hers 39")]
    [InlineData("pcm", "two slippers, one for me, one for my madam", "my own na 42, her own na 39")]
    [InlineData("yo", "slippers meji", "temi 42, tie 39")]
    [InlineData("ig", "slippers abuo", "nke m 42, nke ya 39")]
    public async Task Two_sizes_for_two_are_one_of_each(string language, string ordered, string answer)
    {
        var shop = FamilyShop(language);
        await shop.SaysAsync(ordered);

        await shop.SaysAsync(answer);

        Assert.Equal("1 Slippers (42), 1 Slippers (39)", shop.Cart);
    }

    [Theory]
    [InlineData("en", "yes I agree, send account")]
    [InlineData("pcm", "yes, send account")]
    [InlineData("ha", "eh na yarda, a turo account")]
    public async Task A_yes_that_asks_for_the_account_is_a_yes(string language, string said)
    {
        var shop = FamilyShop(language);
        await shop.SaysAsync("1 tote bag, pickup");

        await shop.SaysAsync(said);

        Assert.Single(shop.Orders);
    }

    [Fact]
    public async Task Asking_for_the_account_alone_is_no_yes()
    {
        var shop = FamilyShop();
        await shop.SaysAsync("1 tote bag, pickup");

        await shop.SaysAsync("send account");

        Assert.Empty(shop.Orders);
    }

    private static ScriptedShop FamilyShop(string language = "en")
    {
        var shop = ScriptedShop.Kitchen(language: language);
        shop.Sell("Ankara wrap dress", "Women", 16000, synonyms: "ankara gown, ankara dress", variants: ["S", "M", "L"]);
        shop.Sell("Senator kaftan set", "Men", 32000, synonyms: "senator", variants: ["M", "L", "XL"]);
        shop.Sell("Girls' ankara gown", "Children", 9000, synonyms: "girls gown, baby gown", variants: ["2-3 years", "4-5 years", "6-7 years", "8-9 years"]);
        shop.Sell("Boys' ankara set", "Children", 8500, synonyms: "boys set, kids set", variants: ["2-3 years", "4-5 years", "6-7 years"]);
        shop.Sell("Slippers", "Shoes", 8500, variants: ["38", "39", "40", "41", "42"]);
        shop.Sell("Ankara tote bag", "Bags", 7000, synonyms: "tote bag");
        return shop;
    }
}
