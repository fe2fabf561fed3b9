using HaloAgent.Api.Media;
using SkiaSharp;
using Xunit;

namespace HaloAgent.IntegrationTests.Media;

public sealed class SmallerPictureTests
{
    [Theory]
    [InlineData("image/png", SKEncodedImageFormat.Png)]
    [InlineData("image/jpeg", SKEncodedImageFormat.Jpeg)]
    [InlineData("image/webp", SKEncodedImageFormat.Webp)]
    public void It_keeps_its_format_and_shows_the_same(string contentType, SKEncodedImageFormat format)
    {
        var smaller = SmallerPicture.Of(LeftRedRightBlue(1000, 400, format), contentType, 250)!;

        using var codec = SKCodec.Create(new SKMemoryStream(smaller));
        using var picture = SKBitmap.Decode(codec);
        Assert.Equal((format, 250, 100), (codec.EncodedFormat, picture.Width, picture.Height));
        Assert.True(picture.GetPixel(40, 50) is { Red: > 200, Blue: < 60 } && picture.GetPixel(210, 50) is { Blue: > 200, Red: < 60 });
    }

    [Theory]
    [InlineData(6, 100, 250)] // turned by a quarter to the right
    [InlineData(3, 250, 100)] // upside down
    [InlineData(8, 100, 250)] // by a quarter to the left
    public void A_photograph_that_lies_on_its_side_comes_upright(byte orientation, int width, int height)
    {
        var smaller = SmallerPicture.Of(Oriented(LeftRedRightBlue(1000, 400, SKEncodedImageFormat.Jpeg), orientation), "image/jpeg", width)!;

        using var picture = SKBitmap.Decode(smaller);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        var (first, last) = (picture.GetPixel(15, 15), picture.GetPixel(width - 15, height - 15));
        Assert.Equal(orientation == 6, first.Red > 200 && last.Blue > 200);
        Assert.Equal(orientation != 6, first.Blue > 200 && last.Red > 200);
    }

    [Fact]
    public void What_is_no_wider_is_left_as_it_is() => Assert.Null(SmallerPicture.Of(LeftRedRightBlue(200, 100, SKEncodedImageFormat.Png), "image/png", 200));

    [Fact]
    public void What_cannot_be_read_is_left_as_it_is()
    {
        Assert.Null(SmallerPicture.Of([], "image/png", 100));
        Assert.Null(SmallerPicture.Of([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "image/png", 100));
        Assert.Null(SmallerPicture.Of([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3], "image/jpeg", 100));
    }

    [Fact]
    public void A_small_file_that_unfolds_to_a_huge_picture_is_left_alone() =>
        Assert.Null(SmallerPicture.Of(LeftRedRightBlue(9000, 5000, SKEncodedImageFormat.Png), "image/png", 100));

    private static byte[] LeftRedRightBlue(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Red);
        using var blue = new SKPaint { Color = SKColors.Blue };
        canvas.DrawRect(width / 2f, 0, width, height, blue);
        return bitmap.Encode(format, 90).ToArray();
    }

    /// <summary>With an EXIF block of one entry, the orientation (tag 0x0112), behind the start of the file.</summary>
    private static byte[] Oriented(byte[] jpeg, byte orientation) =>
    [
        .. jpeg[..2], 0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. jpeg[2..],
    ];
}
