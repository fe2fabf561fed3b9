using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>What customers order, and which goods in which numbers are understood of it.</summary>
public sealed class GuidedItemsTests
{
    [Theory]
    [InlineData("2 jollof and one zobo", "add 2 Jollof rice & chicken; add 1 Zobo 50cl")]
    [InlineData("2 jollof and one zobo, deliver to 12 Adeniyi Jones, Ikeja", "add 2 Jollof rice & chicken; add 1 Zobo 50cl; Delivery; address '12 Adeniyi Jones, Ikeja'; area Ikeja")]
    [InlineData("I want two plates of jollof rice", "add 2 Jollof rice & chicken")]
    [InlineData("I want jollof", "add Jollof rice & chicken")]
    [InlineData("please send me 3 meat pies and 2 malts", "add 3 Meat pie; add 2 Malt")]
    [InlineData("can I get 2 jollof?", "add 2 Jollof rice & chicken")]
    [InlineData("Can i have jollof rice and chicken", "add Jollof rice & chicken")]
    [InlineData("half dozen meat pie", "add 6 Meat pie")]
    [InlineData("half a dozen meat pies", "add 6 Meat pie")]
    [InlineData("a dozen puff puff", "add 12 Puff puff")]
    [InlineData("two dozen puff puff", "add 24 Puff puff")]
    [InlineData("a couple of malts", "add 2 Malt")]
    [InlineData("jollof x3", "add 3 Jollof rice & chicken")]
    [InlineData("3x jollof", "add 3 Jollof rice & chicken")]
    [InlineData("jollof x 3", "add 3 Jollof rice & chicken")]
    [InlineData("jollof (3)", "add 3 Jollof rice & chicken")]
    [InlineData("jollof - 3", "add 3 Jollof rice & chicken")]
    [InlineData("jollof*3", "add 3 Jollof rice & chicken")]
    [InlineData("x3 jollof", "add 3 Jollof rice & chicken")]
    [InlineData("zobo 2, malt 3", "add 2 Zobo 50cl; add 3 Malt")]
    [InlineData("zobo 2 malt 3", "add 2 Zobo 50cl; add 3 Malt")]
    [InlineData("2 zobo 3 malt", "add 2 Zobo 50cl; add 3 Malt")]
    [InlineData("2 jollof\n1 zobo\n3 meat pie", "add 2 Jollof rice & chicken; add 1 Zobo 50cl; add 3 Meat pie")]
    [InlineData("I want:\njollof rice\nzobo", "add Jollof rice & chicken; add Zobo 50cl")]
    [InlineData("jollof and zobo one one", "add 1 Jollof rice & chicken; add 1 Zobo 50cl")]
    [InlineData("jollof and zobo 2 each", "add 2 Jollof rice & chicken; add 2 Zobo 50cl")]
    [InlineData("twenty five meat pies", "add 25 Meat pie")]
    [InlineData("100 pieces of puff puff", "add 100 Puff puff")]
    [InlineData("gimme 2 chiken shawama", "add 2 Chicken shawarma")]
    [InlineData("2 jolof rice pls", "add 2 Jollof rice & chicken")]
    [InlineData("2 JOLLOF RICE!!!", "add 2 Jollof rice & chicken")]
    [InlineData("2 jollofff", "add 2 Jollof rice & chicken")]
    [InlineData("two sharwama", "add 2 Chicken shawarma")]
    [InlineData("1 moimoi and 2 puffpuff", "add 1 Moi moi; add 2 Puff puff")]
    [InlineData("1 moin moin", "add 1 Moi moi")]
    [InlineData("2 hibiscus drinks", "add 2 Zobo 50cl; category Drinks")]
    [InlineData("2 maltina", "add 2 Malt")]
    [InlineData("egusi and pounded yam, one plate", "add 1 Egusi soup & pounded yam")]
    [InlineData("2 zobo 50cl", "add 2 Zobo 50cl")]
    [InlineData("2 50cl zobo", "add 2 Zobo 50cl")]
    [InlineData("Good morning, I would like 2 jollof please", "add 2 Jollof rice & chicken; Greeting")]
    [InlineData("Good morning ma. 2 jollof", "add 2 Jollof rice & chicken; Greeting")]
    [InlineData("2 ｊｏｌｌｏｆ", "add 2 Jollof rice & chicken")]
    [InlineData("𝟐 𝐣𝐨𝐥𝐥𝐨𝐟", "add 2 Jollof rice & chicken")]
    [InlineData("2️⃣ jollof", "add 2 Jollof rice & chicken")]
    [InlineData("2 jol\u200Blof", "add 2 Jollof rice & chicken")]
    [InlineData("\u202E2 jollof\u202C", "add 2 Jollof rice & chicken")]
    [InlineData("2 jóllòf", "add 2 Jollof rice & chicken")]
    [InlineData("2 jollof 😋😋🔥", "add 2 Jollof rice & chicken")]
    [InlineData("put me down for 2 amala", "add 2 Amala & ewedu")]
    [InlineData("my order is 2 amala and 1 malt", "add 2 Amala & ewedu; add 1 Malt; Restate")]
    [InlineData("I'll take one chapman", "add 1 Chapman")]
    [InlineData("a plate of ofada", "add 1 Ofada rice & ayamase")]
    [InlineData("bring 2 fried rice", "add 2 Fried rice & turkey")]
    [InlineData("some zobo", "add some Zobo 50cl")]
    [InlineData("plenty puff puff", "add some Puff puff")]
    [InlineData("half portion of jollof", "add some Jollof rice & chicken")]
    public void Items_are_heard_with_their_quantities(string said, string meant) => Assert.Equal(meant, Shops.InKitchen(said));

