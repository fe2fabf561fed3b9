using HaloAgent.Web.Shared;
using Xunit;

namespace HaloAgent.Web.Tests.Shared;

public sealed class MediaAddressTests
{
    private const string Id = "0198c0de-0000-7000-8000-000000000001";

    [Theory]
    [InlineData($"/api/public/images/{Id}", $"/images/{Id}?w=320")]
    [InlineData($"/api/public/images/{Id}?v=2", $"/images/{Id}?v=2&w=320")]
    [InlineData($"http://api/api/public/images/{Id}", $"/images/{Id}?w=320")]
    [InlineData("https://elsewhere.example/cat.jpg", null)]
    [InlineData("//elsewhere.example/api/public/images/x", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData(null, null)]
    public void Pictures_come_from_this_site_only(string? url, string? address) => Assert.Equal(address, MediaAddress.Image(url, 320));

    [Fact]
    public void Files_of_a_chat_go_through_the_members_session() => Assert.Equal($"/media/{Id}", MediaAddress.File($"/api/media/{Id}"));
}
