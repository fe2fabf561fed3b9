using HaloAgent.Conversations;
using HaloAgent.UnitTests.Agent.Llama;
using HaloAgent.UnitTests.Guided;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>What stands unencrypted on a turn, its intent and its reason, says nothing of anybody's health.</summary>
public sealed class PlainRecordTests
{
    private static readonly string[] Matters = ["medical", "allergy", "allergic", "ill", "health", "legal", "refund", "anger"];

    [Theory]
    [InlineData("the suya gave my son running stomach", false, EscalationReason.Medical)]
    [InlineData("the suya gave my son running stomach", true, EscalationReason.Medical)]
    [InlineData("2 jollof please, I am allergic to groundnut", false, EscalationReason.Medical)]
    [InlineData("2 jollof please, I am allergic to groundnut", true, EscalationReason.Medical)]
    [InlineData("I will sue you, my lawyer is on it", true, EscalationReason.Legal)]
    public async Task A_matter_for_a_person_is_not_named(string said, bool hybrid, EscalationReason reason)
    {
        foreach (var shop in new[] { hybrid ? new ScriptedModel().Shop(hybrid: true) : ScriptedShop.Kitchen(), new ScriptedModel().Shop() })
        {
            await shop.SaysAsync(said);

            Assert.Contains(reason, shop.Escalations);
            var recorded = $"{shop.Reply!.Reason} {shop.Reply.Understood.Intent}".ToLowerInvariant().Split([' ', '+', ':', ';', ','], StringSplitOptions.RemoveEmptyEntries);
            Assert.Empty(recorded.Intersect(Matters));
            Assert.Contains("matter", recorded);
        }
    }

    [Fact]
    public async Task What_no_model_was_asked_for_names_no_model()
    {
        var shop = new ScriptedModel().Shop();

        await shop.SaysAsync("the suya gave my son running stomach");

        Assert.Equal(("guided", null), (shop.Reply!.Brain, shop.Reply.Model));
    }
}
