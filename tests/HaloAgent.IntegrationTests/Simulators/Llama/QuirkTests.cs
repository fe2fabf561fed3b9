using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators.Llama;

/// <summary>Every deviation of a real server, alone and in turn. The order behind it is always the same: two jollof.</summary>
public class QuirkTests(LlamaFixture fixture) : IClassFixture<LlamaFixture>
{
    private const string Wanted = """{"product":"jollof","quantity":2}""";

    [Theory]
    [InlineData("content-json", """{"name": "add_to_cart", "parameters": {"product":"jollof","quantity":2}}""")]
    [InlineData("content-typed-json", """{"type": "function", "name": "add_to_cart", "parameters": {"product":"jollof","quantity":2}}""")]
    [InlineData("content-function-tag", """<function=add_to_cart>{"product":"jollof","quantity":2}</function>""")]
    [InlineData("content-python-tag", """<|python_tag|>add_to_cart.call(product="jollof", quantity=2)""")]
    [InlineData("content-pythonic", """[add_to_cart(product="jollof", quantity=2)]""")]
    [InlineData("content-fenced", "Let me do that for you.\n```json\n{\"name\": \"add_to_cart\", \"arguments\": {\"product\":\"jollof\",\"quantity\":2}}\n```")]
    public async Task A_call_can_come_as_text(string quirk, string content)
    {
        var answer = await PlayAsync(quirk);

        Assert.Equal(content, SimulatedLlama.Message(answer).GetProperty("content").GetString());
        Assert.Empty(SimulatedLlama.Functions(answer));
        Assert.Equal("stop", Finish(answer).GetString());
    }

