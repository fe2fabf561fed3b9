using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>The shop's policies are a fact word for word, and nothing follows from them.</summary>
public sealed class WrittenTermsTests
{
    private const string Policies = "No refunds without a picture. Refunds go to your bank within 5 days. Smallest order ₦2,345.\nWe never give\nrefunds for food that was eaten 🙏";

    [Fact]
    public void A_template_that_quotes_them_is_let_through() =>
        Assert.Contains("₦2,345", Turn().States("Here is what the shop says:\n“" + Policies.Replace(" 🙏", "", StringComparison.Ordinal) + "”"), StringComparison.Ordinal);

    [Fact]
    public void Their_amounts_are_no_fact_of_anything_else() =>
        Assert.DoesNotContain("2,345", Turn().States("Your total is ₦2,345."), StringComparison.Ordinal);

    [Theory]
    [InlineData("Refunds go to your bank within 5 days.")]
    [InlineData("“Smallest order ₦2,345.”")]
    [InlineData("We never give refunds for food that was eaten")]
    public void A_model_may_repeat_a_whole_sentence(string sentence) => Assert.Equal(sentence, Turn().Says(sentence));

    [Theory]
    [InlineData("We refund you within 5 days.")]
    [InlineData("Refunds without a picture.")]
    [InlineData("refunds for food that was eaten")]
    [InlineData("Your refund goes to your bank within 5 days.")]
    [InlineData("The jollof is ₦2,345.")]
    public void What_is_not_written_so_is_not_said(string sentence) => Assert.DoesNotContain(sentence, Turn().Says(sentence), StringComparison.Ordinal);

    [Fact]
    public void Without_any_nothing_changes() => Assert.DoesNotContain("Refunds go", new GuardedTurn().Says("Refunds go to your bank within 5 days."), StringComparison.Ordinal);

    private static GuardedTurn Turn() => new GuardedTurn().WithPolicies(Policies);
}
