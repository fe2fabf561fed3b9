using System.Text;
using HaloAgent.Api.Channels.Twilio;
using Xunit;

namespace HaloAgent.IntegrationTests.Channels;

public class TwilioFormTests
{
    [Theory]
    [InlineData("Body=hello+there%2C+2%20jollof", "hello there, 2 jollof")]
    [InlineData("Body=%E2%82%A63%2C500+%F0%9F%98%80+%e1%bb%8d", "₦3,500 😀 ọ")]
    [InlineData("Body=a%3Db%26c%2B1%25", "a=b&c+1%")]
    [InlineData("Body=a=b", "a=b")]
    [InlineData("Body=100%", "100%")]
    [InlineData("Body=%zz%4", "%zz%4")]
    [InlineData("Body=%2541", "%41")]
    [InlineData("From=x&&Body=last", "last")]
    [InlineData("%42ody=encoded+name", "encoded name")]
    public void A_field_is_read_as_it_was_written(string posted, string body) => Assert.Equal(body, Read(posted)!.Value("Body"u8));

    [Theory]
    [InlineData("")]
    [InlineData("&&&")]
    [InlineData("Body")]
    [InlineData("Body=")]
    [InlineData("body=other")]
    [InlineData("=hello")]
    public void What_is_missing_or_empty_is_not_there(string posted) => Assert.Null(Read(posted)!.Value("Body"u8));

    [Theory]
    [InlineData("Body=a%00b")]
    [InlineData("%00=b")]
    [InlineData("Body=a\0b")]
    public void A_zero_character_is_nobodys(string posted) => Assert.Null(Read(posted));

    [Fact]
    public void More_fields_than_any_message_has_are_not_read()
    {
        Assert.NotNull(Read(string.Join('&', Enumerable.Range(0, 1000).Select(i => $"f{i}=1"))));
        Assert.Null(Read(string.Join('&', Enumerable.Range(0, 2000).Select(i => $"f{i}=1"))));
    }

    [Fact]
    public void Bytes_that_are_no_text_become_the_replacement_character() =>
        Assert.Equal("a\uFFFDb", TwilioForm.Parse([.. "Body=a%FFb"u8])!.Value("Body"u8));

    [Fact]
    public void What_came_over_the_wire_is_kept_as_it_came() => Assert.Equal("B=%41+%zz&a=1"u8, Read("B=%41+%zz&a=1")!.Body);

    private static TwilioForm? Read(string posted) => TwilioForm.Parse(Encoding.UTF8.GetBytes(posted));
}
