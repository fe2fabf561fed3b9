using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Scripted;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators.Llama;

/// <summary>The scripted temper orders, asks and pays as a customer wishes, with what it is offered.</summary>
public class ScriptedModelTests(LlamaFixture fixture) : IClassFixture<LlamaFixture>
{
    private static readonly string[] Everything = [.. ToolShelf.KnownNames.Where(name => name != "set_fulfilment")];

    private readonly SimulatedLlama llama = fixture.Llama;

    [Theory]
    [InlineData("do you have meat pie?", "show_products {\"words\":\"meat pie\"}")]
    [InlineData("what do you have?", "show_products {}")]
    [InlineData("how much is zobo", "search_products {\"words\":\"zobo\"}")]
    [InlineData("what is in my cart?", "view_cart {}")]
    [InlineData("I want jollof rice", "add_to_cart {\"product\":\"jollof rice\",\"quantity\":1}")]
    [InlineData("abeg give me 3 moi moi", "add_to_cart {\"product\":\"moi moi\",\"quantity\":3}")]
    [InlineData("mo fe jollof meji", "add_to_cart {\"product\":\"jollof\",\"quantity\":2}")]
    [InlineData("ina so zobo biyu", "add_to_cart {\"product\":\"zobo\",\"quantity\":2}")]
    [InlineData("achoro m meat pie ato", "add_to_cart {\"product\":\"meat pie\",\"quantity\":3}")]
    [InlineData("make it 4 jollof", "change_quantity {\"product\":\"jollof\",\"quantity\":4}")]
    [InlineData("clear my cart", "clear_cart {}")]
    [InlineData("do you deliver to Yaba?", "quote_delivery {\"place\":\"Yaba\"}")]
    [InlineData("yes", "place_order {}")]
    [InlineData("the usual please", "reorder_last {}")]
    [InlineData("where is my order?", "find_open_orders {}")]
    [InlineData("wey my order", "find_open_orders {}")]
    [InlineData("account number abeg", "payment_details {}")]
    [InlineData("how I go pay", "payment_details {}")]
    [InlineData("I don pay", "claim_payment {}")]
    [InlineData("mo ti san", "claim_payment {}")]
    [InlineData("na biya", "claim_payment {}")]
    [InlineData("cancel my order", "cancel_order {}")]
    [InlineData("how many points do I have?", "loyalty_points {}")]
    [InlineData("redeem my points", "redeem_points {}")]
    [InlineData("my name is Amaka Obi", "save_name {\"name\":\"Amaka Obi\"}")]
    [InlineData("please speak Yoruba", "set_language {\"language\":\"yo\"}")]
    [InlineData("stop", "stop_messages {}")]
    [InlineData("no more adverts please", "set_offers {\"wanted\":false}")]
    [InlineData("start", "opt_in {}")]
    [InlineData("delete my data", "request_my_data {\"kind\":\"delete\"}")]
    [InlineData("export my data", "request_my_data {\"kind\":\"copy\"}")]
    [InlineData("are you open today?", "shop_information {\"topic\":\"opening_hours\"}")]
    [InlineData("let me speak to a real person", "call_person {\"reason\":\"asked_for_person\"}")]
    [InlineData("my food was cold", "call_person {\"reason\":\"complaint\"}")]
    public async Task Every_wish_finds_its_tool(string customer, string call)
    {
        var answer = await llama.AskAsync("scripted", customer, Everything);

        Assert.Equal(call, Assert.Single(SimulatedLlama.Calls(answer)));
    }

    [Fact]
    public async Task What_a_client_marks_as_data_is_heard_without_the_marks()
    {
        var answer = await llama.AskAsync("scripted", "«2 jollof, deliver to 5 Allen Avenue, Ikeja»", "add_to_cart", "choose_delivery");

        Assert.Equal(
            ["add_to_cart {\"product\":\"jollof\",\"quantity\":2}", "choose_delivery {\"address\":\"5 Allen Avenue, Ikeja\",\"area\":\"Ikeja\"}"],
            SimulatedLlama.Calls(answer));
    }

    [Fact]
    public async Task A_whole_order_is_one_answer_with_several_calls()
    {
        var answer = await llama.AskAsync("scripted", "2 jollof and one zobo, deliver to 12 Adeniyi Jones, Ikeja", Everything);

        Assert.Equal(
            [
                "add_to_cart {\"product\":\"jollof\",\"quantity\":2}", "add_to_cart {\"product\":\"zobo\",\"quantity\":1}",
                "choose_delivery {\"address\":\"12 Adeniyi Jones, Ikeja\",\"area\":\"Ikeja\"}", "show_summary {}",
            ],
            SimulatedLlama.Calls(answer));
    }

