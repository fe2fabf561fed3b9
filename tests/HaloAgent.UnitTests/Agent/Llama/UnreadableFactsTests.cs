using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>What breaks the check of a model's reply breaks no turn: the same turn would fail again, and the customer would wait.</summary>
public sealed class UnreadableFactsTests
{
    [Fact]
    public async Task The_brain_leaves_a_reply_that_it_cannot_check_to_the_guard_behind_it()
    {
        var shop = new ScriptedModel().Says("Your parcel is green.").Shop();
        shop.Journal.Committed("search_products", "jollof", "no JSON");

        await shop.SaysAsync("qwertyuiop");

        Assert.Contains(shop.Reply!.Bubbles, bubble => bubble is { InOwnWords: true, Text: "Your parcel is green." });
    }
}
