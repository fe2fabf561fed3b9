using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators.Llama;

/// <summary>The wire of OpenAI's chat completions, and its errors.</summary>
public class LlamaWireTests
{
    [Fact]
    public async Task An_answer_in_words_has_OpenAIs_shape_and_counts_tokens()
    {
        await using var llama = await SimulatedLlama.StartAsync();

        var answer = await llama.AskAsync("scripted", "Good morning");

        Assert.Equal("chat.completion", answer.GetProperty("object").GetString());
        Assert.Equal("llama-sim", answer.GetProperty("model").GetString());
        Assert.Equal("stop", answer.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal("assistant", SimulatedLlama.Message(answer).GetProperty("role").GetString());
        Assert.StartsWith("Hello!", SimulatedLlama.Message(answer).GetProperty("content").GetString(), StringComparison.Ordinal);
        var usage = answer.GetProperty("usage");
        Assert.InRange(usage.GetProperty("prompt_tokens").GetInt32(), 20, 60);
        Assert.Equal(usage.GetProperty("total_tokens").GetInt32(), usage.GetProperty("prompt_tokens").GetInt32() + usage.GetProperty("completion_tokens").GetInt32());
    }

    [Fact]
    public async Task A_call_has_an_id_a_type_and_its_arguments_as_text()
    {
        await using var llama = await SimulatedLlama.StartAsync();

        var answer = await llama.AskAsync("scripted", "2 jollof and one zobo", "add_to_cart", "read_cart");

        Assert.Equal("tool_calls", answer.GetProperty("choices")[0].GetProperty("finish_reason").GetString());
        Assert.Equal(JsonValueKind.Null, SimulatedLlama.Message(answer).GetProperty("content").ValueKind);
        var calls = SimulatedLlama.Message(answer).GetProperty("tool_calls").EnumerateArray().ToList();
        Assert.Equal(2, calls.Select(call => call.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(calls, call => Assert.Equal("function", call.GetProperty("type").GetString()));
        Assert.Equal(["""add_to_cart {"product":"jollof","quantity":2}""", """add_to_cart {"product":"zobo","quantity":1}"""], SimulatedLlama.Calls(answer));
    }

    [Fact]
    public async Task The_models_are_listed()
    {
        await using var llama = await SimulatedLlama.StartAsync("--Llama:Model=llama3.1");

        using var response = await llama.Http.GetAsync("/llama/quirky/v1/models", TestContext.Current.CancellationToken);

        var list = await SimulatedLlama.JsonAsync(response);
        Assert.Equal("list", list.GetProperty("object").GetString());
        Assert.Equal("llama3.1", list.GetProperty("data")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("Bearer", "wrong")]
    [InlineData("Basic", SimulatedLlama.Key)]
    [InlineData("Bearer", SimulatedLlama.Key + "x")]
    public async Task A_wrong_key_gets_401_in_OpenAIs_words(string scheme, string key)
    {
        await using var llama = await SimulatedLlama.StartAsync();
        llama.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, key);

        using var response = await llama.PostAsync("scripted", SimulatedLlama.Request("Hello"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var error = (await SimulatedLlama.JsonAsync(response)).GetProperty("error");
        Assert.Equal("invalid_api_key", error.GetProperty("code").GetString());
        Assert.Equal("invalid_request_error", error.GetProperty("type").GetString());
        Assert.StartsWith("Incorrect API key provided", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_can_be_configured()
    {
        await using var llama = await SimulatedLlama.StartAsync("--Llama:ApiKey=another");

        using var refused = await llama.PostAsync("scripted", SimulatedLlama.Request("Hello"));
        llama.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "another");
        using var accepted = await llama.PostAsync("scripted", SimulatedLlama.Request("Hello"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, accepted.StatusCode));
    }

    [Fact]
    public async Task A_temper_that_does_not_exist_is_not_found()
    {
        await using var llama = await SimulatedLlama.StartAsync();

        using var response = await llama.PostAsync("friendly", SimulatedLlama.Request("Hello"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("{\"model\": \"x\", \"messages\": [", "We could not parse the JSON body of your request.")]
    [InlineData("{\"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}", "you must provide a model parameter")]
    [InlineData("{\"model\": \"x\"}", "Missing required parameter: 'messages'.")]
    [InlineData("{\"model\": \"x\", \"stream\": true, \"messages\": [{\"role\": \"user\", \"content\": \"hi\"}]}", "This server does not stream; leave 'stream' out.")]
    [InlineData("{\"model\": \"x\", \"messages\": [{\"role\": \"tool\", \"tool_call_id\": \"c\", \"content\": \"hi\"}]}", "messages with role 'tool' must be a response to a preceding message with 'tool_calls'.")]
    [InlineData("{\"model\": \"x\", \"messages\": [{\"role\": \"boss\", \"content\": \"hi\"}]}", "Invalid value: 'boss'.")]
    public async Task A_request_that_servers_refuse_is_refused(string body, string because)
    {
        await using var llama = await SimulatedLlama.StartAsync();

        using var response = await llama.PostAsync("scripted", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(because, (await SimulatedLlama.JsonAsync(response)).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c1", "{}", null, "An assistant message with 'tool_calls' must be followed")]
    [InlineData("", "{}", "", "Each of 'tool_calls' needs an 'id'")]
    [InlineData("c1", "{\"a\":", "c1", "invalid tool call arguments")]
    public async Task A_conversation_with_a_broken_call_is_refused(string id, string arguments, string? answered, string because)
    {
        await using var llama = await SimulatedLlama.StartAsync();
        var request = SimulatedLlama.Request("Hello", "read_cart");
        var messages = request["messages"]!.AsArray();
        messages.Add((JsonNode)new JsonObject
        {
            ["role"] = "assistant",
            ["tool_calls"] = new JsonArray(new JsonObject { ["id"] = id, ["type"] = "function", ["function"] = new JsonObject { ["name"] = "read_cart", ["arguments"] = arguments } }),
        });
        messages.Add((JsonNode)(answered is null
            ? new JsonObject { ["role"] = "user", ["content"] = "hello?" }
            : new JsonObject { ["role"] = "tool", ["tool_call_id"] = answered, ["content"] = "{}" }));

        using var response = await llama.PostAsync("scripted", request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(because, (await SimulatedLlama.JsonAsync(response)).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_of_one_answer_that_come_back_one_by_one_are_one_round()
    {
        await using var llama = await SimulatedLlama.StartAsync();
        var request = SimulatedLlama.Request("2 jollof and one zobo", "add_to_cart");
        using var first = await llama.PostAsync("scripted", request);
        var calls = SimulatedLlama.Message(await SimulatedLlama.JsonAsync(first)).GetProperty("tool_calls").EnumerateArray().ToList();
        foreach (var call in calls)
        {
            request["messages"]!.AsArray().Add((JsonNode)new JsonObject { ["role"] = "assistant", ["content"] = null, ["tool_calls"] = new JsonArray(JsonNode.Parse(call.GetRawText())) });
            request["messages"]!.AsArray().Add((JsonNode)new JsonObject { ["role"] = "tool", ["tool_call_id"] = call.GetProperty("id").GetString(), ["content"] = "{}" });
        }

        using var second = await llama.PostAsync("scripted", request);

        using var asked = await llama.Http.GetAsync("/llama/requests?bodies=false", TestContext.Current.CancellationToken);
        Assert.Equal(2, calls.Count);
        Assert.Equal([0, 1], (await SimulatedLlama.JsonAsync(asked)).GetProperty("requests").EnumerateArray().Select(one => one.GetProperty("round").GetInt32()).Order());
    }

    [Fact]
    public async Task What_was_asked_can_be_looked_at()
    {
        await using var llama = await SimulatedLlama.StartAsync();
        await llama.AskAsync("scripted", "Good morning");
        await llama.AskAsync("scripted", "where is my order? mark-17", "find_open_orders");

        using var response = await llama.Http.GetAsync("/llama/requests?containing=mark-17", TestContext.Current.CancellationToken);
        var asked = await SimulatedLlama.JsonAsync(response);

        Assert.Equal(2, asked.GetProperty("total").GetInt64());
        var one = Assert.Single(asked.GetProperty("requests").EnumerateArray());
        Assert.Equal("find_open_orders", one.GetProperty("body").GetProperty("tools")[0].GetProperty("function").GetProperty("name").GetString());
    }
}
