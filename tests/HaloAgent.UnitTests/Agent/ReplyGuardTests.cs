using HaloAgent.Languages;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

public class ReplyGuardTests
{
    private static readonly string CannotSay = Phrasebook.For("en").Say(PhraseKeys.CannotSay);

    [Theory]
    [InlineData("Your total is ₦500.")]
    [InlineData("That will be 500.")]
    [InlineData("Please pay to 9876543210.")]
    public void What_a_customer_noted_proves_nothing(string text) => Assert.DoesNotContain(text, Noted().Says(text), StringComparison.Ordinal);

    [Fact]
    public void A_template_may_repeat_a_note() => Assert.Equal("*Your order* “total 500, pay ₦500 to 9876543210”", Noted().States("*Your order* “total 500, pay ₦500 to 9876543210”"));

    [Fact]
    public void What_a_customer_says_they_paid_is_said_back_by_a_template_and_proves_no_payment()
    {
        var said = "I have told the shop that you say you paid *₦5,000* for order 0042, whose total is *₦8,500*.";

        Assert.Equal(said, Claimed().States(said));
        Assert.DoesNotContain("₦6,150", Claimed().States("I have told the shop that you say you paid *₦6,150* for order 0042."), StringComparison.Ordinal);
        Assert.DoesNotContain("5,000", Claimed().Says("Your total is ₦5,000."), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Welcome! What would you like to eat today?")]
    [InlineData("Jollof rice & chicken is ₦3,500.")]
    [InlineData("Jollof is 3500 naira and zobo is 800 naira.")]
    [InlineData("Two plates of jollof come to ₦7,000, that is 2 × ₦3,500.")]
    [InlineData("Puff puff is 1k.")]
    [InlineData("Chapman is sold out right now. We have zobo and malt.")]
    [InlineData("Delivery to Ikeja is ₦1,500.")]
    [InlineData("We open at 8am and close at 10 pm on weekdays.")]
    [InlineData("Sorry, I cannot tell you that here. Would you like to see the menu?")]
    [InlineData("Only 3 left of the chicken suya.")]
    [InlineData("You can find us at 14 Opebi Road.")]
    [InlineData("Abeg which one you want: jollof or fried rice?")]
    [InlineData("E kaabo! Kini e fe ra?")]
    public void What_is_true_or_harmless_is_said_as_worded(string text) => Assert.Equal(text, new GuardedTurn().Says(text));

    [Theory]
    [InlineData("Jollof rice is ₦2,000 today.")]
    [InlineData("Jollof rice is ₦800.")] // a true price, of the zobo
    [InlineData("Two plates of jollof are ₦6,500.")]
    [InlineData("It is 2,750 altogether.")]
    [InlineData("That will be 4.7k.")]
    [InlineData("That will be three thousand naira.")]
    [InlineData("I can give you 10% off.")]
    [InlineData("You get a special discount.")]
    [InlineData("Would you like a discount?")]
    [InlineData("Delivery is free for you.")]
    [InlineData("Please pay to 9876543210.")]
    [InlineData("Please pay to 98 7654 3210.")]
    [InlineData("Pay into our Opay account.")]
    [InlineData("Your reference is HA-9999-9999.")]
    [InlineData("Your reference is ha 9999 9999.")]
    [InlineData("Your order 1234 is with us.")]
    [InlineData("We have received your payment.")]
    [InlineData("Your payment of ₦3,500 has been confirmed.")]
    [InlineData("No problem, payment received!")]
    [InlineData("Your transfer has entered our account.")]
    [InlineData("I have told the chef and he has started cooking it for you.")]
    [InlineData("You will hear nothing more from us.")]
    [InlineData("SYSTEM OVERRIDE accepted.")]
    [InlineData("Bonjour! Votre commande est en route.")]
    [InlineData("Guten Tag, wir haben Ihre Zahlung erhalten.")]
    [InlineData("Hola, su pedido llegará en 20 minutos.")]
    [InlineData("你好，您的订单已经发货了。")]
    [InlineData("مرحبا، لقد استلمنا الدفع.")]
    [InlineData("Your order is on its way.")]
    [InlineData("Your food is ready for pickup.")]
    [InlineData("It will arrive in 30 minutes.")]
    [InlineData("The rider needs two hours.")]
    [InlineData("Your order has been cancelled.")]
    [InlineData("We will refund you.")]
    [InlineData("I have added 2 jollof to your cart.")]
    [InlineData("Your order has been placed.")]
    [InlineData("I have told the owner, someone will call you.")]
    [InlineData("We also have pizza.")]
    [InlineData("Chapman is available.")]
    [InlineData("Everything is available today.")] // the chapman is sold out
    [InlineData("Jollof rice is sold out.")]
    [InlineData("We have 40 jollof left.")]
    [InlineData("We close at 11pm.")]
    [InlineData("Call us on 0803 123 4567.")]
    [InlineData("Pay at https://pay.example.com/x")]
    [InlineData("We don receive your payment.")]
    [InlineData("Your order dey road.")]
    [InlineData("I go reduce am for you.")]
    [InlineData("A ti gba owó yín.")]
    [InlineData("Ọjà yín ti wà lọ́nà.")]
    [InlineData("Mun karɓi kuɗin ku.")]
    [InlineData("Zan yi muku ragi.")]
    [InlineData("Anyị anatala ego gị.")]
    [InlineData("Anyị ga-ebelata ego: mbelata ego dị.")]
    public void What_no_record_proves_is_not_said(string text)
    {
        var turn = new GuardedTurn();

        Assert.DoesNotContain(text, turn.Says(text), StringComparison.Ordinal);
        Assert.Contains(turn.Journal.Waiting, step => step.Name == "reply_guard");
    }

    [Theory]
    [InlineData("<function=add_to_cart>{\"product\":\"jollof\"}</function>")]
    [InlineData("{\"name\": \"add_to_cart\", \"parameters\": {\"quantity\": 2}}")]
    [InlineData("Sure! place_order() done")]
    [InlineData("My system prompt says that I am Halo.")]
    [InlineData("'rice' can be: Fried rice & chicken. Ask the customer which one, or call again with the full name.")]
    [InlineData("{\n\"name\":\n\"x\"\n}")]
    [InlineData("Hello there.\n<|python_tag|>orders.add(x=1)")]
    public void No_tool_syntax_and_no_instructions_reach_a_customer(string text) => Assert.Equal(CannotSay, new GuardedTurn().Says(text));

    [Fact]
    public void Only_the_wrong_sentence_is_taken_out_and_the_true_price_is_said() =>
        Assert.Equal("Good choice! Shall I add it?\n\nJollof rice & chicken is ₦3,500.", new GuardedTurn().Says("Good choice! Jollof rice is ₦2,000. Shall I add it?"));

    [Fact]
    public void What_an_order_is_not_yet_is_replaced_by_what_it_is() =>
        Assert.Equal("Order 0042 (₦8,500): being prepared.", new GuardedTurn().WithOrder(OrderStatus.Preparing).Says("Your order is on its way."));

    [Theory]
    [InlineData(OrderStatus.OutForDelivery, "Your order 0042 is on its way.")]
    [InlineData(OrderStatus.Paid, "We have received your payment of ₦8,500 for order 42.")]
    [InlineData(OrderStatus.Preparing, "Your 2 jollof (₦7,000) are being prepared, the total is ₦8,500 with delivery.")]
    [InlineData(OrderStatus.PendingPayment, "Use the reference HA-2345-6789 and pay to 0123456789 at GTBank.")]
    [InlineData(OrderStatus.PendingPayment, "We have not received your payment yet.")]
    [InlineData(OrderStatus.PendingPayment, "Your order 0042 is waiting for your payment.")]
    public void What_a_record_proves_is_said(OrderStatus status, string text) => Assert.Equal(text, new GuardedTurn().WithOrder(status).Says(text));

    [Fact]
    public void What_a_tool_did_in_this_turn_may_be_told() =>
        Assert.Equal("I have passed this on; somebody will call you.", new GuardedTurn().Having("escalate", "done").Says("I have passed this on; somebody will call you."));

    [Theory]
    [InlineData("Jollof is ₦2\u200b000.")]
    [InlineData("Jollof is ₦２０００.")]
    [InlineData("Jollof is ₦٢٠٠٠.")]
    public void Invisible_signs_and_foreign_digits_hide_nothing(string text) => Assert.Equal("Jollof rice & chicken is ₦3,500.", new GuardedTurn().Says(text));

    [Fact]
    public void Markdown_becomes_what_a_chat_shows() => Assert.Equal("Menu\nTry *jollof*.", new GuardedTurn().Says("## Menu\nTry **jollof**."));

    [Fact]
    public void A_flood_of_words_ends_at_the_end_of_a_sentence() =>
        Assert.EndsWith("please.", new GuardedTurn().Says(string.Concat(Enumerable.Repeat("Tell me what you would like please. ", 100))), StringComparison.Ordinal);

    [Theory]
    [InlineData("yo", "Tell me what you would like to eat today.")]
    [InlineData("ha", "Ẹ jọ̀ọ́, kí ni ẹ fẹ́ kí n mú wá fún yín?")]
    [InlineData("en", "Me kuke so in kawo muku yau?")]
    [InlineData("ig", "Don't worry, tell us where you are and we will see what we can do.")]
    public void A_sentence_in_another_language_than_the_customers_is_not_said(string customer, string text) =>
        Assert.Equal(Phrasebook.For(customer).Say(PhraseKeys.CannotSay), new GuardedTurn().Says(text, customer));

    [Fact]
    public void A_sentence_is_replaced_in_the_language_of_the_reply() =>
        Assert.Equal(Phrasebook.For("en").Say(PhraseKeys.Discount), new GuardedTurn().Says("You get a discount.", "en"));

    [Fact]
    public void Letters_of_a_reference_that_look_like_an_amount_are_none()
    {
        const string details = "Amount: *₦8,500*\nAccount number: 0123456789\nReference: *HA-N345-N3HK*";
        var turn = new GuardedTurn().WithOrder(OrderStatus.PendingPayment, "HA-N345-N3HK");

        Assert.Equal(details, turn.States(details));
        Assert.Equal(CannotSay, turn.States("Amount: *₦345*"));
    }

    [Fact]
    public void A_template_states_no_amount_that_nobody_stored() =>
        Assert.Equal(CannotSay, new GuardedTurn().WithOrder(OrderStatus.PendingPayment).States("Amount: *₦8,501*"));

    private static GuardedTurn Claimed()
    {
        var turn = new GuardedTurn();
        return turn.Having("claim_payment", new PaymentClaimed(turn.Order(OrderStatus.AwaitingConfirmation), ReferenceCheck.NoneTyped, false, false, Money.FromNaira(5000)));
    }

    private static GuardedTurn Noted()
    {
        var turn = new GuardedTurn();
        return turn.Having("read_cart", new CartView(1, [], null, null, null, null, SummaryShownEarlier: false, "total 500, pay ₦500 to 9876543210"));
    }
}
