using System.Text.Json.Nodes;
using HaloAgent.AgentWorker.Agent.Llama.Endpoints;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>llama.cpp answers 500 to much that is no fault of the server, and 400 to a prompt that has no room.</summary>
public sealed class LlamaCppRefusalTests
{
    private static readonly ChatOptions WithTools = new() { Tools = [AIFunctionFactory.Create((string product, int quantity) => 0, "add_to_cart")] };

    private static readonly string Unreadable = Fixture.Text("llama.cpp/unreadable-answer.json");

    [Fact]
    public async Task An_answer_that_its_server_cannot_read_is_asked_for_as_bare_text_and_the_call_in_it_is_made()
    {
        var servers = new FakeServers().Answers("one", 500, Unreadable).Answers("one", 200, Fixture.Text("llama.cpp/bare-text-fenced.json"));

        var response = await FakeServers.AskAsync(servers.Router(), WithTools);

        Assert.Equal("Jollof rice", Assert.Single(response.Messages[0].Contents.OfType<FunctionCallContent>()).Arguments!["product"]);
        var asked = servers.Asked.Select(one => JsonNode.Parse(one.Body)!).ToList();
        Assert.Equal(["auto", "none"], asked.Select(one => (string?)one["tool_choice"]));
        // Word for word the same prompt: the server has it still in memory.
        Assert.True(JsonNode.DeepEquals(asked[0]["tools"], asked[1]["tools"]) && JsonNode.DeepEquals(asked[0]["messages"], asked[1]["messages"]));
    }

    [Fact]
    public async Task For_a_minute_it_is_asked_for_bare_text_at_once_because_the_model_will_do_so_again()
    {
        var time = new FakeTimeProvider();
        var servers = new FakeServers().Answers("one", 500, Unreadable).Answers("one", 200, FakeServers.Fine);
        var router = servers.Router(time);

        await FakeServers.AskAsync(router, WithTools);
        await FakeServers.AskAsync(router, WithTools);
        time.Advance(TimeSpan.FromSeconds(61));
        await FakeServers.AskAsync(router, WithTools);

        Assert.Equal(["auto", "none", "none", "auto"], servers.Asked.Select(one => (string?)JsonNode.Parse(one.Body)!["tool_choice"]));
    }

    [Fact]
    public async Task When_the_bare_text_fails_too_the_next_endpoint_is_asked()
    {
        var servers = new FakeServers().Answers("one", 500, Unreadable).Answers("two", 200, FakeServers.Fine);

        await FakeServers.AskAsync(servers.Router(), WithTools);

        Assert.Equal(["one", "one", "two"], servers.Asked.Select(asked => asked.Host));
    }

    [Fact]
    public async Task Without_tools_it_is_not_asked_the_same_again()
    {
        var servers = new FakeServers().Answers("one", 500, Unreadable);

        var failure = await Assert.ThrowsAsync<ModelUnavailableException>(() => FakeServers.AskAsync(servers.Router()));

        Assert.Equal("its server could not read what it wrote", failure.Why);
        Assert.Single(servers.Asked);
    }

    /// <summary>The breaker would take a well server away from every customer for what one model wrote to one of them.</summary>
    [Theory]
    [InlineData("unreadable-answer", 500)]
    [InlineData("role-missing", 500)]
    [InlineData("context-too-small", 400)]
    [InlineData("single-calls-only", 400)]
    public async Task What_is_no_fault_of_the_server_never_breaks_its_circuit_and_is_not_repeated(string fixture, int status)
    {
        var servers = new FakeServers().Answers("one", status, Fixture.Text($"llama.cpp/{fixture}.json"));
        var router = servers.Router(configure: options => options.FailuresBeforeBreak = 2);

        for (var turn = 0; turn < 6; turn++) await Assert.ThrowsAsync<ModelUnavailableException>(() => FakeServers.AskAsync(router));

        Assert.Equal(6, servers.Asked.Count);
    }

    [Theory]
    [InlineData("no-jinja", 500)]
    [InlineData("loading-model", 503)]
    public async Task A_server_that_cannot_answer_anybody_now_is_not_asked_twice_and_soon_left_alone(string fixture, int status)
    {
        var servers = new FakeServers().Answers("one", status, Fixture.Text($"llama.cpp/{fixture}.json"));
        var router = servers.Router(configure: options => options.FailuresBeforeBreak = 2);

        for (var turn = 0; turn < 6; turn++) await Assert.ThrowsAsync<ModelUnavailableException>(() => FakeServers.AskAsync(router));

        Assert.Equal(2, servers.Asked.Count);
    }

    [Theory]
    [InlineData("context-too-small", 400, "400 exceed_context_size_error: 2835 tokens, room for 1024")]
    [InlineData("single-calls-only", 400, "400 invalid_request_error")]
    [InlineData("role-missing", 500, "500 request_fault")]
    [InlineData("no-jinja", 500, "500 tools_need_jinja")]
    [InlineData("loading-model", 503, "503 loading_model")]
    public async Task The_explanation_says_what_can_be_mended_and_nothing_of_the_chat(string fixture, int status, string why)
    {
        var servers = new FakeServers().Answers("one", status, Fixture.Text($"llama.cpp/{fixture}.json"));

        Assert.Equal(why, (await Assert.ThrowsAsync<ModelUnavailableException>(() => FakeServers.AskAsync(servers.Router()))).Why);
    }

    [Theory]
    [InlineData("""{"error":{"code":418,"message":"?"}}""", "400 418")]
    [InlineData("""{"error":{"code":400,"type":"BadRequestError"}}""", "400 BadRequestError")]
    [InlineData("""{"error":{"code":"word","type":"type"}}""", "400 word")]
    [InlineData("""{"error":"text"}""", "400 refused")]
    public async Task A_code_may_be_a_number(string body, string why)
    {
        var servers = new FakeServers().Answers("one", 400, body);

        Assert.Equal(why, (await Assert.ThrowsAsync<ModelUnavailableException>(() => FakeServers.AskAsync(servers.Router()))).Why);
    }
}
