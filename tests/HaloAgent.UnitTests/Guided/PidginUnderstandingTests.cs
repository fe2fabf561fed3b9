using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>What customers write in Nigerian Pidgin, and what is understood of it.</summary>
public sealed class PidginUnderstandingTests
{
    private static readonly Listener Pidgin = new("pcm", Shops.Kitchen, Shops.Areas);

    [Theory]
    [InlineData("abeg give me 2 jollof and one zobo", "add 2 Jollof rice & chicken; add 1 Zobo 50cl")]
    [InlineData("I wan buy 3 meat pie", "add 3 Meat pie")]
    [InlineData("i wan order two plate of jollof rice", "add 2 Jollof rice & chicken")]
    [InlineData("make i get 2 amala", "add 2 Amala & ewedu")]
    [InlineData("i go take one chapman", "add 1 Chapman")]
    [InlineData("oga pack 2 fried rice for me", "add 2 Fried rice & turkey")]
    [InlineData("carry 4 puff puff come", "add 4 Puff puff")]
    [InlineData("una fit bring 2 zobo", "add 2 Zobo 50cl")]
    [InlineData("bring 2 malt join 1 zobo abeg", "add 2 Malt; +add 1 Zobo 50cl")]
    [InlineData("abeg help me pack 3 moi moi", "add 3 Moi moi")]
    [InlineData("i need 5 wraps of moi moi", "add 5 Moi moi")]
    [InlineData("jollof and zobo one one", "add 1 Jollof rice & chicken; add 1 Zobo 50cl")]
    [InlineData("na 2 jollof i want", "add 2 Jollof rice & chicken")]
    [InlineData("i wan chop amala", "add Amala & ewedu")]
    [InlineData("abeg send me 2 jolof and 1 sobo o", "add 2 Jollof rice & chicken; add 1 Zobo 50cl")]
    [InlineData("gimme half dozen meat pie", "add 6 Meat pie")]
    [InlineData("How far, abeg bring 2 malt", "add 2 Malt; Greeting")]
    [InlineData("2 jollof, bring am come 12 Adeniyi Jones, Ikeja", "add 2 Jollof rice & chicken; Delivery; address '12 Adeniyi Jones, Ikeja'; area Ikeja")]
    public void Goods_are_ordered(string said, string meant) => Assert.Equal(meant, Hear(said));

    [Theory]
    [InlineData("make am 3", "set 3 it")]
    [InlineData("abeg make am three", "set 3 it")]
    [InlineData("make the jollof 3", "set 3 Jollof rice & chicken")]
    [InlineData("no be 2, na 3", "set 3 it")]
    [InlineData("no, na 2 i talk", "set 2 it; No")]
    [InlineData("yes but make am 3", "set 3 it; Yes")]
    [InlineData("comot the zobo", "remove Zobo 50cl")]
    [InlineData("comot zobo abeg", "remove Zobo 50cl")]
    [InlineData("i no want the malt again", "remove Malt")]
    [InlineData("i no wan zobo", "remove Zobo 50cl")]
    [InlineData("add 2 malt join", "+add 2 Malt")]
    [InlineData("add one zobo join am", "+add 1 Zobo 50cl")]
    [InlineData("put 1 zobo join", "+add 1 Zobo 50cl")]
    [InlineData("one more zobo", "+add 1 Zobo 50cl")]
    [InlineData("no be zobo, na malt", "swap Zobo 50cl for Malt")]
    [InlineData("comot zobo put 2 malt", "swap Zobo 50cl for 2 Malt")]
    [InlineData("change am to malt abeg", "swap it for Malt")]
    [InlineData("change the zobo to malt", "swap Zobo 50cl for Malt")]
    [InlineData("instead of zobo give me 2 malt", "swap Zobo 50cl for 2 Malt")]
    [InlineData("add 2 more", "+add 2 it")]
    public void The_cart_is_changed_as_said(string said, string meant) => Assert.Equal(meant, Hear(said));

