using HaloAgent.Businesses;
using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Orders;

public sealed class DeliveryAreaFinderTests
{
    private static readonly DeliveryArea[] Areas =
    [
        new(["Ikeja", "Allen Avenue"], Money.FromNaira(1500)),
        new(["Lekki", "Lekki Road"], Money.FromNaira(3000)),
        new(["Lekki Phase 1", "Phase 1"], Money.FromNaira(3500)),
        new(["Ọjọ́dù", "Berger"], Money.FromNaira(1800)),
    ];

    [Theory]
    [InlineData("ikeja", "Ikeja")]
    [InlineData("12 Adeniyi Jones, IKEJA.", "Ikeja")]
    [InlineData("7 allen avenue", "Ikeja")]
    [InlineData("Lekki phase 1", "Lekki Phase 1")]
    [InlineData("Lekki", "Lekki")]
    [InlineData("5 Lekki Road, Ikeja", "Ikeja")]
    [InlineData("2 Ikeja Close, Lekki", "Lekki")]
    [InlineData("ojodu", "Ọjọ́dù")]
    [InlineData("Ojodu-Berger", "Ọjọ́dù")]
    public void An_area_is_found_by_any_of_its_names(string text, string area) => Assert.Equal(area, DeliveryAreaFinder.Find(Areas, text)?.Name);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Ibadan")]
    [InlineData("Ikejaland estate")]
    [InlineData("…")]
    public void Anything_else_is_no_area(string? text) => Assert.Null(DeliveryAreaFinder.Find(Areas, text));
}
