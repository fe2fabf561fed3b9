using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>The sizes of clothes for children are ages, and that is how customers name them.</summary>
public sealed class GuidedAgesTests
{
    [Theory]
    [InlineData("en", "a gown for a five year old", "add 1 Girls' ankara gown (4-5 years)")]
    [InlineData("en", "2 sets for my 6yr old", "add 2 Boys' ankara set (6-7 years)")]
    [InlineData("en", "I want one gown for my daughter, she is turning four", "add 1 Girls' ankara gown (4-5 years)")]
    [InlineData("en", "two 5 year old gowns", "add 2 Girls' ankara gown (4-5 years)")]
    [InlineData("en", "1 boys set, he is 3", "add 1 Boys' ankara set (2-3 years)")]
    [InlineData("pcm", "one set for my son, he be 5 years", "add 1 Boys' ankara set (4-5 years)")]
    [InlineData("pcm", "abeg one gown for pikin of 7", "add 1 Girls' ankara gown (6-7 years)")]
    [InlineData("pcm", "one gown for my pikin wey just clock 2", "add 1 Girls' ankara gown (2-3 years)")]
    [InlineData("yo", "gown kan fun omo mi obinrin, omo odun meta", "add 1 Girls' ankara gown (2-3 years)")]
    [InlineData("yo", "boys set meji, o sese pe odun mefa", "add 2 Boys' ankara set (6-7 years)")]
    [InlineData("ha", "a ba ni gown daya na 'yata, shekarunta uku", "add 1 Girls' ankara gown (2-3 years)")]
    [InlineData("ha", "boys set guda biyu na yaro dan shekara biyar", "add 2 Boys' ankara set (4-5 years)")]
    [InlineData("ig", "gown otu maka nwa m nwanyi di afo ise", "add 1 Girls' ankara gown (4-5 years)")]
    [InlineData("ig", "nye m gown ankara abuo nke ejima m nwanyi, ha di afo ato", "add 2 Girls' ankara gown (2-3 years)")]
    public void An_age_is_the_size_that_is_made_for_it(string language, string said, string meant) => Assert.Equal(meant, Shops.HearInFamilyShop(language, said));

    [Theory]
    [InlineData("en", "girls gown, 2 pieces, ages 3 and 6", "add 1 Girls' ankara gown (2-3 years); add 1 Girls' ankara gown (6-7 years)")]
    [InlineData("en", "Girls gown x2 (4yrs and 7yrs)", "add 1 Girls' ankara gown (4-5 years); add 1 Girls' ankara gown (6-7 years)")]
    [InlineData("en", "one gown for the girl that is 8, one set for the boy that is 6", "add 1 Girls' ankara gown (8-9 years); add 1 Boys' ankara set (6-7 years)")]
    [InlineData("en", "3 gowns for my girls, 5 years, 5 years and 7 years", "add 2 Girls' ankara gown (4-5 years); add 1 Girls' ankara gown (6-7 years)")]
    [InlineData("en", "3 gowns, two for 3 years and one for 6 years", "add 2 Girls' ankara gown (2-3 years); add 1 Girls' ankara gown (6-7 years)")]
    [InlineData("en", "my boys are 3 and 5, one set each", "add 1 Boys' ankara set (2-3 years); add 1 Boys' ankara set (4-5 years)")]
    [InlineData("pcm", "two set, one for 3 years, one for 6 years", "add 1 Boys' ankara set (2-3 years); add 1 Boys' ankara set (6-7 years)")]
    [InlineData("yo", "e fun mi ni boys set meji, fun omo odun meta ati omo odun mefa", "add 1 Boys' ankara set (2-3 years); add 1 Boys' ankara set (6-7 years)")]
    [InlineData("ha", "boys set guda biyu, na dan shekara bakwai da na dan shekara uku", "add 1 Boys' ankara set (6-7 years); add 1 Boys' ankara set (2-3 years)")]
    [InlineData("ig", "biko set abuo, otu maka nwa di afo ato, otu maka nwa di afo isii", "add 1 Boys' ankara set (2-3 years); add 1 Boys' ankara set (6-7 years)")]
    public void Several_ages_are_several_sizes(string language, string said, string meant) => Assert.Equal(meant, Shops.HearInFamilyShop(language, said));

    [Theory]
    [InlineData("en", "one boys set, one girls gown. the girl is 5, the boy is 3", "add 1 Boys' ankara set (2-3 years); add 1 Girls' ankara gown (4-5 years)")]
    [InlineData("en", "a set for my 3 year old and a gown for my 5 year old daughter", "add 1 Boys' ankara set (2-3 years); add 1 Girls' ankara gown (4-5 years)")]
    [InlineData("pcm", "di girl na 5 years, di boy na 3 years\nankara gown for di girl and ankara set for di boy", "add Girls' ankara gown (4-5 years); add Boys' ankara set (2-3 years)")]
    [InlineData("yo", "Boys ankara set kan fun eyi okunrin, omo odun marun ni. Gown kan fun eyi obinrin, o sese pe odun meje", "add 1 Boys' ankara set (4-5 years); add 1 Girls' ankara gown (6-7 years)")]
    [InlineData("ha", "gown din ankara na yarinya 'yar shekara biyar guda daya\nsai boys set daya na dan shekara uku", "add 1 Girls' ankara gown (4-5 years); add 1 Boys' ankara set (2-3 years)")]
    [InlineData("ig", "gown otu nke nwa m nwanyi di afo asaa\nna set otu nke nwa m nwoke di afo ano", "add 1 Girls' ankara gown (6-7 years); add 1 Boys' ankara set (4-5 years)")]
    public void Each_child_gets_what_is_ordered_for_it(string language, string said, string meant) => Assert.Equal(meant, Shops.HearInFamilyShop(language, said));

