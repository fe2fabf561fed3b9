using HaloAgent.Contracts.Conversations;
using HaloAgent.Web.Conversations;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Shared;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaloAgent.Web.Tests.Conversations;

/// <summary>An explanation says what is true of the turn, in words for whoever owns the shop.</summary>
public sealed class TurnWordsTests
{
    private static readonly ShopClock Clock = new(new FakeTimeProvider(Samples.Now), "Africa/Lagos");
    private static readonly TurnView Turn = new(Samples.Id(1), Samples.Now, Samples.Now, "completed", "guided", null, "yo", "Add", 0.97, 1, []);

    [Theory]
    [InlineData(0.97, "Yoruba (certain, 97\u00A0%)")]
    [InlineData(0.7, "Yoruba (fairly sure, 70\u00A0%)")]
    [InlineData(0.0, "Yoruba (the words alone don't tell)")]
    [InlineData(null, "Yoruba")]
    public void The_language_stands_with_how_sure_it_is(double? confidence, string words) => Assert.Equal(words, TurnWords.Language(Turn with { LanguageConfidence = confidence }));

    [Theory]
    [InlineData("guided", 0.97, "certain (97\u00A0%)")]
    [InlineData("guided", null, null)]
    [InlineData("llama", 0.7, "the model gives no figure; the fixed rules alone: fairly sure (70\u00A0%)")]
    [InlineData("llama", null, "the model gives no figure, and the fixed rules alone understood nothing")]
    public void Whose_confidence_it_is_is_said(string brain, double? confidence, string? words) =>
        Assert.Equal(words, TurnWords.HowSure(Turn with { Brain = brain, Confidence = confidence }));

    [Theory]
    [InlineData("gate:consent", "whether the customer wants messages at all")]
    [InlineData("gate:pace", "too many messages")]
    [InlineData("gate:held", "someone on your team had the chat")]
    [InlineData("journal", "told what had been done")]
    [InlineData("guided", "fixed rules")]
    [InlineData("llama", "the language model")]
    [InlineData("llama:unheard", "not one word of what it wrote was sent")]
    public void What_answered_is_named_also_where_it_was_no_brain(string brain, string words) => Assert.Contains(words, TurnWords.Brain(Turn with { Brain = brain }), StringComparison.Ordinal);

