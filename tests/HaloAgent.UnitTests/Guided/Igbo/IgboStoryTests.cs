using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Guided.Igbo;

/// <summary>Whole conversations in Igbo, as the customer reads them.</summary>
public sealed class IgboStoryTests
{
    [Fact]
    public async Task The_story_from_ututu_oma_to_the_claim()
    {
        var shop = Shop();

        Assert.Equal("Ụtụtụ ọma. Nke a bụ Halo Kitchen.\n\nGịnị ka ị chọrọ? Dee *menu* ka ị hụ ihe anyị nwere.", await shop.SaysAsync("Ụtụtụ ọma nne"));
        Assert.StartsWith("Lee ihe Halo Kitchen nwere:\n1. Rice (ihe 2)\n2. Swallow (otu ihe)", await shop.SaysAsync("gini ka unu na-ere?"), StringComparison.Ordinal);
        Assert.Equal(
            "Etinyela m: 2 × Jollof rice & chicken, 1 × Zobo 50cl.\n\nEgo ya ruo ugbu a: *₦7,800*\n\nỌ bụ *delivery* ka ọ bụ *pickup*?",
            await shop.SaysAsync("Achọrọ m jollof abụọ na otu zobo"));
        Assert.StartsWith("Agbanweela m: 3 × Jollof rice & chicken.", await shop.SaysAsync("mba, mee jollof ato"), StringComparison.Ordinal);
        Assert.Equal(
            """
            *Order gị*
            3 × Jollof rice & chicken    ₦10,500
            1 × Zobo 50cl                   ₦800
            Delivery na Ikeja             ₦1,500
            *Ego niile ₦12,800*
            12 Adeniyi Jones, Ikeja
            Dee *ee* iji kwenye, ma ọ bụ gwa m ihe ị chọrọ ịgbanwe.
            """,
            await shop.SaysAsync("butere m ya na 12 Adeniyi Jones, Ikeja"));
        Assert.Empty(shop.Orders);

        var placed = await shop.SaysAsync("ee");

        var order = Assert.Single(shop.Orders);
        Assert.Equal(Money.FromNaira(12_800), order.Total);
        Assert.StartsWith("Daalụ. Nọmba order gị bụ *0001*.\n\nIji kwụọ ụgwọ order 0001, biko mee transfer:\nEgo: *₦12,800*\nỤlọ akụ: GTBank\nNọmba account: 0123456789\n", placed, StringComparison.Ordinal);
        Assert.StartsWith("Daalụ. Agwala m ụlọ ahịa na ị sị na ị kwụọla ụgwọ order 0001 (*₦12,800*).", await shop.SaysAsync("Akwuola m ugwo"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.AwaitingConfirmation, order.Status);
    }

    [Theory]
    [InlineData("unu ga-ebute ya taa?")]
    [InlineData("ok, kedu mgbe o ga-abia?")]
    [InlineData("ihe niile bu ego ole?")]
    [InlineData("o di mma, ma tinye otu malt")]
    [InlineData("ee, wepu zobo")]
    [InlineData("achoro m ikwu ugwo")]
    [InlineData("mba")]
    public async Task Nothing_but_a_plain_yes_places_the_order(string said)
    {
        var shop = await SummaryShownAsync();

        await shop.SaysAsync(said);

        Assert.Empty(shop.Orders);
    }

    [Theory]
    [InlineData("ee")]
    [InlineData("Eeeh nne")]
    [InlineData("ọ dị mma")]
    [InlineData("ngwanu")]
    [InlineData("ekwetara m")]
    [InlineData("o bu ya")]
    public async Task A_plain_yes_places_it(string said)
    {
        var shop = await SummaryShownAsync();

        await shop.SaysAsync(said);

        Assert.Single(shop.Orders);
    }

    [Theory]
    [InlineData("aga m akwu ugwo echi")]
    [InlineData("kedu ka m ga-esi kwuo ugwo")]
    [InlineData("akwubeghi m")]
    [InlineData("enwere m ike ikwu ya mgbe unu butere ya?")]
    public async Task What_is_no_claim_moves_nothing(string said)
    {
        var shop = await SummaryShownAsync();
        await shop.SaysAsync("ee");

        await shop.SaysAsync(said);

        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);
    }

    [Fact]
    public async Task How_many_is_asked_and_answered_in_Igbo()
    {
        var shop = Shop();

        Assert.EndsWith("Meat pie ole ka ị chọrọ?", await shop.SaysAsync("meat pie"), StringComparison.Ordinal);
        await shop.SaysAsync("isii");

        Assert.Equal("6 Meat pie", shop.Cart);
    }

    private static async Task<ScriptedShop> SummaryShownAsync()
    {
        var shop = Shop();
        await shop.SaysAsync("achoro m jollof abuo na otu zobo");
        await shop.SaysAsync("aga m abia buru ya");
        return shop;
    }

    [Fact]
    public async Task M_behind_its_count_beside_another_size_is_a_size_and_not_me()
    {
        var shop = Shop();
        shop.Sell("Agbada", "Men", 65000, stock: 2, variants: ["M", "L"]);
        await shop.SaysAsync("nye m agbada ato, ha nile size M");

        await shop.SaysAsync("o di mma, mee ya abuo M, otu L");

        Assert.Equal("2 Agbada (M), 1 Agbada (L)", shop.Cart);
    }

    private static ScriptedShop Shop() => ScriptedShop.Kitchen(language: "ig");
}
