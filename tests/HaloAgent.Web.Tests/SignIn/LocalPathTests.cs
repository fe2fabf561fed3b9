using HaloAgent.Web.SignIn;
using Xunit;

namespace HaloAgent.Web.Tests.SignIn;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/orders?status=paid", true)]
    [InlineData("/", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("/a\\..\\b", false)]
    [InlineData("/\t/evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_paths_of_this_site_are_followed(string? path, bool safe) => Assert.Equal(safe, LocalPath.IsSafe(path));
}
