using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>A model that is down or slow costs the customer no answer.</summary>
public sealed class LlamaOutageTests
{
    [Fact]
    public async Task A_model_that_is_down_is_replaced_by_the_guided_brain()
    {
        var shop = new ScriptedModel().Fails().Shop();

        var said = await shop.SaysAsync("2 jollof");

        Assert.Contains("Added: 2 × Jollof rice & chicken", said, StringComparison.Ordinal);
        Assert.Equal(("guided", "the model failed (503 busy)"), (shop.Reply!.Brain, shop.Reply.Reason));
    }

    [Fact]
    public async Task So_is_one_that_says_nothing_and_does_nothing()
    {
        var shop = new ScriptedModel().Says("").Says("").Says("").Shop();

        Assert.Contains("Added: 2 × Jollof rice & chicken", await shop.SaysAsync("2 jollof"), StringComparison.Ordinal);
        Assert.Equal(("guided", "the model failed (it said nothing and did nothing)"), (shop.Reply!.Brain, shop.Reply.Reason));
    }

    [Fact]
    public async Task A_slow_model_is_not_waited_for_longer_than_its_budget()
    {
        var time = new FakeTimeProvider();
        var shop = new ScriptedModel { Time = time }.NeverAnswers().Shop();

        var answer = shop.SaysAsync("2 jollof");
        Assert.False(answer.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(8.1));

        Assert.Contains("Added: 2 × Jollof rice & chicken", await answer, StringComparison.Ordinal);
        Assert.Equal("the model failed (no answer within 8 s)", shop.Reply!.Reason);
        // A call that nobody answered is a call, and its time was waited.
        Assert.Equal(("no answer", 1, 8100), (shop.Reply.Model!.Name, shop.Reply.Model.Calls, (int)shop.Reply.Model.Milliseconds));
    }

    [Theory]
    [InlineData(0.5, 8)]
    [InlineData(3, 6)]
    [InlineData(6.5, 2.5)]
    public async Task What_the_customer_has_waited_before_the_turn_is_taken_off_the_budget(double waited, double left)
    {
        var time = new FakeTimeProvider();
        var shop = new ScriptedModel { Time = time }.NeverAnswers().Shop();
        shop.WaitingSince = time.GetUtcNow() - TimeSpan.FromSeconds(waited);

        var answer = shop.SaysAsync("2 jollof");
        time.Advance(TimeSpan.FromSeconds(left - 0.1));
        Assert.False(answer.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Contains("Added: 2 × Jollof rice & chicken", await answer, StringComparison.Ordinal);
        Assert.Equal($"the model failed (no answer within {left} s)", shop.Reply!.Reason);
    }

    [Fact]
    public async Task Who_has_waited_too_long_gets_the_guided_answer_at_once()
    {
        var time = new FakeTimeProvider();
        var model = new ScriptedModel { Time = time }.NeverAnswers();
        var shop = model.Shop();
        shop.WaitingSince = time.GetUtcNow() - TimeSpan.FromSeconds(20);

        Assert.Contains("Added: 2 × Jollof rice & chicken", await shop.SaysAsync("2 jollof"), StringComparison.Ordinal);
        Assert.Empty(model.Asked);
        Assert.Equal("the customer has waited too long; the model was not asked", shop.Reply!.Reason);
    }

    [Fact]
    public async Task Once_something_was_done_no_second_brain_starts_over_what_was_done_is_told()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "jollof", quantity = 2 }).Fails().Shop();

        var said = await shop.SaysAsync("2 jollof");

        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
        Assert.Contains("Added: 2 × Jollof rice & chicken", said, StringComparison.Ordinal);
        Assert.Contains("*Delivery* or *pickup*?", said, StringComparison.Ordinal);
        Assert.Contains("told from what was done", shop.Reply!.Reason, StringComparison.Ordinal);
    }
}
