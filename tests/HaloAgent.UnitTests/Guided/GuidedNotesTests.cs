using HaloAgent.Conversations;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>A wish about a line reaches the order in the customer's own words, whatever had to be asked in between.</summary>
public sealed class GuidedNotesTests
{
    [Fact]
    public async Task A_wish_stands_under_its_line_in_the_summary_and_in_the_order()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof, no pepper");
        Assert.Contains("₦7,000\n   “no pepper”\n", await shop.SaysAsync("pickup"), StringComparison.Ordinal);
        await shop.SaysAsync("yes");
        Assert.Equal("no pepper", Assert.Single(Assert.Single(shop.Orders).Items).Note);
    }

    [Fact]
    public async Task A_wish_said_later_changes_the_line_and_the_summary_is_shown_again()
    {
        var shop = await ScriptedShop.SummaryShownAsync();
        Assert.Contains("“no pepper”", await shop.SaysAsync("yes but no pepper"), StringComparison.Ordinal);
        Assert.Empty(shop.Orders);
        Assert.Equal("2 Jollof rice & chicken [no pepper]", shop.Cart);
    }

    [Fact]
    public async Task Another_word_about_the_same_ingredient_takes_the_place_of_the_first_one()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof no pepper");
        await shop.SaysAsync("no onion too");
        Assert.Equal("2 Jollof rice & chicken [no pepper; no onion too]", shop.Cart);
        await shop.SaysAsync("with pepper after all");
        Assert.Equal("2 Jollof rice & chicken [with pepper after all]", shop.Cart);
    }

    [Fact]
    public async Task The_same_thing_made_in_two_ways_is_two_lines()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof without pepper");
        await shop.SaysAsync("add 1 jollof");
        Assert.Equal("2 Jollof rice & chicken [without pepper], 1 Jollof rice & chicken", shop.Cart);
        await shop.SaysAsync("make it 5 jollof");
        Assert.Equal("2 Jollof rice & chicken [without pepper], 3 Jollof rice & chicken", shop.Cart);
        await shop.SaysAsync("remove the jollof");
        Assert.Equal("", shop.Cart);
    }

    [Fact]
    public async Task A_wish_for_one_of_two_stays_with_the_line()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof, one without pepper");
        Assert.Equal("2 Jollof rice & chicken [one without pepper]", shop.Cart);
    }

    [Fact]
    public async Task A_wish_waits_until_it_is_clear_how_many()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("jollof without meat abeg");
        Assert.DoesNotContain("meat", string.Concat(shop.Memory.Slots.Values), StringComparison.Ordinal);
        Assert.Contains("“without meat”", await shop.SaysAsync("2"), StringComparison.Ordinal);
        Assert.Equal("2 Jollof rice & chicken [without meat]", shop.Cart);
    }

    [Fact]
    public async Task A_wish_waits_until_it_is_clear_which_size()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("1 polo shirt");
        await shop.SaysAsync("make the polo a bit loose");
        await shop.SaysAsync("L");
        Assert.Equal("1 Polo shirt (L / Red) [make the polo a bit loose]", shop.Cart);
    }

    [Fact]
    public async Task A_wish_with_the_answer_to_a_question_is_kept()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("moi moi");
        await shop.SaysAsync("3, no fish");
        Assert.Equal("3 Moi moi [no fish]", shop.Cart);
    }

    [Fact]
    public async Task What_is_said_of_no_one_line_is_noted_beside_the_order()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof and 1 moi moi", "no pepper");
        var summary = await shop.SaysAsync("pickup");
        Assert.Equal("2 Jollof rice & chicken, 1 Moi moi", shop.Cart);
        Assert.Contains("\n“no pepper”\n*Total", summary, StringComparison.Ordinal);
        await shop.SaysAsync("yes");
        Assert.Equal("no pepper", Assert.Single(shop.Orders).Note);
    }

    [Fact]
    public async Task The_chicken_of_a_rice_with_chicken_is_no_line()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof");
        await shop.SaysAsync("no chicken");
        Assert.Equal("2 Jollof rice & chicken [no chicken]", shop.Cart);
    }

    [Fact]
    public async Task A_wish_after_the_order_was_placed_goes_to_a_person_and_orders_nothing()
    {
        var shop = await ScriptedShop.ConfirmedAsync();
        Assert.Contains("already been placed", await shop.SaysAsync("no pepper in the jollof please"), StringComparison.Ordinal);
        Assert.Equal([EscalationReason.Other], shop.Escalations);
        Assert.Equal("", shop.Cart);
    }

    [Fact]
    public async Task Hostile_words_stay_words()
    {
        var shop = ScriptedShop.Kitchen();
        await shop.SaysAsync("2 jollof without *pepper* \u202e_ogiri_");
        Assert.Equal("2 Jollof rice & chicken [without pepper ogiri]", shop.Cart);
    }

    [Fact]
    public async Task An_allergy_calls_a_person_and_the_order_goes_on()
    {
        var shop = ScriptedShop.Kitchen();
        var told = await shop.SaysAsync("2 jollof please, I am allergic to groundnut");
        Assert.Contains("somebody will confirm it with you here", told, StringComparison.Ordinal);
        Assert.Equal([EscalationReason.Medical], shop.Escalations);
        Assert.Equal("2 Jollof rice & chicken", shop.Cart);
        Assert.Contains("“I am allergic to groundnut”", await shop.SaysAsync("pickup"), StringComparison.Ordinal);
        await shop.SaysAsync("yes");
        Assert.Equal("I am allergic to groundnut", Assert.Single(shop.Orders).Note);
    }

    [Fact]
    public async Task Whoever_has_an_allergy_is_told_nothing_of_what_is_in_a_thing()
    {
        var shop = ScriptedShop.Kitchen();
        var told = await shop.SaysAsync("is there groundnut in the moi moi? I am allergic");
        Assert.DoesNotContain("made today", told, StringComparison.Ordinal);
        Assert.Equal([EscalationReason.Medical], shop.Escalations);
    }
}
