using HaloAgent.Web.Shared;
using Xunit;

namespace HaloAgent.Web.Tests.Shared;

public sealed class NairaTests
{
    [Theory]
    [InlineData(3500, "₦3,500")]
    [InlineData(0, "₦0")]
    [InlineData(1234567.5, "₦1,234,567.50")]
    [InlineData(-1500, "−₦1,500")]
    public void Amounts_read_as_people_write_them(decimal amount, string text) => Assert.Equal(text, Naira.Format(amount));

    [Theory]
    [InlineData(9500, null, null)]
    [InlineData(9500, 9500, "the exact amount")]
    [InlineData(9500, 8000, "₦1,500 too little")]
    [InlineData(9500, 10000, "₦500 too much")]
    public void A_difference_is_said_in_words(int expected, int? claimed, string? words) => Assert.Equal(words, Naira.Difference(expected, claimed));
}