    [Theory]
    [InlineData("how much be jollof", "price Jollof rice & chicken")]
    [InlineData("jollof na how much", "price Jollof rice & chicken")]
    [InlineData("how much una dey sell zobo", "price Zobo 50cl")]
    [InlineData("wetin be the price of malt", "price Malt")]
    [InlineData("how much for 2 jollof", "price 2 Jollof rice & chicken")]
    [InlineData("una get zobo?", "availability Zobo 50cl")]
    [InlineData("una get zobo", "availability Zobo 50cl")]
    [InlineData("zobo dey?", "availability Zobo 50cl")]
    [InlineData("amala still dey", "availability Amala & ewedu")]
    [InlineData("hope una get meat pie", "availability Meat pie")]
    [InlineData("zobo don finish?", "availability Zobo 50cl")]
    [InlineData("una dey sell pizza", "availability ?pizza")]
    public void Questions_about_goods_order_nothing(string said, string meant) => Assert.Equal(meant, Hear(said));

    [Theory]
    [InlineData("how far", "Greeting")]
    [InlineData("How una dey", "Greeting")]
    [InlineData("how body", "Greeting")]
    [InlineData("oga good morning o", "Greeting")]
    [InlineData("wetin una get", "Menu")]
    [InlineData("wetin una dey sell", "Menu")]
    [InlineData("wetin dey", "Menu")]
    [InlineData("abeg send menu", "Menu")]
    [InlineData("show me wetin you get", "Menu")]
    [InlineData("which one sweet pass", "Menu")]
    [InlineData("hunger dey catch me", "Menu")]
    [InlineData("wetin i don order", "ShowCart")]
    [InlineData("make i see my order", "ShowCart")]
    [InlineData("bring am come", "Delivery")]
    [InlineData("make una bring am come my house", "Delivery")]
    [InlineData("i go come carry am", "Pickup")]
    [InlineData("i go come pick am myself", "Pickup")]
    [InlineData("i go send my boy", "Pickup")]
    [InlineData("i no wan make una bring am, i go come", "Pickup")]
    [InlineData("how much be delivery", "DeliveryFee")]
    [InlineData("delivery to Yaba na how much", "DeliveryFee; area Yaba")]
    [InlineData("una dey deliver reach Yaba", "DeliveryFee; area Yaba")]
    [InlineData("una dey deliver?", "DeliveryFee")]
    [InlineData("ehen", "Yes")]
    [InlineData("yes o", "Yes")]
    [InlineData("na so", "Yes")]
    [InlineData("oya", "Yes")]
    [InlineData("e good", "Yes")]
    [InlineData("e correct", "Yes")]
    [InlineData("no wahala", "Yes")]
    [InlineData("no shaking", "Yes")]
    [InlineData("confirm am", "Yes")]
    [InlineData("no change, e correct", "Yes")]
    [InlineData("i gree", "Yes")]
    [InlineData("no o", "No")]
    [InlineData("no be so", "No")]
    [InlineData("lai lai", "No")]
    [InlineData("na only that", "Done")]
    [InlineData("e don do", "Done")]
    [InlineData("nothing again", "Done")]
    [InlineData("that one don do", "Done")]
    [InlineData("thank you o", "Thanks")]
    [InlineData("una do well", "Thanks")]
    [InlineData("una try", "Thanks")]
    [InlineData("i dey go", "Goodbye")]
    [InlineData("una don open?", "Hours")]
    [InlineData("which time una dey close", "Hours")]
    [InlineData("una dey open for Sunday", "Hours")]
    [InlineData("where una shop dey", "Location")]
    [InlineData("where una dey", "Location")]
    [InlineData("i wan talk to person", "Person")]
    [InlineData("make i talk to oga", "Person")]
    [InlineData("call me abeg", "Person")]
    [InlineData("na bot be this", "AreYouBot")]
    [InlineData("who i dey talk to", "AreYouBot")]
    [InlineData("bring the one wey i buy last time", "RepeatOrder")]
    [InlineData("last price na how much", "Discount")]
    [InlineData("e too cost", "Discount")]
    [InlineData("abeg reduce am", "Discount")]
    [InlineData("how i go take order", "Help")]
    [InlineData("wait first", "Wait")]
    public void Intents_are_told_apart(string said, string meant) =>
        Assert.Contains(meant, Hear(said).Split("; ").Append(Hear(said)));

