using System.Text;
using HaloAgent.Media;
using Xunit;

namespace HaloAgent.UnitTests.Media;

public sealed class FileSignatureTests
{
    [Theory]
    [InlineData("FFD8FFE0", FileSignature.Jpeg)]
    [InlineData("89504E470D0A1A0A00", FileSignature.Png)]
    [InlineData("52494646000000005745425056503820", FileSignature.Webp)]
    [InlineData("255044462D312E37", FileSignature.Pdf)]
    [InlineData("4D5A9000", null)]
    [InlineData("5249464600000000415649", null)]
    [InlineData("FFD8", null)]
    [InlineData("", null)]
    public void A_file_is_what_its_first_bytes_say(string hex, string? kind) => Assert.Equal(kind, FileSignature.Of(Convert.FromHexString(hex)));

    [Fact]
    public void A_drawing_that_can_run_script_is_no_picture() => Assert.Null(FileSignature.Of(Encoding.UTF8.GetBytes("<svg onload=\"alert(1)\"/>")));
}
