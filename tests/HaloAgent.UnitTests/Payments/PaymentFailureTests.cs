using HaloAgent.Payments;
using Xunit;

namespace HaloAgent.UnitTests.Payments;

public sealed class PaymentFailureTests
{
    [Theory]
    [InlineData(3, "just now")]
    [InlineData(60, "a minute ago")]
    [InlineData(150, "2 minutes ago")]
    [InlineData(3600, "an hour ago")]
    [InlineData(3 * 3600, "3 hours ago")]
    [InlineData(4 * 86400, "4 days ago")]
    public void The_past_is_told_in_words(int seconds, string words) => Assert.Equal(words, PaymentFailures.Ago(TimeSpan.FromSeconds(seconds)));
}