    [Theory]
    [InlineData("arguments-object", """{"product":"jollof","quantity":2}""")]
    [InlineData("arguments-double-encoded", """ "\"{\\\"product\\\":\\\"jollof\\\",\\\"quantity\\\":2}\"" """)]
    [InlineData("arguments-strings", """ "{\"product\":\"jollof\",\"quantity\":\"2\"}" """)]
    [InlineData("arguments-empty-optionals", """ "{\"product\":\"jollof\",\"quantity\":2,\"variant\":\"\"}" """)]
    [InlineData("arguments-invented", """ "{\"product\":\"jollof\",\"quantity\":2,\"customer_mood\":\"friendly\"}" """)]
    public async Task Arguments_can_be_written_otherwise(string quirk, string arguments)
    {
        var answer = await PlayAsync(quirk);

        var written = JsonNode.Parse(Assert.Single(SimulatedLlama.Functions(answer)).GetProperty("arguments").GetRawText());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(arguments), written), written!.ToJsonString());
    }

    [Fact]
    public async Task Arguments_can_be_nothing_where_there_are_none()
    {
        var answer = await PlayAsync("arguments-null", "what is in my cart?");

        Assert.Equal("read_cart", Assert.Single(SimulatedLlama.Functions(answer)).GetProperty("name").GetString());
        Assert.Contains(SimulatedLlama.Functions(answer).Single().GetProperty("arguments").ValueKind, new[] { JsonValueKind.Null, JsonValueKind.String });
        Assert.DoesNotContain("{", SimulatedLlama.Functions(answer).Single().GetProperty("arguments").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_can_stand_under_parameters()
    {
        var function = Assert.Single(SimulatedLlama.Functions(await PlayAsync("parameters-key")));

        Assert.False(function.TryGetProperty("arguments", out _));
        Assert.Equal(Wanted, function.GetProperty("parameters").GetRawText());
    }

    [Theory]
    [InlineData("id-missing", null)]
    [InlineData("id-empty", "")]
    [InlineData("id-repeated", "call_0")]
    public async Task An_id_can_be_wrong(string quirk, string? id)
    {
        var call = Assert.Single(SimulatedLlama.Message(await PlayAsync(quirk)).GetProperty("tool_calls").EnumerateArray());

        Assert.Equal(id, call.TryGetProperty("id", out var written) ? written.GetString() : null);
    }

    [Fact]
    public async Task Several_calls_can_share_one_id()
    {
        var answer = await PlayAsync("id-repeated", "2 jollof and 1 zobo");

        Assert.Equal(["call_0", "call_0"], SimulatedLlama.Message(answer).GetProperty("tool_calls").EnumerateArray().Select(call => call.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("name-prefixed", "I have paid", "default-claim_payment")]
    [InlineData("name-prefixed", "the usual", "functions.reorder_last")]
    [InlineData("name-altered", "I have paid", "claim-payment")]
    [InlineData("name-altered", "the usual", "ReorderLast")]
    public async Task A_name_can_be_another(string quirk, string customer, string name)
    {
        var function = Assert.Single(SimulatedLlama.Functions(await PlayAsync(quirk, customer)));

        Assert.Equal(name, function.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("finish-null", null)]
    [InlineData("finish-empty", "")]
    [InlineData("finish-eos", "eos")]
    [InlineData("finish-stop-with-calls", "stop")]
    public async Task A_finish_reason_can_be_odd(string quirk, string? reason)
    {
        var answer = await PlayAsync(quirk);

        Assert.Equal(reason, Finish(answer).GetString());
        Assert.Single(SimulatedLlama.Functions(answer));
    }

    [Fact]
    public async Task An_answer_can_end_within_the_arguments()
    {
        var answer = await PlayAsync("length-mid-json");

        Assert.Equal("length", Finish(answer).GetString());
        var arguments = Assert.Single(SimulatedLlama.Functions(answer)).GetProperty("arguments").GetString()!;
        Assert.StartsWith("""{"product":"jollof""", arguments, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(arguments));
    }

    [Fact]
    public async Task A_failed_call_can_be_a_400_with_the_call_in_it()
    {
        await using var llama = await SimulatedLlama.StartAsync();
        await llama.SwitchAsync(new { play = "tool-use-failed" });

        using var response = await llama.PostAsync("scripted", SimulatedLlama.Request("2 jollof", "add_to_cart"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = (await SimulatedLlama.JsonAsync(response)).GetProperty("error");
        Assert.Equal("tool_use_failed", error.GetProperty("code").GetString());
        Assert.Equal($"<function=add_to_cart{Wanted}</function>", error.GetProperty("failed_generation").GetString());
    }

    [Theory]
    [InlineData("length-in-name", "2 jollof", """{"name": """)]
    [InlineData("length-mid-sentence", "Good morning", "Hello! ")]
    public async Task An_answer_can_end_before_it_is_one(string quirk, string customer, string begins)
    {
        var answer = await PlayAsync(quirk, customer);

        Assert.Equal("length", Finish(answer).GetString());
        Assert.StartsWith(begins, SimulatedLlama.Message(answer).GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Empty(SimulatedLlama.Functions(answer));
    }

    [Theory]
    [InlineData("unreadable-answer", 500, "server_error")]
    [InlineData("still-loading", 503, "unavailable_error")]
    [InlineData("no-room", 400, "exceed_context_size_error")]
    public async Task An_error_can_have_its_status_as_its_code(string quirk, int status, string type)
    {
        await using var llama = await SimulatedLlama.StartAsync();
        await llama.SwitchAsync(new { play = quirk });

        using var response = await llama.PostAsync("quirky", SimulatedLlama.Request("2 jollof", "add_to_cart"));

        Assert.Equal(status, (int)response.StatusCode);
        var error = (await SimulatedLlama.JsonAsync(response)).GetProperty("error");
        Assert.Equal((status, type), (error.GetProperty("code").GetInt32(), error.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task What_the_server_could_not_read_comes_as_text_to_who_asks_for_no_calls()
    {
        await using var llama = await SimulatedLlama.StartAsync();
        await llama.SwitchAsync(new { play = "unreadable-answer" });
        var request = SimulatedLlama.Request("2 jollof", "add_to_cart");
        request["tool_choice"] = "none";

        using var response = await llama.PostAsync("quirky", request);

        Assert.Contains($"\"name\": \"add_to_cart\", \"arguments\": {Wanted}", SimulatedLlama.Message(await SimulatedLlama.JsonAsync(response)).GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_calls_in_one_message_are_refused_as_by_Llama_3s_template()
    {
        await using var llama = await SimulatedLlama.StartAsync();
        var request = SimulatedLlama.Request("what is in my cart?", "read_cart");
        var calls = new JsonArray([.. new[] { "a", "b" }.Select(id => new JsonObject { ["id"] = id, ["type"] = "function", ["function"] = new JsonObject { ["name"] = "read_cart", ["arguments"] = "{}" } })]);
        request["messages"]!.AsArray().Add((JsonNode)new JsonObject { ["role"] = "assistant", ["content"] = null, ["tool_calls"] = calls });
        foreach (var id in new[] { "a", "b" }) request["messages"]!.AsArray().Add((JsonNode)new JsonObject { ["role"] = "tool", ["tool_call_id"] = id, ["content"] = "{}" });

        using var quirky = await llama.PostAsync("quirky", request);
        using var scripted = await llama.PostAsync("scripted", request);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (quirky.StatusCode, scripted.StatusCode));
        Assert.Contains("single tool-calls at once", await quirky.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_can_be_empty()
    {
        var answer = await PlayAsync("empty-answer");

        Assert.Equal("", SimulatedLlama.Message(answer).GetProperty("content").GetString());
        Assert.Empty(SimulatedLlama.Functions(answer));
    }

    [Fact]
    public async Task An_error_can_come_with_200() =>
        Assert.Equal(JsonValueKind.String, (await PlayAsync("error-with-200")).GetProperty("error").ValueKind);

    [Theory]
    [InlineData("no-usage", "usage")]
    public async Task A_field_can_be_left_out(string quirk, string field) => Assert.False((await PlayAsync(quirk)).TryGetProperty(field, out _));

    [Fact]
    public async Task A_type_can_be_left_out() =>
        Assert.False(SimulatedLlama.Message(await PlayAsync("type-missing")).GetProperty("tool_calls")[0].TryGetProperty("type", out _));

    [Fact]
    public async Task Words_and_calls_can_come_together()
    {
        var answer = await PlayAsync("chatter-beside-calls");

        Assert.NotEmpty(SimulatedLlama.Message(answer).GetProperty("content").GetString()!);
        Assert.Single(SimulatedLlama.Functions(answer));
    }

    [Fact]
    public async Task The_quirky_temper_plays_each_of_them_in_turn()
    {
        await using var llama = await SimulatedLlama.StartAsync();
        var quirks = await llama.NamesAsync("quirks");

        // Calls with arguments and without, and words once: every quirk has something to bend in one of them.
        foreach (var customer in Enumerable.Range(0, quirks.Length - 1).Select(i => i % 2 == 0 ? "2 jollof" : "what is in my cart?").Append("Good morning"))
        {
            using var response = await llama.PostAsync("quirky", SimulatedLlama.Request(customer, "add_to_cart", "read_cart"));
        }

        using var asked = await llama.Http.GetAsync("/llama/requests?bodies=false", TestContext.Current.CancellationToken);
        var played = (await SimulatedLlama.JsonAsync(asked)).GetProperty("requests").EnumerateArray().Select(one => one.GetProperty("played").GetString());
        Assert.Equal(quirks.Order(), played.Order());
    }

    private static JsonElement Finish(JsonElement answer) => answer.GetProperty("choices")[0].GetProperty("finish_reason");

    private async Task<JsonElement> PlayAsync(string quirk, string customer = "2 jollof")
    {
        await fixture.Llama.SwitchAsync(new { temper = "quirky", play = quirk });
        return await fixture.Llama.AskAsync("quirky", customer, "add_to_cart", "read_cart", "claim_payment", "reorder_last");
    }
}