    [Theory]
    [InlineData("en", "one gown for my daughter", "add 1 Girls' ankara gown")]
    [InlineData("en", "one dress for my daughter, she is 4", "add 1 Girls' ankara gown (4-5 years)")]
    [InlineData("en", "one ankara gown for my little girl", "add 1 Girls' ankara gown")]
    [InlineData("en", "one gown and one set for my children", "add 1 Girls' ankara gown; add 1 Boys' ankara set; category Children")]
    [InlineData("pcm", "one gown for my pikin", "add 1 Girls' ankara gown")]
    [InlineData("yo", "gown kan fun omo mi", "add 1 Girls' ankara gown")]
    [InlineData("ha", "gown daya na yarinyata", "add 1 Girls' ankara gown")]
    [InlineData("ig", "gown otu maka nwa m", "add 1 Girls' ankara gown")]
    [InlineData("en", "one ankara gown", "add 1 Ankara wrap dress")]
    [InlineData("en", "one ankara gown for my wife", "add 1 Ankara wrap dress")]
    [InlineData("en", "1 ankara gown size L for me and one gown for my daughter, 5 years", "add 1 Ankara wrap dress (L); add 1 Girls' ankara gown (4-5 years)")]
    [InlineData("en", "1 boys set and 2 ankara gown", "add 1 Boys' ankara set; add 2 Ankara wrap dress")]
    [InlineData("en", "one ankara gown for my daughter, size M", "add 1 Ankara wrap dress (M)")]
    [InlineData("en", "1 tote bag for my girls", "add 1 Ankara tote bag")]
    public void What_is_for_a_child_is_made_for_children(string language, string said, string meant) => Assert.Equal(meant, Shops.HearInFamilyShop(language, said));

    [Theory]
    [InlineData("en", "one boys set for my son, he is 10", "add 1 Boys' ankara set")]
    [InlineData("en", "one gown for my 12 year old daughter", "add 1 Girls' ankara gown")]
    [InlineData("en", "girls gown 2, for 8 months", "add 2 Girls' ankara gown")]
    [InlineData("en", "one romper for my baby, 8 months old", "add 1 Baby romper (7-12 months)")]
    [InlineData("en", "one romper, she is 2 years", "add 1 Baby romper")]
    [InlineData("en", "one boys set for my son. My daughter is 5", "add 1 Boys' ankara set; girl of 5")]
    [InlineData("en", "2 boys set, 5 years and 12 years", "add 1 Boys' ankara set (4-5 years); add 1 Boys' ankara set")]
    [InlineData("yo", "gown kan, omo odun mewa ni", "add 1 Girls' ankara gown")]
    [InlineData("ha", "gown daya ta yarinya 'yar shekara goma sha biyu", "add 1 Girls' ankara gown")]
    [InlineData("ig", "gown otu maka nwa di onwa asato", "add 1 Girls' ankara gown")]
    public void An_age_that_no_size_is_made_for_chooses_none(string language, string said, string meant) => Assert.Equal(meant, Shops.HearInFamilyShop(language, said));

    [Theory]
    [InlineData("en", "I have been buying from you for 5 years, one boys set", "add 1 Boys' ankara set")]
    [InlineData("en", "2 boys set 4-5 years", "add 2 Boys' ankara set (4-5 years)")]
    [InlineData("en", "1 boys set 4 to 5 years", "add 1 Boys' ankara set (4-5 years)")]
    [InlineData("en", "deliver to 6 Years Close, Ikeja. 1 boys set", "add 1 Boys' ankara set; Delivery; address '6 Years Close, Ikeja'; area Ikeja")]
    [InlineData("en", "2 ankara fabric 6 yards", "add 2 Ankara fabric, 6 yards")]
    [InlineData("yo", "gown meji, omo odun meta", "add 2 Girls' ankara gown (2-3 years)")]
    public void A_count_an_address_and_a_measure_are_no_ages(string language, string said, string meant) => Assert.Equal(meant, Shops.HearInFamilyShop(language, said));

    [Theory]
    [InlineData("do you have gown for a 5 year old girl?", "availability Girls' ankara gown (4-5 years)")]
    [InlineData("how much is boys set for 6 years", "price Boys' ankara set (6-7 years)")]
    [InlineData("do you have native for small boys? My son is 5", "availability Senator kaftan set; availability Boys' ankara set (4-5 years)")]
    public void A_question_may_name_an_age(string said, string meant) => Assert.Equal(meant, Shops.HearInFamilyShop("en", said));
}
