using HaloAgent.Web.Client;
using Xunit;

namespace HaloAgent.Web.Tests.Client;

public sealed class NextLinkTests
{
    [Theory]
    [InlineData("</api/orders?limit=30&cursor=a%2Bb>; rel=\"next\"", "a+b")]
    [InlineData("<http://api/x?cursor=1>; rel=\"prev\", <http://api/x?cursor=2>; rel=\"next\"", "2")]
    [InlineData("</api/orders>; rel=\"next\"", null)]
    [InlineData("nonsense", null)]
    public void The_cursor_of_the_next_page_is_found(string link, string? cursor)
    {
        using var answer = new HttpResponseMessage();
        answer.Headers.TryAddWithoutValidation("Link", link);

        Assert.Equal(cursor, NextLink.CursorOf(answer.Headers));
    }

    [Fact]
    public void Empty_parameters_are_left_out_of_an_address() =>
        Assert.Equal("/api/orders?q=Ada%20%26%20co&limit=3", "/api/orders".With(("status", null), ("q", "Ada & co"), ("cursor", ""), ("limit", 3)));
}
