using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Places in a list, addresses, order numbers and sizes.</summary>
public sealed class GuidedChoicesTests
{
    [Theory]
    [InlineData("2", "pick 2")]
    [InlineData("2.", "pick 2")]
    [InlineData("two", "pick 2")]
    [InlineData("number 2", "pick 2")]
    [InlineData("no 2", "pick 2")]
    [InlineData("option 3", "pick 3")]
    [InlineData("the second one", "pick 2")]
    [InlineData("the first", "pick 1")]
    [InlineData("2nd", "pick 2")]
    [InlineData("2 and 4", "pick 2 4")]
    [InlineData("1, 3", "pick 1 3")]
    [InlineData("the last one", "pick -1")]
    [InlineData("I want number 2", "pick 2")]
    [InlineData("2 plates", "pick 2")]
    [InlineData("2 of the first one, pickup", "Pickup; pick 2 of 1")]
    [InlineData("give me 3 of that one, pickup", "+add 3 it; Pickup")]
    [InlineData("give me 2 of the first one, deliver to 5 Allen Avenue Ikeja", "Delivery; address '5 Allen Avenue Ikeja'; area Ikeja; pick 2 of 1")]
    [InlineData("pickup by 2pm", "Pickup")]
    public void A_number_answers_a_list(string said, string meant) => Assert.Equal(meant, Shops.InKitchen(said));

    [Theory]
    [InlineData("my address is 5 Herbert Macaulay way, Yaba", "Delivery; address '5 Herbert Macaulay way, Yaba'; area Yaba")]
    [InlineData("Deliver to No. 12 Adeniyi Jones, opp. Mobil, Ikeja.", "Delivery; address 'No. 12 Adeniyi Jones, opp. Mobil, Ikeja'; area Ikeja")]
    [InlineData("14 Opebi Road, beside the filling station", "address '14 Opebi Road, beside the filling station'; area Ikeja")]
    [InlineData("bring it to 3 Bode Thomas street Surulere and how much is delivery", "Delivery; DeliveryFee; address '3 Bode Thomas street Surulere'; area Surulere")]
    [InlineData("to 12 Adeniyi Jones, Ikeja", "Delivery; address '12 Adeniyi Jones, Ikeja'; area Ikeja")]
    [InlineData("send it to Block 5 Flat 3, Alausa estate", "Delivery; address 'Block 5 Flat 3, Alausa estate'; area Ikeja")]
    [InlineData("bring it to 14 Opebi Road, when you get there call me", "Delivery; address '14 Opebi Road'; area Ikeja")]
    [InlineData("bring it to 14 Opebi Road, call me once you reach", "Delivery; address '14 Opebi Road'; area Ikeja")]
    [InlineData("deliver to Lekki", "Delivery; area Lekki Phase 1")]
    [InlineData("Deliver, opposite the church, 3 Mende Street, Opebi", "Delivery; address 'opposite the church, 3 Mende Street, Opebi'; area Ikeja")]
    [InlineData("please bring it instead, it is 3 Mende Street, Opebi", "Delivery; address '3 Mende Street, Opebi'; area Ikeja")]
    [InlineData("deliver to 12 Adeniyi Jones, Ikeja and add one zobo", "+add 1 Zobo 50cl; Delivery; address '12 Adeniyi Jones, Ikeja'; area Ikeja")]
    [InlineData("I stay at 4 Sabo road, last bus stop", "Delivery; address '4 Sabo road, last bus stop'; area Yaba")]
    [InlineData("deliver to\n12 Adeniyi Jones, Ikeja", "Delivery; address '12 Adeniyi Jones, Ikeja'; area Ikeja")]
    [InlineData("Ikeja", "area Ikeja")]
    [InlineData("ikja", "area Ikeja")]
    [InlineData("surulare", "area Surulere")]
    [InlineData("12, Ọ̀pẹ̀bí Road, Ìkẹjà", "address '12, Ọ̀pẹ̀bí Road, Ìkẹjà'; area Ikeja")]
    public void Addresses_are_kept_as_written(string said, string meant) => Assert.Equal(meant, Shops.InKitchen(said));

    [Theory]
    [InlineData("cancel order 0012", "CancelOrder; order 12")]
    [InlineData("where is order #0042", "OrderStatus; order 42")]
    [InlineData("status of order number 7", "OrderStatus; order 7")]
    [InlineData("I have paid for order 12", "Paid; order 12")]
    public void An_order_is_named_by_its_number(string said, string meant) => Assert.Equal(meant, Shops.InKitchen(said));

    [Theory]
    [InlineData("ankara gown size 12", "mention Ankara gown (Size 12)")]
    [InlineData("I want 2 ankara gown size 14", "add 2 Ankara gown (Size 14)")]
    [InlineData("one size 12 ankara gown", "add 1 Ankara gown (Size 12)")]
    [InlineData("ankara gown 12", "mention Ankara gown (Size 12)")]
    [InlineData("2 ankara gown 12", "add 2 Ankara gown (Size 12)")]
    [InlineData("I want an ankara gown", "add 1 Ankara gown")]
    [InlineData("I want ankara gown size 50", "add Ankara gown (no 50)")]
    [InlineData("2 red polo", "add 2 Polo shirt (M / Red or L / Red or XL / Red)")]
    [InlineData("XL red polo", "mention Polo shirt (XL / Red)")]
    [InlineData("polo in blue", "mention Polo shirt (XL / Blue)")]
    [InlineData("2 xl shirts", "add 2 Polo shirt or Packing shirt")]
    [InlineData("canvas size 42", "mention Canvas sneakers (42)")]
    [InlineData("sneakers 42", "mention Canvas sneakers (42)")]
    [InlineData("do you have canvas in size 42?", "availability Canvas sneakers (42)")]
    [InlineData("2 bags", "add 2 Leather bag")]
    [InlineData("two piece set", "mention Two piece set")]
    [InlineData("2 two piece set", "add 2 Two piece set")]
    [InlineData("6 yards ankara", "mention Ankara fabric 6 yards")]
    [InlineData("how much is ankara", "price Ankara gown or Ankara fabric 6 yards")]
    public void Variants_are_heard(string said, string meant) => Assert.Equal(meant, Shops.FashionListener.Hear(said).ToString());
}