    [Fact]
    public async Task Where_several_calls_are_not_allowed_they_come_one_after_the_other()
    {
        var chat = new ToolChat(llama, "3 zobo, pickup please", ["add_to_cart", "choose_pickup", "show_summary"]) { Parallel = false };

        await chat.UntilWordsAsync(_ => """{"lines":[{"name":"Zobo","quantity":3,"total":240000}],"missing":[],"total":240000}""");

        Assert.Equal(["add_to_cart", "choose_pickup", "show_summary"], chat.Called);
        Assert.Equal([1, 1, 1], chat.CallsAnAnswer);
        Assert.Contains("3 × Zobo ₦2,400", chat.Words, StringComparison.Ordinal);
        Assert.Contains("confirm", chat.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_wants_an_id_is_called_after_the_search_that_tells_it()
    {
        var tools = new JsonArray([
            .. OfferedTools.Named(["search_products"]),
            OfferedTools.One("add_to_cart", """{ "productId": { "type": "string" }, "quantity": { "type": "integer" } }""", "productId", "quantity")]);
        var chat = new ToolChat(llama, "2 jollof and 1 zobo", tools);

        await chat.UntilWordsAsync(call => call.Tool == "search_products"
            ? """{"products":[{"productId":"p1","name":"Jollof Rice","price":350000},{"productId":"p2","name":"Zobo 50cl","price":80000}]}"""
            : """{"lines":[],"missing":["Fulfillment"]}""");

        Assert.Equal(["search_products", "search_products", "add_to_cart", "add_to_cart"], chat.Called);
        Assert.Equal("""{"productId":"p1","quantity":2}""", chat.Arguments[2]);
        Assert.Equal("""{"productId":"p2","quantity":1}""", chat.Arguments[3]);
        Assert.Contains("Delivery or pickup?", chat.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_things_is_filled_as_its_schema_wants_it()
    {
        var request = SimulatedLlama.Request("2 jollof and 1 zobo");
        request["tools"] = new JsonArray(OfferedTools.One(
            "add_to_cart",
            """{ "items": { "type": "array", "items": { "type": "object", "properties": { "product": { "type": "string" }, "quantity": { "type": "integer" } } } } }"""));

        using var response = await llama.PostAsync("scripted", request);

        Assert.Equal(
            ["""add_to_cart {"items":[{"product":"jollof","quantity":2},{"product":"zobo","quantity":1}]}"""],
            SimulatedLlama.Calls(await SimulatedLlama.JsonAsync(response)));
    }

    [Fact]
    public async Task What_is_not_offered_is_not_called()
    {
        var answer = await llama.AskAsync("scripted", "2 jollof, pickup", "read_cart");

        Assert.Empty(SimulatedLlama.Calls(answer));
        Assert.NotEmpty(SimulatedLlama.Message(answer).GetProperty("content").GetString()!);
    }

    [Fact]
    public async Task Without_leave_to_use_tools_it_answers_in_words()
    {
        var request = SimulatedLlama.Request("I have paid", Everything);
        request["tool_choice"] = "none";

        using var response = await llama.PostAsync("scripted", request);

        Assert.Empty(SimulatedLlama.Calls(await SimulatedLlama.JsonAsync(response)));
    }

    [Fact]
    public async Task A_refusal_is_told_in_its_own_words()
    {
        var chat = new ToolChat(llama, "6 meat pies", ["add_to_cart"]);

        await chat.UntilWordsAsync(_ => """{"refused":"out_of_stock","sentence":"Only 4 of Meat pie left."}""");

        Assert.Equal("Only 4 of Meat pie left.", chat.Words);
    }

    [Fact]
    public async Task A_placed_order_is_told_with_what_the_tool_answered()
    {
        var chat = new ToolChat(llama, "yes", ["place_order"]);

        await chat.UntilWordsAsync(_ =>
            """{"number":"0042","total":930000,"paymentReference":"HA-2345-6789","bankDetails":{"bank":"GTBank","accountNumber":"0123456789","accountName":"Halo Kitchen"}}""");

        foreach (var fact in (string[])["0042", "₦9,300", "HA-2345-6789", "GTBank, 0123456789, Halo Kitchen"])
        {
            Assert.Contains(fact, chat.Words, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Who won the match?")]
    [InlineData("write my essay")]
    public async Task What_has_nothing_to_do_with_the_shop_is_declined(string customer)
    {
        Assert.Equal(["decline {}"], SimulatedLlama.Calls(await llama.AskAsync("scripted", customer, Everything)));
        var answer = await llama.AskAsync("scripted", customer, "view_cart");
        Assert.StartsWith("I can only help with this shop.", SimulatedLlama.Message(answer).GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_gets_the_same_decision()
    {
        var answers = new List<string>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            answers.Add(string.Join('|', SimulatedLlama.Calls(await llama.AskAsync("scripted", "2 jollof, deliver to 5 Allen, Ikeja", Everything))));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Prefixed_tools_are_recognised_and_called_by_their_whole_name()
    {
        var answer = await llama.AskAsync("scripted", "I have paid", "payments-claim_payment");

        Assert.Equal(["payments-claim_payment {}"], SimulatedLlama.Calls(answer));
    }
}
