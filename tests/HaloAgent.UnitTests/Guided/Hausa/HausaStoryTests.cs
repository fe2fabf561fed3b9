using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Guided.Hausa;

public sealed class HausaStoryTests
{
    [Fact]
    public async Task The_story_from_ina_kwana_to_the_claim()
    {
        var shop = ScriptedShop.Kitchen(language: "ha");

        Assert.Equal("Barka da safiya. Nan Halo Kitchen ne.\n\nMe kuke so? Ku rubuta *menu* domin ganin abin da muke da shi.", await shop.SaysAsync("Ina kwana"));
        Assert.StartsWith("Ga abin da ake samu a Halo Kitchen:\n1. Rice (abubuwa 2)\n2. Swallow (abu 1)", await shop.SaysAsync("me kuke da shi?"), StringComparison.Ordinal);
        Assert.Equal("Kuɗin Jollof rice & chicken ₦3,500 ne.\n\nJollof rice & chicken guda nawa kuke so?", await shop.SaysAsync("nawa ne jollof"));

        var added = await shop.SaysAsync("a kawo min jollof biyu da zobo daya don Allah");
        Assert.Equal("2 Jollof rice & chicken, 1 Zobo 50cl", shop.Cart);
        Assert.EndsWith("A kawo muku (*delivery*), ko za ku zo ku ɗauka (*pickup*)?", added, StringComparison.Ordinal);

        Assert.StartsWith("An canza: 3 × Jollof rice & chicken.", await shop.SaysAsync("a mayar da jollof uku"), StringComparison.Ordinal);
        Assert.Equal("Ina za mu kawo? Don Allah ku rubuta lambar gida, sunan layi da unguwa.", await shop.SaysAsync("a kawo min gida"));
        Assert.Equal(
            """
            *Odarku*
            3 × Jollof rice & chicken    ₦10,500
            1 × Zobo 50cl                   ₦800
            Delivery zuwa Ikeja           ₦1,500
            *Jimla ₦12,800*
            gida mai lamba 12, layin Adeniyi Jones, Ikeja
            Ku amsa *eh* domin tabbatarwa, ko ku faɗi abin da za a canza.
            """,
            await shop.SaysAsync("gida mai lamba 12, layin Adeniyi Jones, Ikeja"));
        Assert.Empty(shop.Orders);

        var placed = await shop.SaysAsync("eh");
        var order = Assert.Single(shop.Orders);
        Assert.Equal(Money.FromNaira(12_800), order.Total);
        Assert.Contains("Lambar odarku ita ce *0001*", placed, StringComparison.Ordinal);
        Assert.Contains("\nAdadin kuɗi: *₦12,800*\nBanki: GTBank\nLambar asusu: 0123456789\nSunan asusu: Halo Kitchen Ltd\nLambar reference: *" + order.PaymentReference + "*\n", placed, StringComparison.Ordinal);

        Assert.Equal("To. Ku rubuta *na biya* idan kun gama transfer ɗin.", await shop.SaysAsync("zan biya anjima"));
        Assert.Equal(OrderStatus.PendingPayment, order.Status);

        Assert.Contains("Na sanar da shagon cewa kun ce kun biya oda 0001 (*₦12,800*)", await shop.SaysAsync("na tura kudin"), StringComparison.Ordinal);
        Assert.Equal(OrderStatus.AwaitingConfirmation, order.Status);
        Assert.Equal("Oda 0001 (₦12,800): kun sanar da mu cewa kun biya, shagon yana dubawa.", await shop.SaysAsync("ina oda ta?"));
    }

    [Fact]
    public async Task An_aa_to_the_summary_places_nothing()
    {
        var shop = ScriptedShop.Kitchen(language: "ha");
        await shop.SaysAsync("ina son malt biyu, zan zo in dauka");

        Assert.Equal("Babu damuwa. Me zan canza? Za ku kuma iya rubuta *soke*.", await shop.SaysAsync("a'a"));
        Assert.StartsWith("To, na cire komai daga odarku.", await shop.SaysAsync("soke"), StringComparison.Ordinal);
        Assert.Empty(shop.Orders);
    }

    [Fact]
    public async Task Mixed_with_English_it_is_understood_as_well()
    {
        var shop = ScriptedShop.Kitchen(language: "ha");

        await shop.SaysAsync("Ina so a kawo min 2 jollof and one zobo, deliver to 12 Adeniyi Jones, Ikeja");
        await shop.SaysAsync("ok, confirm");

        Assert.Equal(Money.FromNaira(9_300), Assert.Single(shop.Orders).Total);
    }
}
