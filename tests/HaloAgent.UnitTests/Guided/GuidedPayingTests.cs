using HaloAgent.Businesses;
using HaloAgent.Conversations;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

public sealed class GuidedPayingTests
{
    [Fact]
    public async Task Without_bank_details_the_shop_sends_them_and_is_told()
    {
        var shop = await ScriptedShop.SummaryShownAsync(bank: false);

        var placed = await shop.SaysAsync("yes");

        Assert.Contains("I've told the shop, and they will send you their bank details here.", placed, StringComparison.Ordinal);
        Assert.DoesNotContain("Account number", placed, StringComparison.Ordinal);
        Assert.Contains(EscalationReason.PaymentDetailsMissing, shop.Escalations);
    }

    [Fact]
    public async Task A_typed_reference_that_fits_is_recognised()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        var reply = await shop.SaysAsync($"I have paid, {shop.Orders[0].PaymentReference.ToLowerInvariant().Replace('-', ' ')}");

        Assert.Contains("Your reference matches.", reply, StringComparison.Ordinal);
        Assert.Equal(OrderStatus.AwaitingConfirmation, shop.Orders[0].Status);
    }

    [Fact]
    public async Task A_mistyped_reference_is_recognised_as_mistyped()
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        var typed = shop.Orders[0].PaymentReference;
        typed = typed[..^1] + (typed[^1] == '2' ? '3' : '2');

        var reply = await shop.SaysAsync($"paid {typed}");

        Assert.Contains($"seems to have a typo: the right one for this order is *{shop.Orders[0].PaymentReference}*", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_alone_is_a_claim()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        Assert.Contains("I've told the shop", await shop.SaysAsync(shop.Orders[0].PaymentReference), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I will pay tomorrow")]
    [InlineData("how do I pay")]
    [InlineData("can I pay on delivery?")]
    [InlineData("I haven't paid yet")]
    public async Task What_is_no_claim_moves_nothing(string said)
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        await shop.SaysAsync(said);

        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);
        Assert.DoesNotContain("ClaimPaymentCall", shop.Calls);
    }

    [Fact]
    public async Task How_to_pay_is_told_again()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        var reply = await shop.SaysAsync("send account number please");

        Assert.StartsWith("To pay for order 0001, please transfer:\nAmount: *₦7,000*\nBank: GTBank\nAccount number: 0123456789\n", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_unpaid_orders_are_listed_and_the_number_chooses()
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        await shop.SaysAsync("3 malt, pickup");
        await shop.SaysAsync("yes");

        var question = await shop.SaysAsync("I have paid");
        Assert.Equal("Which order did you pay for?\n1. Order 0002: ₦2,100, waiting for your payment\n2. Order 0001: ₦7,000, waiting for your payment\nReply with a number.", question);

        await shop.SaysAsync("2");
        Assert.Equal(OrderStatus.AwaitingConfirmation, shop.Orders[0].Status);
        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[1].Status);
    }

    [Fact]
    public async Task The_order_paid_may_be_named_by_its_number()
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        await shop.SaysAsync("3 malt, pickup");
        await shop.SaysAsync("yes");

        await shop.SaysAsync("I have paid for order 0002");

        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);
        Assert.Equal(OrderStatus.AwaitingConfirmation, shop.Orders[1].Status);
    }

    [Fact]
    public async Task A_claim_without_an_order_is_answered_honestly()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.StartsWith("I can't find any order from you that still needs to be paid for.", await shop.SaysAsync("I have paid"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "I have paid 5000", "you say you've paid *₦5,000* for order 0001, whose total is *₦7,000*")]
    [InlineData("en", "I have paid ₦5,000.50", "you say you've paid *₦5,000.50* for order 0001")]
    [InlineData("en", "done. 5000 sent from Kuda, account name Blessing Eze", "you say you've paid *₦5,000* for order 0001")]
    [InlineData("pcm", "I don pay 5k", "you talk say you pay *₦5,000* for order 0001; the total na *₦7,000*")]
    [InlineData("yo", "mo ti san 5000", "ẹ sọ pé ẹ ti san *₦5,000* fún order 0001; àpapọ̀ rẹ̀ jẹ́ *₦7,000*")]
    [InlineData("ha", "na biya 5000", "kun ce kun biya *₦5,000* na oda 0001; jimlarta *₦7,000* ce")]
    [InlineData("ig", "akwuola m 5000", "ị sị na ị kwụọla *₦5,000* maka order 0001; ego ya niile bụ *₦7,000*")]
    [InlineData("ig", "ihe m kwuru bu 5000 naira", "ị sị na ị kwụọla *₦5,000* maka order 0001")]
    [InlineData("en", "I have paid 7,000", "you say you've paid for order 0001 (*₦7,000*)")]
    [InlineData("en", "I have paid for order 0001", "you say you've paid for order 0001 (*₦7,000*)")]
    [InlineData("en", "I paid on 12 June 2025", "you say you've paid for order 0001 (*₦7,000*)")]
    [InlineData("en", "I have paid 100 percent", "you say you've paid for order 0001 (*₦7,000*)")]
    [InlineData("en", "I have paid on 12/06/2025", "you say you've paid for order 0001 (*₦7,000*)")]
    [InlineData("en", "I have paid with my card ending 4521", "you say you've paid for order 0001 (*₦7,000*)")]
    [InlineData("en", "I have paid 99999999999", "you say you've paid for order 0001 (*₦7,000*)")]
    [InlineData("en", "I have paid into 0123456789", "you say you've paid for order 0001 (*₦7,000*)")]
    public async Task The_amount_that_the_customer_names_is_said_back_and_no_other(string language, string words, string answer)
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        shop.Language = language;

        Assert.Contains(answer, await shop.SaysAsync(words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_beside_a_wish_for_a_person_is_noted_and_the_person_called()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        await shop.SaysAsync("I have paid, let me talk to a person");

        Assert.Equal(OrderStatus.AwaitingConfirmation, shop.Orders[0].Status);
        Assert.Equal([EscalationReason.AskedForPerson], shop.Escalations);
    }

    [Fact]
    public async Task A_claim_repeated_is_not_claimed_twice()
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        await shop.SaysAsync("I have paid");

        Assert.Contains("The shop knows that you say you've paid for order 0001", await shop.SaysAsync("have you seen the alert?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_from_a_customer_who_owes_is_the_receipt()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        var reply = await shop.SendsAsync(MessageKind.Image, "I have paid");

        Assert.Equal("Thank you, I've passed your receipt for order 0001 on to the shop. They'll check their bank, and I'll let you know here once they confirm the payment.", reply);
        Assert.Equal(OrderStatus.AwaitingConfirmation, shop.Orders[0].Status);
        Assert.DoesNotContain("ClaimPaymentCall", shop.Calls);
    }

    [Fact]
    public async Task An_amount_that_is_named_under_the_picture_goes_to_the_shop_with_it()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        var reply = await shop.SendsAsync(MessageKind.Image, "I have paid 5000");

        Assert.StartsWith("Thank you, I've passed your receipt for order 0001", reply, StringComparison.Ordinal);
        Assert.Equal(["AttachReceiptCall", "ClaimPaymentCall"], shop.Calls.Where(call => call is "AttachReceiptCall" or "ClaimPaymentCall"));
    }

    [Theory]
    [InlineData(MessageKind.Image, "I've received what you sent")]
    [InlineData(MessageKind.Voice, "I've received your voice note")]
    [InlineData(MessageKind.Sticker, "I've received what you sent")]
    public async Task What_cannot_be_read_is_acknowledged_for_what_it_is(MessageKind kind, string start)
    {
        var shop = ScriptedShop.Kitchen();

        Assert.StartsWith(start, await shop.SendsAsync(kind), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Have I paid?")]
    [InlineData("en", "I thought I paid")]
    [InlineData("en", "who said I paid")]
    [InlineData("en", "you said I have paid")]
    [InlineData("en", "don't say I have paid")]
    [InlineData("en", "I'm about to pay")]
    [InlineData("en", "if I pay now when will it come")]
    [InlineData("pcm", "who tell you say I don pay")]
    [InlineData("pcm", "after I don pay wetin remain")]
    [InlineData("ha", "wa ya ce na biya")]
    [InlineData("ha", "idan na biya yaushe za a kawo")]
    [InlineData("yo", "se mo ti sanwo?")]
    [InlineData("yo", "ta lo so pe mo ti sanwo")]
    [InlineData("ig", "onye siri na m akwuola")]
    public async Task To_speak_of_paying_claims_no_payment(string language, string words)
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        shop.Language = language;

        await shop.SaysAsync(words);

        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);
    }

    [Fact]
    public async Task Who_will_pay_later_without_an_order_is_told_that_there_is_none()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.StartsWith("There's nothing to confirm right now.", await shop.SaysAsync("okay place order but I will pay tomorrow"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I will pay half now and the rest tomorrow")]
    [InlineData("my bank app says account number wrong")]
    public async Task What_only_the_shop_can_allow_or_clear_goes_to_a_person(string words)
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        await shop.SaysAsync(words);

        Assert.Single(shop.Escalations);
    }

    [Fact]
    public async Task Another_account_is_answered_with_the_shops_own()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        Assert.Contains("Bank: GTBank", await shop.SaysAsync("can I pay to your Opay"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_voice_note_with_its_words_is_answered_like_any_message()
    {
        var shop = ScriptedShop.Kitchen();

        Assert.StartsWith("Added: 2 × Jollof rice & chicken.", await shop.SendsAsync(MessageKind.Voice, "give me 2 jollof rice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_could_not_be_kept_is_asked_for_again()
    {
        var shop = await ScriptedShop.ConfirmedAsync();

        Assert.StartsWith("I couldn't open what you sent.", await shop.SendsAsync(MessageKind.Image, stored: false), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);
    }

    [Fact]
    public async Task A_status_question_lists_all_open_orders()
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        await shop.SaysAsync("3 malt, pickup");
        await shop.SaysAsync("yes");
        await shop.SaysAsync("paid for order 1");

        var reply = await shop.SaysAsync("where is my order?");

        Assert.Equal("Order 0002 (₦2,100): waiting for your payment.\nOrder 0001 (₦7,000): you told us you've paid, the shop is checking.", reply);
    }

    [Fact]
    public async Task A_warm_shop_uses_at_most_one_emoji()
    {
        var shop = ScriptedShop.Kitchen(Tone.Warm);

        var reply = await shop.SaysAsync("Good morning", "thanks");

        Assert.Equal(1, reply.EnumerateRunes().Count(rune => System.Text.Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.OtherSymbol));
    }
}
