using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators.Llama;

/// <summary>What a model does can be ordered, for a temper or for all, for a number of answers or until it is taken back.</summary>
public class LlamaSwitchTests
{
    [Fact]
    public async Task A_trick_is_played_as_often_as_ordered_and_then_the_temper_is_itself_again()
    {
        await using var llama = await SimulatedLlama.StartAsync();
        await llama.SwitchAsync(new { temper = "scripted", play = "server-error", times = 2 });

        var statuses = new List<HttpStatusCode>();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var response = await llama.PostAsync("scripted", SimulatedLlama.Request("hello!"));
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task A_switch_of_one_temper_leaves_the_others_alone()
    {
        await using var llama = await SimulatedLlama.StartAsync();
        await llama.SwitchAsync(new { temper = "hostile", play = "server-error" });

        using var spared = await llama.PostAsync("scripted", SimulatedLlama.Request("Hello"));

        Assert.Equal(HttpStatusCode.OK, spared.StatusCode);
    }

    [Fact]
    public async Task Ok_makes_the_hostile_temper_honest_until_it_is_taken_back()
    {
        await using var llama = await SimulatedLlama.StartAsync();
        await llama.SwitchAsync(new { temper = "hostile", play = "ok" });
        var honest = await llama.AskAsync("hostile", "2 jollof", "add_to_cart");
        using var cleared = await llama.Http.DeleteAsync("/llama/switches", TestContext.Current.CancellationToken);
        var again = await llama.AskAsync("hostile", "Good morning", "add_to_cart");

        Assert.Single(SimulatedLlama.Calls(honest));
        Assert.DoesNotContain("Hello!", SimulatedLlama.Message(again).GetProperty("content").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_takes_as_long_as_it_is_told(bool bySwitch)
    {
        await using var llama = await SimulatedLlama.StartAsync(bySwitch ? [] : ["--Llama:DelayMs=250"]);
        if (bySwitch)
        {
            await llama.SwitchAsync(new { delayMs = 250 });
        }

        var watch = Stopwatch.StartNew();
        await llama.AskAsync("scripted", "Hello");

        Assert.InRange(watch.ElapsedMilliseconds, 240, 5_000);
        using var asked = await llama.Http.GetAsync("/llama/requests", TestContext.Current.CancellationToken);
        Assert.InRange((await SimulatedLlama.JsonAsync(asked)).GetProperty("requests")[0].GetProperty("tookMs").GetDouble(), 240, 5_000);
    }

    [Theory]
    [InlineData("friendly", "ok", 1, 0, "temper")]
    [InlineData("hostile", "bribe", 1, 0, "play")]
    [InlineData("hostile", "ok", 0, 0, "times")]
    [InlineData("hostile", "ok", 1, -1, "delayMs")]
    public async Task A_switch_that_does_not_exist_is_refused_by_name(string temper, string play, int times, int delayMs, string field)
    {
        await using var llama = await SimulatedLlama.StartAsync();

        using var response = await llama.Http.PostAsJsonAsync("/llama/switches", new { temper, play, times, delayMs }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await SimulatedLlama.JsonAsync(response)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Every_name_stands_once_and_says_what_it_is()
    {
        await using var llama = await SimulatedLlama.StartAsync();

        string[] names = [.. await llama.NamesAsync("quirks"), .. await llama.NamesAsync("tricks")];

        Assert.InRange(names.Length, 60, 200);
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[a-z0-9-]+$", name));
    }
}
