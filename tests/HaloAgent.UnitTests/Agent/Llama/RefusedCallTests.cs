using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>What a model calls in vain is seen by whoever asks why the agent said what it said.</summary>
public sealed class RefusedCallTests
{
    [Fact]
    public async Task A_call_that_was_refused_is_noted_with_the_reason()
    {
        var shop = new ScriptedModel().Calls("give_discount", new { percent = 50 }).Calls("add_to_cart", new { quantity = 2 }).Says("Ok.").Shop();

        await shop.SaysAsync("half price please");

        Assert.Collection(
            shop.Refused,
            first => Assert.StartsWith("give_discount: There is no tool", first, StringComparison.Ordinal),
            second => Assert.StartsWith("add_to_cart: ", second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_in_the_last_round_is_noted_too_and_so_is_what_was_too_much_for_one()
    {
        var model = new ScriptedModel();
        model.CallsAtOnce("search_products", Enumerable.Range(1, 13).Select(number => (object)new { words = $"thing {number}" }));
        foreach (var number in Enumerable.Range(20, 3)) model.Calls("search_products", new { words = $"thing {number}" });
        var shop = model.Shop();

        await shop.SaysAsync("drinks for one");

        Assert.Equal(["search_products: Not done: too many calls in o", "search_products: Not done: no tool was offered"], shop.Refused.Select(refused => refused[..46]));
    }

    [Fact]
    public async Task What_is_done_is_not_noted_as_refused_and_one_refusal_is_not_told_of_the_next_call()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "pizza", quantity = 1 }).Calls("add_to_cart", new { product = "Malt", quantity = 1 }).Calls("product_details", new { product = "Malt" }).Says("Ok.").Shop();

        await shop.SaysAsync("something to drink for me");

        Assert.Equal("1 Malt", shop.Cart);
        Assert.StartsWith("add_to_cart: There is no product called «pizza»", Assert.Single(shop.Refused), StringComparison.Ordinal);
    }
}
