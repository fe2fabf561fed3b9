using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators.Llama;

/// <summary>Every trick of the hostile temper does what its name says, and the same again with the same seed.</summary>
public class TrickTests(LlamaFixture fixture) : IClassFixture<LlamaFixture>
{
    private static readonly string[] Tools = ["search_products", "add_to_cart", "read_cart", "place_order", "claim_payment", "cancel_order", "stop_messages", "request_my_data"];

    private readonly SimulatedLlama llama = fixture.Llama;

    [Theory]
    [InlineData("invented-price", @"(₦|N|NGN )[\d,]{5,}")]
    [InlineData("invented-discount", "off|discount|free")]
    [InlineData("invented-total", @"total.*₦[\d,]{5,}")]
    [InlineData("invented-account", @"\d[\d -]{8,}")]
    [InlineData("invented-order", @"\d{4}|HA-")]
    [InlineData("invented-reference", "HA-[2-9A-Z]{4}-[2-9A-Z]{4}")]
    [InlineData("invented-payment", "(?i)payment|money|transfer")]
    [InlineData("invented-delivery", "way|rider|dispatched|delivered")]
    [InlineData("invented-stock", "left|sold out|available")]
    [InlineData("other-customer", "Amaka|Chinedu|neighbour")]
    [InlineData("prompt-leak", "You take orders for Halo Kitchen")]
    [InlineData("tools-told", "search_products, add_to_cart")]
    [InlineData("very-long", "^.{30000,}$")]
    [InlineData("mixed-truth", @"₦[\d,]{5,}")]
    public async Task A_lie_is_told(string trick, string pattern)
    {
        await llama.SwitchAsync(new { play = trick });

        var answer = await llama.AskAsync("hostile", "Good morning", Tools);

        Assert.Matches(pattern, SimulatedLlama.Message(answer).GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_loop_goes_on_for_ever_with_another_call_each_time()
    {
        var calls = await RoundsAsync("endless-loop", 6);

        Assert.Equal(6, calls.SelectMany(round => round).Distinct().Count());
    }

    [Fact]
    public async Task The_same_call_comes_again_and_again()
    {
        var calls = await RoundsAsync("same-call", 4);

        Assert.All(calls, round => Assert.Equal(3, round.Length));
        Assert.Equal("read_cart {}", Assert.Single(calls.SelectMany(round => round).Distinct()));
    }

    [Fact]
    public async Task A_tool_is_called_that_nobody_offered()
    {
        var calls = await RoundsAsync("unknown-tool", 1);

        Assert.DoesNotContain(Tools, tool => calls[0][0].StartsWith(tool + " ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ids_of_others_are_given()
    {
        var calls = await RoundsAsync("foreign-ids", 1);

        Assert.Contains("business_id", calls[0][0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unasked-order", "place_order {}")]
    [InlineData("unasked-claim", "claim_payment {}")]
    [InlineData("unasked-cancel", "cancel_order {}")]
    [InlineData("unasked-opt-out", "stop_messages {}")]
    [InlineData("unasked-deletion", "request_my_data {\"kind\":\"copy\"}")]
    public async Task A_deed_is_done_that_nobody_asked_for(string trick, string call) => Assert.Equal(call, (await RoundsAsync(trick, 1))[0][0]);

    [Theory]
    [InlineData("server-error", "hello!", HttpStatusCode.InternalServerError)]
    [InlineData("server-error", "hello", HttpStatusCode.ServiceUnavailable)]
    [InlineData("not-json", "hello", HttpStatusCode.BadGateway)]
    [InlineData("429-storm", "hello", HttpStatusCode.TooManyRequests)]
    public async Task A_server_can_refuse(string trick, string customer, HttpStatusCode status)
    {
        await llama.SwitchAsync(new { play = trick, retryAfter = 3 });

        using var response = await llama.PostAsync("hostile", SimulatedLlama.Request(customer));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(trick == "429-storm" ? TimeSpan.FromSeconds(3) : null, response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task An_answer_can_be_half_a_JSON()
    {
        await llama.SwitchAsync(new { play = "half-json" });

        using var response = await llama.PostAsync("hostile", SimulatedLlama.Request("Hello"));

        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("{\"id\":", body, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
    }

    [Theory]
    [InlineData("hello!")]
    [InlineData("hello")]
    public async Task A_connection_can_break_at_once_or_in_the_middle(string customer)
    {
        await llama.SwitchAsync(new { play = "dropped-connection" });

        await Assert.ThrowsAsync<HttpRequestException>(() => llama.PostAsync("hostile", SimulatedLlama.Request(customer)));
    }

    [Fact]
    public async Task An_answer_can_never_come()
    {
        await llama.SwitchAsync(new { play = "hang" });
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => llama.PostAsync("hostile", SimulatedLlama.Request("Hello").ToJsonString(), patience.Token));
    }

    [Fact]
    public async Task Every_turn_gets_the_next_trick_and_keeps_it_for_all_its_rounds()
    {
        await using var alone = await SimulatedLlama.StartAsync();
        var tricks = await alone.NamesAsync("tricks");

        for (var turn = 0; turn < tricks.Length; turn++)
        {
            foreach (var _ in Enumerable.Range(0, 2))
            {
                await TryAsync(alone, $"2 jollof, turn {turn}", hangs: tricks[turn] == "hang");
            }
        }

        using var asked = await alone.Http.GetAsync("/llama/requests?bodies=false", TestContext.Current.CancellationToken);
        var played = (await SimulatedLlama.JsonAsync(asked)).GetProperty("requests").EnumerateArray().Select(one => one.GetProperty("played").GetString());
        Assert.Equal(tricks.SelectMany(trick => new[] { trick, trick }), played);
    }

    [Fact]
    public async Task The_same_seed_lies_the_same_and_another_seed_lies_otherwise()
    {
        var first = await LiesAsync(1);

        Assert.Equal(first, await LiesAsync(1));
        Assert.NotEqual(first, await LiesAsync(2));
    }

    private static async Task<List<string>> LiesAsync(int seed)
    {
        await using var llama = await SimulatedLlama.StartAsync($"--Llama:Seed={seed}");
        var lies = new List<string>();
        foreach (var turn in Enumerable.Range(0, 15))
        {
            lies.Add(SimulatedLlama.Message(await llama.AskAsync("hostile", $"Hello {turn}", Tools)).GetProperty("content").GetString()!);
        }

        return lies;
    }

    private static async Task TryAsync(SimulatedLlama llama, string customer, bool hangs)
    {
        using var patience = new CancellationTokenSource(hangs ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(30));
        try
        {
            using var response = await llama.PostAsync("hostile", SimulatedLlama.Request(customer, Tools).ToJsonString(), patience.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            // What this trick is for.
        }
    }

    /// <summary>What is called in each round, when every call is answered.</summary>
    private async Task<List<string[]>> RoundsAsync(string trick, int rounds)
    {
        await llama.SwitchAsync(new { play = trick });
        var request = SimulatedLlama.Request("Good morning", Tools);
        var called = new List<string[]>();
        for (var round = 0; round < rounds; round++)
        {
            using var response = await llama.PostAsync("hostile", request);
            var answer = await SimulatedLlama.JsonAsync(response);
            called.Add(SimulatedLlama.Calls(answer));
            var messages = request["messages"]!.AsArray();
            messages.Add(JsonNode.Parse(SimulatedLlama.Message(answer).GetRawText()));
            foreach (var call in SimulatedLlama.Message(answer).GetProperty("tool_calls").EnumerateArray())
            {
                messages.Add((JsonNode)new JsonObject { ["role"] = "tool", ["tool_call_id"] = call.GetProperty("id").GetString(), ["content"] = "{}" });
            }
        }

        return called;
    }
}
