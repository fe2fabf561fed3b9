using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HaloAgent.AgentWorker.Agent.Llama.Endpoints;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>What happens when servers fail, are slow or ask to wait.</summary>
public sealed class LlamaRouterTests
{
    private const string Busy = """{"error":{"message":"busy","code":"rate_limit_exceeded"}}""";

    [Fact]
    public async Task The_preferred_endpoint_answers_and_its_price_is_counted()
    {
        var servers = new FakeServers().Answers("one", 200, FakeServers.Fine).Answers("two", 200, FakeServers.Fine);

        var response = await FakeServers.AskAsync(servers.Router());

        Assert.Equal(("Fine.", 0.0007m), (response.Text, response.AdditionalProperties![LlamaRouter.Cost]));
        Assert.Equal(["one"], servers.Asked.Select(asked => asked.Host));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(498)]
    [InlineData(503)]
    public async Task A_passing_failure_is_tried_once_more_at_the_same_endpoint(int status)
    {
        var servers = new FakeServers().Answers("one", status, Busy).Answers("one", 200, FakeServers.Fine).Answers("two", 200, FakeServers.Fine);

        await FakeServers.AskAsync(servers.Router());

        Assert.Equal(["one", "one"], servers.Asked.Select(asked => asked.Host));
    }

    /// <summary>Each of these once threw something that nobody caught, and the customer got no answer at all.</summary>
    [Theory]
    [InlineData("""{"choices":[{"message":{"content":"\ud83d"}}]}""", "application/json")]
    [InlineData("""{"choices":[{"message":{"content":null,"tool_calls":[{"function":{"name":"x","arguments":{"a":"\udc00"}}}]}}]}""", "application/json")]
    [InlineData("not json", "application/json; charset=no-such-charset")]
    public async Task What_nobody_can_read_is_a_refusal_and_the_next_endpoint_is_asked(string body, string type)
    {
        var servers = new FakeServers().Answers("one", _ => Answer(body, type)).Answers("two", 200, FakeServers.Fine);

        await FakeServers.AskAsync(servers.Router());

        Assert.Equal("two", servers.Asked.Last().Host);
    }

    [Theory]
    [InlineData("application/json; charset=no-such-charset")]
    [InlineData("application/json; charset=utf8")]
    public async Task The_charset_that_a_server_names_makes_no_difference(string type) =>
        Assert.Equal("Fine.", (await FakeServers.AskAsync(new FakeServers().Answers("one", _ => Answer(FakeServers.Fine, type)).Router())).Text);

    [Fact]
    public async Task Names_that_stand_twice_in_an_answer_break_nothing()
    {
        var servers = new FakeServers().Answers("one", 200, """{"model":"m","model":"n","choices":[{"message":{"content":"Fine.","content":"Fine indeed."}}]}""");

        Assert.Equal("Fine indeed.", (await FakeServers.AskAsync(servers.Router())).Text);
    }

    [Fact]
    public async Task A_server_for_which_the_turn_had_no_time_left_is_left_alone_like_one_that_is_too_slow()
    {
        var time = new FakeTimeProvider();
        var servers = new FakeServers().Answers("one", async stop =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            throw new InvalidOperationException("It never answers.");
        });
        var router = servers.Router(time, options => options.FailuresBeforeBreak = 2);

        for (var turn = 0; turn < 2; turn++)
        {
            using var budget = new CancellationTokenSource();
            var asked = FakeServers.AskAsync(router, cancellationToken: budget.Token);
            time.Advance(TimeSpan.FromSeconds(4));
            await budget.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        }

