using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Things that customers say every day, each in its own words.</summary>
public sealed class GuidedEverydayTests
{
    [Theory]
    [InlineData("en", "I'd like to place an order for tomorrow morning", "Menu")]
    [InlineData("pcm", "I wan place order", "Menu")]
    [InlineData("en", "do you accept card or pos on delivery", "PaymentDetails; PayOnDelivery")]
    [InlineData("en", "i need an invoice", "Person")]
    [InlineData("en", "my address has changed to 7 Bode Thomas Surulere", "Delivery; address '7 Bode Thomas Surulere'; area Surulere")]
    [InlineData("en", "it never arrived", "Complaint")]
    [InlineData("en", "great, yes book it for me", "Yes")]
    [InlineData("en", "only 1 malt, the chapman remains 3", "set 1 Malt; set 3 Chapman")]
    [InlineData("en", "I'll take one, and one of the meat pies", "add 1 it; add 1 Meat pie")]
    [InlineData("en", "did you watch that Arsenal match yesterday", "OffTopic")]
    [InlineData("en", "the money was debited but you said not received", "Complaint")]
    [InlineData("en", "i want to return the shirt i bought", "Complaint")]
    [InlineData("pcm", "I wan return the shirt wey I buy", "Complaint")]
    [InlineData("yo", "mo fe da shirt ti mo ra pada", "Complaint")]
    [InlineData("ha", "ina so in mayar da rigar da na saya", "Complaint")]
    [InlineData("ig", "achoro m iweghachi uwe m zuru", "Complaint")]
    [InlineData("pcm", "una don dey come?", "OrderStatus")]
    [InlineData("pcm", "oya na, confirm am", "Yes")]
    [InlineData("en", "I want only 2 of that", "set 2 it")]
    [InlineData("pcm", "I pay 7600 into una GTB", "Paid")]
    [InlineData("yo", "mo ti fi owo ranse si GTB yin, 7600", "Paid")]
    [InlineData("ig", "etinyela m 7600 na GTB unu", "Paid")]
    [InlineData("ig", "nke a bu ihe m kwuru ugwo ya", "Paid")]
    [InlineData("pcm", "I don make order paid 5000", "Paid")]
    [InlineData("yo", "nkan ti e gbe wa ko ni mo ra", "Complaint")]
    [InlineData("ig", "ihe unu wetara abughi ihe m zuru", "Complaint")]
    [InlineData("yo", "se e maa si sile lola", "Hours")]
    [InlineData("ig", "unu ga-emepe echi?", "Hours")]
    [InlineData("yo", "ibi ti e gbe wa nijosi", "SavedAddress")]
    [InlineData("ha", "zan iya biyan rabi yanzu?", "PayOnDelivery")]
    [InlineData("en", "Gud mrng", "Greeting")]
    [InlineData("pcm", "my own don ready abi I go still wait", "OrderStatus")]
    [InlineData("pcm", "my food nko?", "OrderStatus")]
    [InlineData("pcm", "I wan buy cloth for my pikin dem", "Menu")]
    [InlineData("yo", "mo sese ti transfer owo yen bayii", "Paid")]
    [InlineData("yo", "nibo gan ni Tejuosho le wa?", "Location")]
    [InlineData("ha", "ya shigo? kun gani?", "OrderStatus")]
    [InlineData("ha", "lahadi kuna bude shago?", "Hours")]
    [InlineData("ig", "uwe m zuru n'aka unu izu gara aga adokaala", "Complaint")]
    [InlineData("ig", "unu na-eziga ihe n'Enugu?", "DeliveryFee")]
    public void Is_understood(string language, string said, string heard) => Assert.Equal(heard, Shops.Hear(language, said));

    [Theory]
    [InlineData("gift wrap it please", "gift wrap it")]
    [InlineData("tell the rider to call when he gets to the gate", "tell the rider to call when he gets to the gate")]
    [InlineData("add extra chicken to the amala", "add extra chicken")]
    [InlineData("i am allergic to meat", "i am allergic to meat")]
    public void Is_noted_and_orders_nothing(string said, string wish)
    {
        var heard = Shops.KitchenListener.Hear(said);

        Assert.Equal(wish, Assert.Single(heard.Wishes).Text);
        Assert.Empty(heard.Lines);
    }

    [Fact]
    public async Task Of_two_sizes_the_one_that_is_not_wanted_is_the_one_in_the_cart()
    {
        var shop = ScriptedShop.Kitchen();
        shop.Sell("Wrap dress", "Women", 16000, variants: ["M", "L"]);
        await shop.SaysAsync("1 wrap dress L");

        await shop.SaysAsync("i want it in M not in L");

        Assert.Equal("1 Wrap dress (M)", shop.Cart);
    }
}
