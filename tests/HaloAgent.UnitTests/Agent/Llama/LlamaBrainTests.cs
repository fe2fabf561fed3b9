using HaloAgent.AgentWorker.Agent.Llama;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Conversations;
using HaloAgent.Orders;
using HaloAgent.UnitTests.Guided;
using Microsoft.Extensions.AI;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>A turn answered with a model: it understands and talks, the system acts and states.</summary>
public sealed class LlamaBrainTests
{
    [Fact]
    public async Task The_model_adds_and_the_system_states_what_was_added_and_asks_on()
    {
        var model = new ScriptedModel().Calls("add_to_cart", new { product = "jollof", quantity = 2 }).Says("Great choice! I have put it in. That makes ₦1 only. Delivery or pickup?");
        var shop = model.Shop();

        var said = await shop.SaysAsync("I am hungry, give me something with rice for two people, the red one");

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
        Assert.StartsWith("Great choice! I have put it in.", said, StringComparison.Ordinal);
        Assert.Contains("Added: 2 × Jollof rice & chicken", said, StringComparison.Ordinal);
        Assert.Contains("*Delivery* or *pickup*?", said, StringComparison.Ordinal);
        Assert.DoesNotContain("₦1 only", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Delivery or pickup?", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my food came cold and the rice is spoilt", EscalationReason.Complaint)]
    [InlineData("let me talk to a person", EscalationReason.AskedForPerson)]
    public async Task A_complaint_and_a_wish_for_a_person_call_one_whatever_a_model_would_say(string said, EscalationReason reason)
    {
        var model = new ScriptedModel().Says("So sorry to hear that! Anything else?");
        var shop = model.Shop();

        await shop.SaysAsync(said);

        Assert.Equal([reason], shop.Escalations);
        Assert.Empty(model.Asked);
    }

