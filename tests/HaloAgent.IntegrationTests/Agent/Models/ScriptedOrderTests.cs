using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Agent.Models;

/// <summary>With a model that knows its job, and with one that every real server's quirk stands before, an order goes from greeting to claim.</summary>
public sealed class ScriptedOrderTests(PostgresFixture postgres, GarnetFixture garnet)
{
    [Theory]
    [InlineData("scripted", 1)]
    [InlineData("quirky", 6)]
    public async Task A_model_takes_an_order_from_the_greeting_to_the_claim(string temper, int customers)
    {
        await using var model = ModelPath.Of(postgres, garnet, temper);
        await model.InitializeAsync();
        await model.Path.Shop.SellAsync("Jollof Rice", 3500, 100);
        await model.Path.Shop.SellAsync("Zobo", 800, 100);

        foreach (var _ in Enumerable.Range(0, customers))
        {
            var phone = model.Path.NewPhone();
            await InsistAsync(phone, "*Total ₦9,300*", "2 jollof rice and one zobo, deliver to 12 Adeniyi Jones, Ikeja", "deliver to 12 Adeniyi Jones, Ikeja");
            await InsistAsync(phone, "*Total ₦12,800*", "make it 3 jollof rice", "make it 3 jollof rice");
            await InsistAsync(phone, "Account number: 0123456789", "yes", "yes");
            await InsistAsync(phone, "₦12,800", "I have paid", "I have paid");
            var conversation = phone.ConversationId(model.Path.Log.Index);
            Assert.Equal(1, await model.Path.Log.ScalarAsync<long>("SELECT count(*) FROM orders WHERE conversation_id = $1 AND status = 'awaiting_confirmation'", conversation));
        }

        Assert.NotEmpty(await model.AskedAsync(bodies: false));
    }

    /// <summary>Says it, and says the rest again when a model that answered with nothing left it undone: as a person would.</summary>
    private static async Task InsistAsync(TwilioPhone phone, string wanted, string first, string then)
    {
        const int patience = 3;
        for (var said = 0; said < patience; said++)
        {
            var before = (await phone.ReceivedAsync()).Count;
            await phone.SayAsync(said == 0 ? first : then);
            var heard = await phone.HearAsync(all => all.Count > before);
            if (heard.Skip(before).Any(one => one.Contains(wanted, StringComparison.OrdinalIgnoreCase))) return;
        }

        Assert.Fail($"Said {patience} times, and still no {wanted}: {string.Join(" | ", (await phone.ReceivedAsync()).TakeLast(patience))}");
    }
}