    [Theory]
    [InlineData("where my order")]
    [InlineData("where my food dey")]
    [InlineData("how far my order")]
    [InlineData("my jollof never reach")]
    [InlineData("e never reach")]
    [InlineData("when e go reach")]
    [InlineData("rider dey where")]
    [InlineData("una don send am?")]
    [InlineData("i still dey wait")]
    [InlineData("my order don ready?")]
    [InlineData("i never see my food")]
    [InlineData("when my order go ready")]
    public void A_question_about_an_order_is_no_order(string said)
    {
        var heard = Pidgin.Hear(said);
        Assert.True(heard.Has(Intent.OrderStatus), heard.ToString());
        Assert.Empty(heard.Lines);
    }

    [Theory]
    [InlineData("i don pay")]
    [InlineData("I don pay o")]
    [InlineData("i don transfer the money")]
    [InlineData("i don send the money")]
    [InlineData("money don enter?")]
    [InlineData("e don enter?")]
    [InlineData("una don see alert?")]
    [InlineData("check una account")]
    [InlineData("dem don debit me")]
    [InlineData("i don do the transfer")]
    [InlineData("i don run am")]
    [InlineData("oga I don pay 12,800")]
    public void A_payment_is_claimed(string said)
    {
        var heard = Pidgin.Hear(said);
        Assert.True(heard.Has(Intent.Paid) && heard.Lines.Count == 0, heard.ToString());
    }

    [Theory]
    [InlineData("i go pay tomorrow")]
    [InlineData("i wan pay")]
    [InlineData("how i go pay")]
    [InlineData("where i go pay")]
    [InlineData("which account i go pay")]
    [InlineData("when e reach i go pay")]
    [InlineData("i never pay")]
    [InlineData("i never see alert o")]
    [InlineData("i no get money")]
    [InlineData("make i pay now")]
    [InlineData("i dey come pay")]
    [InlineData("i fit pay when e reach?")]
    [InlineData("transfer no gree go")]
    public void What_only_looks_like_a_payment_claims_none(string said) => Assert.False(Pidgin.Hear(said).Has(Intent.Paid), Hear(said));

    [Theory]
    [InlineData("send aza")]
    [InlineData("drop una account number")]
    [InlineData("abeg send account")]
    [InlineData("wetin be una account")]
    [InlineData("how i go pay")]
    [InlineData("i wan transfer")]
    public void The_account_is_asked_for(string said) => Assert.True(Pidgin.Hear(said).Has(Intent.PaymentDetails), Hear(said));

    [Theory]
    [InlineData("cancel am")]
    [InlineData("abeg cancel my order")]
    [InlineData("i no want again")]
    [InlineData("i no do again")]
    [InlineData("no bring am again")]
    [InlineData("i don change mind")]
    public void An_order_is_called_off(string said) => Assert.True(Pidgin.Hear(said).Has(Intent.CancelOrder), Hear(said));

    [Theory]
    [InlineData("no be wetin I order")]
    [InlineData("the food don spoil")]
    [InlineData("food cold well well")]
    [InlineData("una no try at all")]
    [InlineData("e no complete")]
    [InlineData("refund me my money")]
    [InlineData("give me my money back")]
    [InlineData("na wrong size una send me")]
    [InlineData("dem debit me two times")]
    [InlineData("i no happy at all")]
    [InlineData("una be thief")]
    public void A_complaint_is_heard(string said)
    {
        var heard = Pidgin.Hear(said);
        Assert.True(heard.Has(Intent.Complaint) && heard.Lines.Count == 0, heard.ToString());
    }

    [Theory]
    [InlineData("bring am come No 12 Allen avenue, opposite GTBank, Ikeja", "No 12 Allen avenue, opposite GTBank, Ikeja", "Ikeja")]
    [InlineData("i dey 5 Herbert Macaulay way for Yaba, near the filling station", "5 Herbert Macaulay way for Yaba, near the filling station", "Yaba")]
    [InlineData("my house dey for 14 Bode Thomas street, Surulere, black gate. call me when you reach", "14 Bode Thomas street, Surulere, black gate", "Surulere")]
    public void An_address_is_kept_as_written(string said, string address, string area)
    {
        var heard = Pidgin.Hear(said);
        Assert.Equal((address, area), (heard.Address?.Text, heard.Area));
    }

    [Theory]
    [InlineData("jollof 500", 500)]
    [InlineData("give me 2k rice", 2000)]
    public void Money_is_never_a_quantity(string said, int naira) => Assert.Equal(naira, Assert.Single(Pidgin.Hear(said).Lines).Naira);

    private static string Hear(string said) => Pidgin.Hear(said).ToString();
}
