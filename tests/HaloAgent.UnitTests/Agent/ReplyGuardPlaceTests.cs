using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>Where the shop is, 14 Opebi Road, Ikeja, and where it is paid: 0123456789 at GTBank, Halo Kitchen Ltd. Its telephone is +234 803 111 2222.</summary>
public class ReplyGuardPlaceTests
{
    [Theory]
    [InlineData("Our shop is at 14 Opebi Road, Ikeja.")]
    [InlineData("Our shop is at 14, Opebi Rd.")]
    [InlineData("We are located at 14 Opebi Road.")]
    [InlineData("We dey for Opebi Road, Ikeja.")]
    [InlineData("You can pick it up at 14 Opebi Road from 8am.")]
    [InlineData("Address: 14 Opebi Road, Ikeja")]
    [InlineData("We are at your service.")]
    [InlineData("We are open on Monday and close at 10pm.")]
    [InlineData("Pickup or delivery?")]
    public void Where_the_shop_is_is_told(string text) => Assert.Equal(text, Turn().Says(text));

    [Fact]
    public void The_customers_own_address_may_be_asked_back() =>
        Assert.Equal("Is your address 24 Awolowo Road?", Turn().Asked("24 Awolowo Road").Says("Is your address 24 Awolowo Road?"));

    [Theory]
    [InlineData("Our shop is at 24 Awolowo Road.")]
    [InlineData("Our shop is at 24 Opebi Road.")]
    [InlineData("We are at 24 Awolowo Road.")]
    [InlineData("We're located at 5 Bode Thomas Street, Surulere.")]
    [InlineData("We dey for Awolowo Road.")]
    [InlineData("Find us at Allen Avenue.")]
    [InlineData("You can pick it up at 24 Awolowo Rd from 8am.")]
    [InlineData("Our address is 24 Awolowo Road.")]
    public void Another_place_is_not(string text) => Assert.DoesNotContain(text, Turn().Says(text), StringComparison.Ordinal);

    [Fact]
    public void Where_an_order_goes_is_no_place_of_the_shop() =>
        Assert.Equal("Your order 0042 goes to 12 Adeniyi Jones Avenue.", Turn().WithOrder(OrderStatus.Paid).Says("Your order 0042 goes to 12 Adeniyi Jones Avenue."));

    [Theory]
    [InlineData("The account name is Halo Kitchen Ltd.")]
    [InlineData("Account name: HALO KITCHEN LTD, GTBank")]
    [InlineData("Account name: *Halo Kitchen Ltd*")]
    [InlineData("Account name na Halo Kitchen Ltd.")]
    [InlineData("Pay to 0123456789, GTBank.")]
    [InlineData("Pay to 0123456789 (GTBank, Halo Kitchen Ltd).")]
    [InlineData("You can call us on 0803 111 2222.")]
    [InlineData("WhatsApp us on +2348031112222.")]
    [InlineData("Our number is 08031112222.")]
    public void Where_the_shop_is_paid_and_called_is_told(string text) => Assert.Equal(text, Turn().Says(text));

    [Theory]
    [InlineData("The account name is Chinedu Okafor.")]
    [InlineData("Account name: Halo Foods Ltd")]
    [InlineData("Account name: chinedu okafor")]
    [InlineData("Pay to 0123456789, account name Chinedu Okafor.")]
    [InlineData("The beneficiary is Ada Obi.")]
    [InlineData("Pay to 08031112222.")]
    [InlineData("Our account number is 0803 111 2222.")]
    [InlineData("Please transfer to +2348031112222.")]
    public void Another_name_and_a_telephone_are_no_account(string text) => Assert.DoesNotContain(text, Turn().Says(text), StringComparison.Ordinal);

    private static GuardedTurn Turn() => new GuardedTurn().OnThePhone("+2348031112222");
}
