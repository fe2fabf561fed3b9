using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>How many the shop has: 50 jollof, 3 chicken suya, 5 of each polo.</summary>
public class ReplyGuardStockTests
{
    [Theory]
    [InlineData("We have 3 chicken suya.")]
    [InlineData("We have 50 plates of jollof.")]
    [InlineData("We have only three chicken suya today.")]
    [InlineData("Of the chicken suya only 3 remain.")]
    [InlineData("Chicken suya: three are left.")]
    [InlineData("There are 3 pieces of chicken suya left.")]
    [InlineData("Chicken suya remain only 3.")]
    [InlineData("We have 2 kinds of suya.")]
    [InlineData("2 colours of the polo are available.")]
    [InlineData("Which one is left for me to tell you?")]
    public void What_the_shop_has_is_told(string text) => Assert.Equal(text, new GuardedTurn().Says(text));

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void How_many_the_cart_holds_may_be_told(int count, bool said)
    {
        var text = $"We have {count} jollof in your cart.";
        Assert.Equal(said, new GuardedTurn().WithCart(jollof: 2).Says(text) == text);
    }

    [Theory]
    [InlineData("We have 3 plates of jollof.")]
    [InlineData("We have three jollof.")]
    [InlineData("We still have 12 plates of jollof today.")]
    [InlineData("We have only 7 plates today.")]
    [InlineData("We've just 7 plates.")]
    [InlineData("Only 3 remain.")]
    [InlineData("Jollof is going fast, only two are left.")]
    [InlineData("There are 7 jollof.")]
    [InlineData("3 plates of the jollof are left.")]
    [InlineData("Jollof remain 3.")]
    [InlineData("We get 7 jollof.")]
    [InlineData("A ni jollof mẹta.")]
    [InlineData("Muna da jollof guda uku.")]
    [InlineData("Anyị nwere jollof atọ.")]
    public void A_number_that_nobody_counted_is_not(string text) => Assert.DoesNotContain(text, new GuardedTurn().Says(text), StringComparison.Ordinal);

    [Fact]
    public void A_number_in_the_name_of_a_product_is_no_stock() =>
        Assert.Equal("We have samosa (10 pieces) for ₦1,000.", new GuardedTurn().Selling("Samosa (10 pieces)", 1000).Says("We have samosa (10 pieces) for ₦1,000."));
}