        await Assert.ThrowsAsync<ModelUnavailableException>(() => FakeServers.AskAsync(router));
        Assert.Equal(2, servers.Asked.Count);
    }

    [Fact]
    public async Task A_turn_that_is_cut_short_at_once_says_nothing_about_the_server()
    {
        var servers = new FakeServers().Answers("one", async stop =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            throw new InvalidOperationException("It never answers.");
        }).Answers("one", 200, FakeServers.Fine);
        var router = servers.Router(new FakeTimeProvider(), options => options.FailuresBeforeBreak = 2);
        using var takenOver = new CancellationTokenSource();
        var asked = FakeServers.AskAsync(router, cancellationToken: takenOver.Token);
        await takenOver.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);

        Assert.Equal("Fine.", (await FakeServers.AskAsync(router)).Text);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(413)]
    public async Task A_refusal_is_not_repeated_the_next_endpoint_is_asked(int status)
    {
        var servers = new FakeServers().Answers("one", status, "{}").Answers("two", 200, FakeServers.Fine);

        await FakeServers.AskAsync(servers.Router());

        Assert.Equal(["one", "two"], servers.Asked.Select(asked => asked.Host));
    }

    [Fact]
    public async Task A_slow_server_is_given_up_after_its_time()
    {
        var servers = new FakeServers().Answers("one", async cancel =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
            throw new InvalidOperationException();
        });

        var failure = await Assert.ThrowsAsync<ModelUnavailableException>(
            () => FakeServers.AskAsync(servers.Router(configure: options => options.AttemptTimeout = TimeSpan.FromMilliseconds(80))));

        Assert.Equal("too slow", failure.Why);
        Assert.Single(servers.Asked);
    }

    [Fact]
    public async Task A_turn_that_is_interrupted_stops_asking()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var servers = new FakeServers().Answers("one", async cancel =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
            throw new InvalidOperationException();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => FakeServers.AskAsync(servers.Router(), cancellationToken: stop.Token));
    }

    [Fact]
    public async Task Half_an_answer_or_no_connection_is_a_passing_failure()
    {
        var servers = new FakeServers().Answers("one", 200, """{"choices":[{"mess""").Answers("one", _ => throw new HttpRequestException("refused")).Answers("two", 200, FakeServers.Fine);

        await FakeServers.AskAsync(servers.Router());

        Assert.Equal(["one", "one", "two"], servers.Asked.Select(asked => asked.Host));
    }

    [Fact]
    public async Task Groqs_tool_use_failed_is_the_call_it_quotes()
    {
        var servers = new FakeServers().Answers("one", 400, Fixture.Text("groq/tool-use-failed.json"));

        var response = await FakeServers.AskAsync(servers.Router(), new ChatOptions { Tools = [AIFunctionFactory.Create((string product, int quantity) => 0, "add_to_cart")] });

        var call = Assert.Single(response.Messages[0].Contents.OfType<FunctionCallContent>());
        Assert.Equal(("add_to_cart", "Jollof rice"), (call.Name, call.Arguments!["product"]?.ToString()));
    }

    [Fact]
    public async Task The_request_is_plain_and_every_call_in_it_has_its_answer()
    {
        var servers = new FakeServers().Answers("one", 200, FakeServers.Fine);
        List<ChatMessage> talk =
        [
            new(ChatRole.System, "You sell."),
            new(ChatRole.User, "two jollof"),
            new(ChatRole.Assistant, [new FunctionCallContent("c1", "add_to_cart", new Dictionary<string, object?> { ["product"] = "Jollof", ["quantity"] = 2 })]),
            new(ChatRole.Tool, [new FunctionResultContent("c1", "Added.")]),
        ];

        await servers.Router().GetResponseAsync(talk, new ChatOptions { Temperature = 0.2f, MaxOutputTokens = 300, Tools = [AIFunctionFactory.Create((string product, int quantity) => 0, "add_to_cart")] });

        var body = JsonNode.Parse(servers.Asked.Single().Body)!;
        Assert.Equal("""[{"role":"system","content":"You sell."},{"role":"user","content":"two jollof"},"""
            + """{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"add_to_cart","arguments":"{\u0022product\u0022:\u0022Jollof\u0022,\u0022quantity\u0022:2}"}}]},"""
            + """{"role":"tool","tool_call_id":"c1","content":"Added."}]""", body["messages"]!.ToJsonString());
        Assert.Equal((false, "auto", "add_to_cart", 300), ((bool)body["stream"]!, (string?)body["tool_choice"], (string?)body["tools"]![0]!["function"]!["name"], (int)body["max_tokens"]!));
    }

    [Theory]
    [InlineData("nowhere", "m")]
    [InlineData("http://localhost:11434/v1", "")]
    public void Options_that_lead_nowhere_are_refused_with_the_key_to_mend(string url, string model)
    {
        var options = new LlamaOptions { Endpoint = url, Model = model };

        Assert.All(options.Validate(new ValidationContext(options)), problem => Assert.Contains("Llama:", problem.ErrorMessage, StringComparison.Ordinal));
        Assert.NotEmpty(options.Validate(new ValidationContext(options)));
        Assert.Empty(new LlamaOptions().Validate(new ValidationContext(options)));
    }

    private static Task<HttpResponseMessage> Answer(string body, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    }
}
