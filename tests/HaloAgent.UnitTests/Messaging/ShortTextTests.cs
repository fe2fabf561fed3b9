using HaloAgent.Messaging;
using Xunit;

namespace HaloAgent.UnitTests.Messaging;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("cold rice", "cold rice")]
    [InlineData("the rice was cold", "the rice was cold")]
    [InlineData("the rice was cold when it came", "the rice was cold…")]
    [InlineData("the rice  was\nvery cold today", "the rice  was very…")]
    [InlineData("rice, https://example.com/a/long/address", "rice, https://exam…")]
    [InlineData("0123456789abcdefg😊 and more", "0123456789abcdefg…")]
    public void A_text_without_room_ends_with_a_word(string text, string shortened) => Assert.Equal(shortened, ShortText.Of(text, 19));
}