    [Fact]
    public void A_turn_that_broke_for_good_says_so_and_not_that_nothing_was_answered()
    {
        var dead = Turn with { Status = "dead", Brain = "none" };

        Assert.StartsWith("nobody: it failed on every try", TurnWords.Brain(dead), StringComparison.Ordinal);
        Assert.Contains("The customer was told so", TurnWords.Guard(dead), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guided", "Amounts, references and account numbers in them were checked")]
    [InlineData("llama", "checked sentence by sentence")]
    [InlineData("llama:unheard", "Amounts, references and account numbers in them were checked")]
    public void What_was_checked_is_said_as_it_is(string brain, string words)
    {
        var said = TurnWords.Guard(Turn with { Brain = brain });

        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain("Every amount", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reply_guard", "not what your records say")]
    [InlineData("reply_trimmed", "could not be proven")]
    public void What_contradicts_the_records_and_what_is_only_unproven_are_two_things(string step, string words) =>
        Assert.Contains(words, TurnWords.Guard(Turn with { Brain = "llama", Steps = [new(1, "guard", step, null, null, Samples.Now, 0)] }), StringComparison.Ordinal);

    [Theory]
    [InlineData("reply_trimmed")]
    [InlineData("reply_guard")]
    public void What_was_only_not_in_the_customers_language_is_called_neither_unproven_nor_wrong(string verdict)
    {
        var step = new TurnStepView(1, "guard", verdict, null, """{"replaced":"Here you are.","because":["language"]}""", Samples.Now, 0);

        Assert.Equal("Left out what was not in the customer's language", TurnWords.Step(step));
        Assert.Contains("that the language model wrote was left out", TurnWords.Guard(Turn with { Brain = "guided", Steps = [step] }), StringComparison.Ordinal);
        Assert.NotEqual(TurnWords.Step(step), TurnWords.Step(step with { Result = """{"replaced":"x","because":["unproven: parcel"]}""" }));
    }

    [Theory]
    [InlineData("account"), InlineData("bank"), InlineData("clock_time"), InlineData("day"), InlineData("goods"), InlineData("language"), InlineData("leak"), InlineData("unreadable")]
    [InlineData("AccountNumber"), InlineData("account_number"), InlineData("Amount"), InlineData("amount"), InlineData("Reference"), InlineData("phone"), InlineData("number"), InlineData("stock"), InlineData("points")]
    [InlineData("payment_received"), InlineData("awaiting_payment"), InlineData("on_the_way"), InlineData("delivered"), InlineData("ready"), InlineData("preparing"), InlineData("cancelled"), InlineData("refund")]
    [InlineData("discount"), InlineData("free"), InlineData("in_stock"), InlineData("sold_out"), InlineData("offers"), InlineData("arrival"), InlineData("person_called"), InlineData("order_placed"), InlineData("cart_changed"), InlineData("cart_added"), InlineData("cart_removed"), InlineData("cart_emptied")]
    [InlineData("total"), InlineData("opted_out"), InlineData("data_done"), InlineData("opens"), InlineData("closed"), InlineData("open_now"), InlineData("closed_now"), InlineData("never_closes"), InlineData("address")]
    public void Every_reason_of_the_guard_is_a_sentence(string code)
    {
        var words = GuardWords.Why(code);

        Assert.True(words.Split(' ').Length > 4, words);
        Assert.NotEqual(TurnWords.Plain(code), words);
    }

    [Fact]
    public void So_is_every_one_that_it_writes_besides_statements() => Assert.All(GuardVerdict.Reasons, Every_reason_of_the_guard_is_a_sentence);

    [Fact]
    public void A_word_that_stands_in_no_record_is_quoted() => Assert.StartsWith("“parcel” is not in your records", GuardWords.Why("unproven: parcel"), StringComparison.Ordinal);

    [Theory]
    [InlineData("no JSON")]
    [InlineData("""{"replaced":"x"}""")]
    [InlineData(null)]
    public void A_verdict_that_cannot_be_read_is_none(string? stored) => Assert.Null(GuardWords.Verdict(new(1, "guard", "reply_guard", null, stored, Samples.Now, 0)));

    [Theory]
    [InlineData("understood as Person", null)]
    [InlineData("the model spoke", "the model spoke")]
    public void A_reason_that_only_repeats_the_wish_is_left_out(string reason, string? shown) => Assert.Equal(shown, TurnWords.Reason(Turn with { BrainReason = reason }));

    [Theory]
    [InlineData("""{"number":"0001","expiresAt":"2026-11-24T12:49:09.6765205+00:00"}""", "number: 0001\nexpires at: tomorrow 13:49")]
    [InlineData("""{"lines":[],"isEmpty":true,"pointsUsed":0,"discount":0,"itemsTotal":0,"total":0,"missing":[0,1]}""", "nothing in it")]
    [InlineData("""{"lines":[],"address":"5 Allen Avenue","isEmpty":true,"pointsUsed":0,"discount":0,"itemsTotal":0,"total":0}""", "address: 5 Allen Avenue")]
    [InlineData("""{"pointsUsed":0,"discount":0,"itemsTotal":700000,"total":700000}""", "items total: ₦7,000\ntotal: ₦7,000")]
    [InlineData("""{"pointsUsed":50,"discount":50000,"total":650000}""", "points used: 50\ndiscount: ₦500\ntotal: ₦6,500")]
    [InlineData("""{"area":"Yaba","fee":0}""", "area: Yaba\nfee: ₦0")]
    [InlineData("""{"points":0}""", "points: 0")]
    public void Facts_are_told_as_the_shop_reads_them_and_what_says_nothing_is_left_out(string stored, string told) => Assert.Equal(told, TurnWords.Facts(stored, Clock));

    [Theory]
    [InlineData("claim_payment", """{"refused":"not_found","sentence":"There is no such order."}""", "There is no such order.")]
    [InlineData("cancel_order", """{"refused":"no such tool now"}""", "no such tool now.")]
    [InlineData("change_quantity", """{"refused":"Not done: too many calls in one step."}""", "Too many calls in one step.")]
    [InlineData("claim_payment", """{"order":{"number":"0001"}}""", null)]
    [InlineData("opt_out", "no JSON", null)]
    [InlineData("escalate", null, null)]
    public void A_step_that_was_refused_says_why_it_did_nothing(string name, string? result, string? why) =>
        Assert.Equal(why, StepOutcome.Refusal(new(1, "tool", name, null, result, Samples.Now, 1)));

    [Theory]
    [InlineData("""{"product":"Polo shirt","variant":"L / Red","productId":"0199d2a0-0000-7000-8000-000000000001","quantity":2}""", "Polo shirt (L / Red)")]
    [InlineData("""{"product":"Malt","productId":"0199d2a0-0000-7000-8000-000000000001","variantId":null,"quantity":2}""", "Malt")]
    [InlineData("""{"productId":"0199d2a0-0000-7000-8000-000000000001","quantity":2}""", null)]
    [InlineData("product=malt", null)]
    [InlineData(null, null)]
    public void A_step_says_which_goods_it_was_about(string? arguments, string? goods) =>
        Assert.Equal(goods, TurnWords.Goods(new(1, "tool", "add_to_cart", arguments, null, Samples.Now, 1)));

    [Theory]
    [InlineData("find_open_orders", """{"open":[],"lastEnded":null}""", true)]
    [InlineData("find_open_orders", """{"open":[],"lastEnded":{"number":"0001"}}""", false)]
    [InlineData("search_products", """{"products":[]}""", true)]
    [InlineData("read_cart", """{"lines":[]}""", false)]
    public void A_look_up_may_have_found_nothing(string name, string result, bool nothing) =>
        Assert.Equal(nothing, StepOutcome.FoundNothing(new(1, "tool", name, null, result, Samples.Now, 1)));

    [Fact]
    public void Why_a_person_was_called_is_a_word_and_never_a_number()
    {
        Assert.Equal("reason: asked for person\ndetail: help", TurnWords.Facts("""{"reason":"AskedForPerson","detail":"help"}""", Clock));
        Assert.Equal("detail: help", TurnWords.Facts("""{"reason":12,"detail":"help"}""", Clock));
    }
}
