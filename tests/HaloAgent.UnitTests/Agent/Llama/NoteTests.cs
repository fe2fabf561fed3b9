using HaloAgent.AgentWorker.Agent.Guided;
using HaloAgent.AgentWorker.Agent.Hybrid;
using HaloAgent.UnitTests.Guided;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>A model may pass on how a customer wants a thing, and may not word it for them.</summary>
public sealed class NoteTests
{
    [Fact]
    public async Task A_note_in_the_customers_words_goes_with_the_line()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "Jollof rice & chicken", quantity = 2, note = "go easy on the heat" }).Shop();

        await shop.SaysAsync("hmm let me try two of that jollof and go easy on the heat for my mum");

        Assert.Equal("2 Jollof rice & chicken [go easy on the heat]", shop.Cart);
    }

    [Fact]
    public async Task A_note_that_the_customer_never_wrote_is_refused()
    {
        var model = new ScriptedModel().Calls("add_to_cart", new { product = "Malt", quantity = 2, note = "free of charge" }).Says("Ok.");
        var shop = model.Shop();

        await shop.SaysAsync("hmm let me try two of that malt");

        Assert.Equal("", shop.Cart);
        Assert.Contains("not in the customer's words", model.LastHeard(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_fills_the_field_with_nothing_notes_nothing()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "Malt", quantity = 2, note = "None" }).Shop();

        await shop.SaysAsync("hmm let me try two of that malt");

        Assert.Equal("2 Malt", shop.Cart);
    }

    [Fact]
    public async Task A_wish_that_the_model_leaves_out_is_noted_with_the_line_it_adds()
    {
        var shop = new ScriptedModel().Calls("add_to_cart", new { product = "Jollof rice & chicken", quantity = 2 }).Shop();

        await shop.SaysAsync("hmm let me try two of that jollof without pepper for my mum");

        Assert.Equal("2 Jollof rice & chicken [without pepper for my mum]", shop.Cart);
    }

    [Fact]
    public async Task A_wish_that_the_model_only_talks_about_is_noted_all_the_same()
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        shop.Brain = new ScriptedModel().Says("Of course!").Brain();

        Assert.Contains("“no pepper biko nnem”", await shop.SaysAsync("no pepper biko nnem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_about_a_thing_that_the_model_did_not_add_begins_its_line()
    {
        var shop = new ScriptedModel().Says("Of course!").Shop();

        Assert.Contains("Jollof rice & chicken: how many", await shop.SaysAsync("hmm jollof without pepper for my mum"), StringComparison.Ordinal);
        shop.Brain = new GuidedBrain();
        await shop.SaysAsync("2");

        Assert.Equal("2 Jollof rice & chicken [without pepper for my mum]", shop.Cart);
    }

    [Fact]
    public async Task A_thing_with_a_wish_costs_no_model_call()
    {
        var model = new ScriptedModel();
        var shop = ScriptedShop.Kitchen();
        shop.Brain = new HybridBrain(new GuidedBrain(), model.Brain());

        await shop.SaysAsync("jollof without meat please");
        await shop.SaysAsync("2");

        Assert.Empty(model.Asked);
        Assert.Equal("2 Jollof rice & chicken [without meat]", shop.Cart);
    }

    [Fact]
    public async Task A_yes_with_a_wish_confirms_no_order_whatever_the_model_says()
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        shop.Brain = new ScriptedModel().Calls("place_order").Says("Ok.").Brain();

        await shop.SaysAsync("yes but no pepper");

        Assert.Empty(shop.Orders);
        Assert.Equal("2 Jollof rice & chicken [no pepper]", shop.Cart);
    }

    [Fact]
    public async Task An_allergy_is_answered_without_asking_the_model()
    {
        var model = new ScriptedModel();
        var shop = model.Shop();

        Assert.Contains("somebody will confirm it with you here", await shop.SaysAsync("2 jollof please, I am allergic to groundnut"), StringComparison.Ordinal);

        Assert.Empty(model.Asked);
        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
    }
}