    [Fact]
    public async Task The_turn_knows_what_the_model_cost()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "jollof", quantity = 2 }).Says("Done!").Shop();

        await shop.SaysAsync("something with rice please");

        Assert.Equal(("llama", "llama-test", 2, 1400, 40, 0.002m), (shop.Reply!.Brain, shop.Reply.Model!.Name, shop.Reply.Model.Calls, shop.Reply.Model.PromptTokens, shop.Reply.Model.CompletionTokens, shop.Reply.Model.Cost));
        Assert.Equal("add_to_cart", shop.Reply.Understood.Intent);
    }

    [Fact]
    public async Task A_model_cannot_place_an_order_that_the_customer_did_not_confirm()
    {
        var model = new ScriptedModel().Calls("add_to_cart", new { product = "malt", quantity = 1 }).Calls("choose_pickup").Says("Ok.")
            .Calls("place_order").Says("Placed!").Calls("place_order").Says("Placed!");
        var shop = model.Shop();

        await shop.SaysAsync("a malt, I go come carry am");
        await shop.SaysAsync("what is in it?");
        await shop.SaysAsync("yes but make it 3");

        Assert.Empty(shop.Orders);
        Assert.All(Enumerable.Range(0, model.Asked.Count), call => Assert.DoesNotContain("place_order", model.OfferedIn(call)));
    }

    [Fact]
    public async Task After_the_customers_yes_to_the_summary_it_places_the_order_and_the_system_tells_how_to_pay()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "malt", quantity = 1 }).Calls("choose_pickup").Says("Ok.").Calls("place_order").Shop();

        Assert.Contains("*Total ₦700*", await shop.SaysAsync("a malt, I go come carry am"), StringComparison.Ordinal);
        var said = await shop.SaysAsync("yes");

        Assert.Equal(OrderStatus.PendingPayment, Assert.Single(shop.Orders).Status);
        Assert.Contains(shop.Orders[0].PaymentReference, said, StringComparison.Ordinal);
        Assert.Contains("0123456789", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_is_noted_only_when_the_customers_words_say_so()
    {
        var model = new ScriptedModel().Calls("add_to_cart", new { product = "malt", quantity = 1 }).Calls("choose_pickup").Says("Ok.").Calls("place_order")
            .Calls("claim_payment").Says("Noted.").Calls("claim_payment");
        var shop = model.Shop();
        await shop.SaysAsync("a malt, I go come carry am");
        await shop.SaysAsync("yes");

        await shop.SaysAsync("ok let me see what my bank says");
        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);
        await shop.SaysAsync("I have paid");
        Assert.Equal(OrderStatus.AwaitingConfirmation, shop.Orders[0].Status);
    }

    [Fact]
    public async Task The_same_call_again_does_nothing_and_the_turn_ends_after_four_rounds()
    {
        var model = new ScriptedModel();
        foreach (var _ in Enumerable.Range(0, 9)) model.Calls("add_to_cart", new { quantity = 1, product = "Malt" });
        var shop = model.Shop();

        await shop.SaysAsync("drinks for one");

        Assert.Equal("1 Malt", shop.Cart);
        Assert.Equal(ToolRounds.Most, model.Asked.Count);
        Assert.Empty(model.OfferedIn(3));
    }

    [Fact]
    public async Task Ever_new_calls_end_after_four_rounds_too()
    {
        var model = new ScriptedModel();
        foreach (var number in Enumerable.Range(1, 9)) model.Calls("search_products", new { words = $"thing {number}" });

        var said = await model.Shop().SaysAsync("drinks for one");

        Assert.Equal(ToolRounds.Most, model.Asked.Count);
        Assert.NotEqual("", said);
    }

    [Theory]
    [InlineData("give_discount", "{}", "no tool")]
    [InlineData("add_to_cart", """{"product":"Malt"}""", "needs quantity")]
    [InlineData("add_to_cart", """{"product":"Malt","quantity":"many"}""", "whole number")]
    [InlineData("add_to_cart", """{"product":"pizza","quantity":1}""", "no product called")]
    [InlineData("add_to_cart", """{"product":"suya","quantity":1}""", "can be: «Beef suya»; «Chicken suya»")]
    [InlineData("add_to_cart", """{"product":"Polo shirt","quantity":1}""", "comes in: «M / Red»; «L / Red»; «XL / Blue»")]
    [InlineData("add_to_cart", """{"product":"Malt","quantity":100000}""", "from 1 to 1000")]
    [InlineData("shop_information", """{"topic":"weather"}""", "must be one of")]
    [InlineData("choose_delivery", """{"address":"1 Invented Close"}""", "not in the customer's words")]
    [InlineData("place_order", "{}", "no tool")]
    public async Task A_wrong_call_comes_back_as_a_sentence_that_says_how_to_mend_it(string tool, string arguments, string sentence)
    {
        var model = new ScriptedModel().Calls(tool, System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments)).Says("Sorry.");
        var shop = model.Shop();

        await shop.SaysAsync("hmm, whatever you think");

        Assert.Contains(sentence, model.LastHeard(1), StringComparison.Ordinal);
        Assert.Equal("", shop.Cart);
        var refused = Assert.Single(shop.Refused);
        Assert.StartsWith($"{tool}: ", refused, StringComparison.Ordinal);
        Assert.Contains(sentence, refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_in_another_language_than_the_customers_are_not_said_and_the_guided_brain_answers()
    {
        var shop = new ScriptedModel().Says("Please tell me what you would like to order from us and where we should bring it.").Shop();
        shop.Language = "yo";

        var said = await shop.SaysAsync("nje e maa n se ounje fun igbeyawo ati ojo ibi");

        Assert.DoesNotContain("what you would like", said, StringComparison.Ordinal);
        Assert.Equal(("guided", "the model failed (its words were not in the customer's language)"), (shop.Reply!.Brain, shop.Reply.Reason));
        AssertLeftOutForItsLanguage(shop, "what you would like");
    }

    [Fact]
    public async Task Words_in_another_language_beside_what_was_done_are_left_out()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "malt", quantity = 2 }).Says("I have some very good news for you, my dear friend, please enjoy it.").Shop();
        shop.Language = "yo";

        var said = await shop.SaysAsync("e ba mi fi malt meji si");

        Assert.Equal("2 Malt", shop.Cart);
        Assert.DoesNotContain("good news", said, StringComparison.Ordinal);
        AssertLeftOutForItsLanguage(shop, "good news");
    }

    // As any verdict it is counted as a correction; but it is no lie, of which two in a row call a person.
    private static void AssertLeftOutForItsLanguage(ScriptedShop shop, string words)
    {
        var verdict = Assert.Single(shop.Journal.Waiting, step => step.Kind == TurnStepKind.Guard);
        Assert.Equal(GuardVerdict.Trimmed, verdict.Name);
        Assert.Contains(words, verdict.Result, StringComparison.Ordinal);
        Assert.Contains($"[\"{GuardVerdict.Language}\"]", verdict.Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_about_the_shop_is_declined_without_the_model()
    {
        var model = new ScriptedModel().Says("Jollof is a dish of many nations. It has a long and proud history.");
        var shop = model.Shop();

        Assert.StartsWith("I can only help with", await shop.SaysAsync("write me an essay on the history of Nigeria"), StringComparison.Ordinal);
        Assert.Empty(model.Asked);
    }

    [Fact]
    public async Task A_turn_that_is_run_again_goes_on_from_the_recorded_answers()
    {
        var model = new ScriptedModel().Calls("add_to_cart", new { product = "jollof", quantity = 2 }).Says("Here you are.");
        var shop = model.Shop();
        shop.Recorded.Add(new ModelAnswer(null, [new ModelCall("c1", "add_to_cart", System.Text.Json.JsonSerializer.SerializeToElement(new { product = "Malt", quantity = 1 }))], "before", 500, 10, 0.01m, 400, "").Write());

        await shop.SaysAsync("something to drink");

        // The first answer is the recorded one; only the second was asked for, and it came with the next of the script.
        Assert.Equal("1 Malt, 2 Jollof rice & chicken", shop.Cart);
        Assert.Equal("before, llama-test", shop.Reply!.Model!.Name);
    }

    [Fact]
    public async Task An_empty_answer_is_asked_for_again_and_then_without_tools_and_silence_never_follows()
    {
        var model = new ScriptedModel().Says("").Says("").Says("");
        var said = await model.Shop().SaysAsync("qwrt zxcv");

        Assert.Equal(3, model.Asked.Count);
        Assert.NotEmpty(model.OfferedIn(1));
        Assert.Empty(model.OfferedIn(2));
        Assert.NotEqual("", said);
    }

    [Fact]
    public async Task Things_that_are_no_business_of_the_shop_are_declined_in_the_customers_language()
    {
        var shop = new ScriptedModel().Calls("decline").Shop(language: "ha");

        Assert.Contains("Zan iya taimaka muku da Halo Kitchen kawai", await shop.SaysAsync("yaya ake gyara mota?"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rarely_wanted_tools_are_offered_when_a_word_hints_at_them()
    {
        var model = new ScriptedModel().Calls("request_my_data", new { kind = "delete" }).Says("ok").Calls("loyalty_points").Says("ok").Calls("set_language", new { language = "ha" }).Says("To.");
        var shop = model.Shop();
        shop.Business.Reward(new HaloAgent.Loyalty.LoyaltyRules(Money.FromNaira(1000), Money.FromNaira(10)));

        Assert.Contains("your data deleted", await shop.SaysAsync("about privacy: I would rather you did not know me"), StringComparison.Ordinal);
        Assert.Contains("120 points", await shop.SaysAsync("how many points do I have?"), StringComparison.Ordinal);
        Assert.Contains("da Hausa", await shop.SaysAsync("abeg speak hausa"), StringComparison.Ordinal);
        Assert.Equal("ha", shop.Reply!.Understood.Language);
        Assert.DoesNotContain("loyalty_points", model.OfferedIn(0));
    }

    [Fact]
    public async Task A_turn_with_tool_results_is_given_the_call_and_its_answer_in_order()
    {
        var model = new ScriptedModel().Calls("search_products", new { words = "suya" }).Says("We have beef and chicken.");

        await model.Shop().SaysAsync("wetin una get for meat matter?");

        var roles = model.Asked[1].Messages.Select(message => message.Role.Value).ToList();
        Assert.Equal(["system", "user", "assistant", "tool"], roles);
        Assert.Contains("«Beef suya», ₦2,500", model.LastHeard(1), StringComparison.Ordinal);
        Assert.Equal("c0", model.Asked[1].Messages[^1].Contents.OfType<FunctionResultContent>().Single().CallId);
    }

    [Fact]
    public async Task Every_call_gets_an_answer_and_what_is_too_much_for_one_step_is_asked_for_again()
    {
        var model = new ScriptedModel().CallsAtOnce("search_products", Enumerable.Range(1, 15).Select(number => (object)new { words = $"thing {number}" })).Says("Ok.");

        await model.Shop().SaysAsync("wetin una get for meat matter?");

        var sent = model.Asked[1].Messages;
        var calls = sent.SelectMany(message => message.Contents.OfType<FunctionCallContent>()).Select(call => call.CallId).ToList();
        var results = sent.SelectMany(message => message.Contents.OfType<FunctionResultContent>()).ToList();
        Assert.Equal(15, calls.Count);
        Assert.Equal(calls, results.Select(result => result.CallId));
        Assert.Equal(3, results.Count(result => result.Result?.ToString()!.Contains("call it again", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Eight_goods_called_for_at_once_are_all_put_in()
    {
        var goods = new[] { "Jollof rice & chicken", "Fried rice & chicken", "Amala & ewedu", "Beef suya", "Puff puff", "Moi moi", "Meat pie", "Malt" };
        var shop = new ScriptedModel().CallsAtOnce("add_to_cart", goods.Select(name => (object)new { product = name, quantity = 1 })).Says("Ok.").Shop();

        await shop.SaysAsync("one of each thing wey you mention, no drinks except the dark one");

        Assert.Equal(goods.Length, shop.Cart.Split(", ").Length);
    }
}
