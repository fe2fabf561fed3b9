using HaloAgent.Catalog.Meaning;
using Xunit;

namespace HaloAgent.UnitTests.Catalog;

public sealed class ShopVectorsTests
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();
    private static readonly Guid Odd = Guid.CreateVersion7();

    [Fact]
    public void The_nearest_comes_first_and_what_is_too_far_not_at_all()
    {
        var shop = new ShopVectors([(First, [0, 1]), (Second, ShopVectors.Normalised([2, 1])), (Odd, [-1, 0])], 1);

        Assert.Equal([Second, First], shop.NearestTo(ShopVectors.Normalised([1, 1]), 0.5, 10).Select(product => product.Id));
        Assert.Equal([Second], shop.NearestTo([1, 0], 0.5, 10).Select(product => product.Id));
        Assert.Equal([Second], shop.NearestTo(ShopVectors.Normalised([1, 1]), 0, 1).Select(product => product.Id));
    }

    [Fact]
    public void Vectors_of_another_length_than_the_newest_are_left_out_and_what_has_none_does_no_harm()
    {
        var shop = new ShopVectors([(Odd, [1, 0, 0]), (First, [1, 0]), (Second, [])], 1);

        Assert.Equal([First], shop.NearestTo([1, 0], 0.5, 10).Select(product => product.Id));
        Assert.Empty(shop.NearestTo([1, 0, 0], 0.5, 10));
        Assert.Empty(shop.NearestTo([], 0, 10));
        Assert.Equal(0, new ShopVectors([(Second, [])], 1).Count);
    }

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(float.NaN, 1f)]
    [InlineData(float.PositiveInfinity, 1f)]
    public void What_has_no_direction_is_near_nothing(float x, float y) => Assert.Empty(ShopVectors.Normalised([x, y]));
}
