using HaloAgent.Conversations;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>A model that knows everything and tells it: none of it reaches the customer.</summary>
public sealed class OffTopicTests
{
    [Theory]
    [InlineData("en", "what is the capital of France", "The capital of France is Paris.")]
    [InlineData("en", "why is the grass green", "Photosynthesis is how plants make food from light. Chlorophyll is green.")]
    [InlineData("en", "how do I cure malaria", "Take two tablets of Panadol after food.")]
    [InlineData("en", "which phone should I buy between Tecno and Infinix", "Tecno is better than Infinix.")]
    [InlineData("en", "what do you think about Tinubu", "He is a good president. Vote for him!")]
    [InlineData("en", "tell me about the war of 1967", "The Nigerian civil war began in 1967. It is a long and sad story, and it ended in 1970 with many lives lost.")]
    [InlineData("pcm", "abeg who sabi play ball pass for world", "Messi na the best player for world.")]
    [InlineData("yo", "kí ni olú ìlú Faransé", "Paris ni olú ìlú Faransé.")]
    [InlineData("ha", "menene babban birnin Faransa", "Paris ce babban birnin Faransa.")]
    [InlineData("ig", "gịnị bụ isi obodo France", "Paris bụ isi obodo France.")]
    public async Task What_is_no_business_of_the_shop_is_declined_whatever_the_model_knows(string language, string asked, string told)
    {
        var shop = new ScriptedModel().Says(told).Shop(language: language);

        var said = await shop.SaysAsync(asked);

        Assert.All(told.Split('.', StringSplitOptions.RemoveEmptyEntries), sentence => Assert.DoesNotContain(sentence.Trim(), said, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Halo Kitchen", said, StringComparison.Ordinal);
        Assert.DoesNotContain(shop.Reply!.Bubbles, bubble => bubble.InOwnWords);
        Assert.Empty(shop.Escalations);
    }

    [Fact]
    public async Task A_question_about_the_shop_is_answered_from_its_records_when_the_model_invents()
    {
        var shop = new ScriptedModel().Says("It goes for ₦100 at the corner.").Shop();

        var said = await shop.SaysAsync("how much is the zobo?");

        Assert.Contains("₦800", said, StringComparison.Ordinal);
        Assert.DoesNotContain("100 at", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_answered_so_twice_in_a_row_gets_a_person()
    {
        var shop = new ScriptedModel().Says("Your parcel left at noon.").Says("Your parcel left at noon.").Shop();

        Assert.Contains("I can only help with Halo Kitchen", await shop.SaysAsync("wherefore hath yonder thingamajig vanished"), StringComparison.Ordinal);
        await shop.SaysAsync("wherefore hath yonder thingamajig vanished so");

        Assert.Equal([EscalationReason.NotUnderstood], shop.Escalations);
    }
}
