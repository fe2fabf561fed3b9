using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Guided.Yoruba;

/// <summary>Whole conversations in Yoruba, as the customer reads them.</summary>
public sealed class YorubaStoryTests
{
    [Fact]
    public async Task The_story_from_e_kaaro_to_the_claim()
    {
        var shop = Shop();

        Assert.Equal("Ẹ káàárọ̀. Halo Kitchen nìyí.\n\nKí lẹ fẹ́? Ẹ kọ *menu* kí ẹ lè rí ohun tí a ní.", await shop.SaysAsync("Ẹ káàárọ̀ ma"));
        Assert.StartsWith("Ohun tí Halo Kitchen ní nìyí:\n1. Rice (ọjà 2)\n2. Swallow (ọjà 1)", await shop.SaysAsync("ki le n ta?"), StringComparison.Ordinal);
        Assert.Equal(
            "Mo ti fi kún un: 2 × Jollof rice & chicken, 1 × Zobo 50cl.\n\nÀpapọ̀ títí di báyìí: *₦7,800*\n\nṢé *delivery* ni tàbí *pickup*?",
            await shop.SaysAsync("Mo fẹ́ jollof méjì àti zobo kan"));
        Assert.StartsWith("Mo ti yí i padà: 3 × Jollof rice & chicken.", await shop.SaysAsync("rara, e so jollof di meta"), StringComparison.Ordinal);
        Assert.Equal(
            """
            *Order yín*
            3 × Jollof rice & chicken    ₦10,500
            1 × Zobo 50cl                   ₦800
            Delivery sí Ikeja             ₦1,500
            *Àpapọ̀ ₦12,800*
            12 Adeniyi Jones, Ikeja
            Ẹ kọ *bẹ́ẹ̀ni* láti fọwọ́ sí i, tàbí kí ẹ sọ ohun tí ẹ fẹ́ yí padà.
            """,
            await shop.SaysAsync("e gbe e wa si 12 Adeniyi Jones, Ikeja"));
        Assert.Empty(shop.Orders);

        var placed = await shop.SaysAsync("bẹ́ẹ̀ni");

        var order = Assert.Single(shop.Orders);
        Assert.Equal(Money.FromNaira(12_800), order.Total);
        Assert.StartsWith("Ẹ ṣeun. Nọ́mbà order yín ni *0001*.\n\nLáti sanwó order 0001, ẹ jọ̀ọ́, ẹ ṣe transfer:\nIye owó: *₦12,800*\nBáńkì: GTBank\nNọ́mbà account: 0123456789\n", placed, StringComparison.Ordinal);
        Assert.StartsWith("Ẹ ṣé. Mo ti sọ fún ṣọ́ọ̀bù pé ẹ sọ pé ẹ ti sanwó order 0001 (*₦12,800*).", await shop.SaysAsync("Mo ti sanwo"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.AwaitingConfirmation, order.Status);
    }

    [Theory]
    [InlineData("se e maa gbe e wa loni?")]
    [InlineData("ok, igba wo lo maa de?")]
    [InlineData("elo ni gbogbo e?")]
    [InlineData("o da, sugbon e fi malt kan kun un")]
    [InlineData("beeni, e yo zobo kuro")]
    [InlineData("mo fe sanwo")]
    [InlineData("rara")]
    public async Task Nothing_but_a_plain_yes_places_the_order(string said)
    {
        var shop = await SummaryShownAsync();

        await shop.SaysAsync(said);

        Assert.Empty(shop.Orders);
    }

    [Theory]
    [InlineData("beeni")]
    [InlineData("Bẹ́ẹ̀ ni ma")]
    [InlineData("o da be")]
    [InlineData("o dara, e maa ba lo")]
    [InlineData("mo gba")]
    [InlineData("oya")]
    public async Task A_plain_yes_places_it(string said)
    {
        var shop = await SummaryShownAsync();

        await shop.SaysAsync(said);

        Assert.Single(shop.Orders);
    }

    [Theory]
    [InlineData("maa sanwo lola")]
    [InlineData("bawo ni mo se maa sanwo")]
    [InlineData("mi o tii sanwo")]
    [InlineData("se mo le sanwo ti e ba gbe e de?")]
    public async Task What_is_no_claim_moves_nothing(string said)
    {
        var shop = await SummaryShownAsync();
        await shop.SaysAsync("beeni");

        await shop.SaysAsync(said);

        Assert.Equal(OrderStatus.PendingPayment, shop.Orders[0].Status);
    }

    [Fact]
    public async Task How_many_is_asked_and_answered_in_Yoruba()
    {
        var shop = Shop();

        Assert.EndsWith("Meat pie mélòó lẹ fẹ́?", await shop.SaysAsync("meat pie"), StringComparison.Ordinal);
        await shop.SaysAsync("mefa");

        Assert.Equal("6 Meat pie", shop.Cart);
    }

    private static async Task<ScriptedShop> SummaryShownAsync()
    {
        var shop = Shop();
        await shop.SaysAsync("mo fe jollof meji ati zobo kan");
        await shop.SaysAsync("maa wa gbe e funra mi");
        return shop;
    }

    private static ScriptedShop Shop() => ScriptedShop.Kitchen(language: "yo");
}