    [Theory]
    [InlineData("suya", "mention Beef suya or Chicken suya")]
    [InlineData("2 suya", "add 2 Beef suya or Chicken suya")]
    [InlineData("2 chicken suya", "add 2 Chicken suya")]
    [InlineData("2 rice", "add 2 Jollof rice & chicken or Fried rice & turkey or Ofada rice & ayamase")]
    [InlineData("fried rice", "mention Fried rice & turkey")]
    [InlineData("Jollof rice", "mention Jollof rice & chicken")]
    [InlineData("jollof and zobo", "add Jollof rice & chicken; add Zobo 50cl")]
    public void Two_products_that_fit_are_both_candidates(string said, string meant) => Assert.Equal(meant, Shops.InKitchen(said));

    [Theory]
    [InlineData("2 pizza", "add 2 ?pizza")]
    [InlineData("I want pizza and 2 zobo", "add ?pizza; add 2 Zobo 50cl")]
    [InlineData("do you have pizza?", "availability ?pizza")]
    [InlineData("how much is lasagna", "price ?lasagna")]
    public void What_the_shop_does_not_have_is_heard_as_such(string said, string meant) => Assert.Equal(meant, Shops.InKitchen(said));

    [Theory]
    [InlineData("rice 500", "₦500")]
    [InlineData("2k rice", "₦2000")]
    [InlineData("N1,500 own jollof", "₦1500")]
    [InlineData("jollof 1k", "₦1000")]
    [InlineData("₦500 puff puff", "₦500")]
    [InlineData("500 naira puff puff", "₦500")]
    [InlineData("puff puff #500", "₦500")]
    [InlineData("puff puff 5 hundred", "₦500")]
    [InlineData("jollof two thousand five hundred", "₦2500")]
    [InlineData("jollof two thousand and five hundred naira", "₦2500")]
    public void Money_is_never_a_quantity(string said, string amount)
    {
        var line = Assert.Single(Shops.KitchenListener.Hear(said).Lines);
        Assert.Null(line.Quantity);
        Assert.Equal(amount, $"₦{line.Naira:0}");
    }

    [Theory]
    [InlineData("rice 500, puff puff 300, meat pie 2", "add ₦500; add ₦300; add 2 Meat pie")]
    public void Amounts_and_counts_may_be_mixed(string said, string meant) =>
        Assert.Equal(meant, string.Join("; ", Shops.InKitchen(said).Split("; ").Where(part => part.StartsWith("add", StringComparison.Ordinal)).Select(part => part.Contains('₦', StringComparison.Ordinal) ? part[..(part.IndexOf("00 ", StringComparison.Ordinal) + 2)] : part)));

    [Theory]
    [InlineData("en", "add one more chapman for my roommate", "+add 1 Chapman")]
    [InlineData("en", "give me 2 meat pies at the normal price", "add 2 Meat pie")]
    [InlineData("en", "we are having a small hangout, so I want 4 malt for 4 ppl", "add 4 Malt")]
    [InlineData("en", "this is a test", "nothing")]
    [InlineData("ig", "nye m zobo abuo, ego ole bu izipu ya", "add 2 Zobo 50cl; DeliveryFee")]
    [InlineData("ha", "a kawo malt biyu, babana ma yana so", "add 2 Malt")]
    public void What_people_talk_about_is_not_something_that_the_shop_does_not_have(string language, string said, string heard) =>
        Assert.Equal(heard, Shops.Hear(language, said));
}
