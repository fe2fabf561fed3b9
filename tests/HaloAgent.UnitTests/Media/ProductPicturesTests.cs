using HaloAgent.Api.Media;
using HaloAgent.Catalog;
using SkiaSharp;
using Xunit;

namespace HaloAgent.UnitTests.Media;

/// <summary>Anybody may ask for any width: what that can cost is bounded.</summary>
public sealed class ProductPicturesTests
{
    private static readonly Guid Id = Guid.CreateVersion7();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 160)]
    [InlineData(160, 160)]
    [InlineData(161, 320)]
    [InlineData(800, 960)]
    [InlineData(1600, 1600)]
    public async Task A_width_is_rounded_up_to_one_of_a_few(int asked, int made)
    {
        using var pictures = new ProductPictures();

        var picture = await pictures.ReadAsync(_ => Original(2000), Id, asked, Cancelled);

        using var bitmap = SKBitmap.Decode(picture.Value.Bytes);
        Assert.Equal(made, bitmap.Width);
    }

    [Fact]
    public async Task All_widths_of_a_picture_together_read_its_original_seven_times_at_most()
    {
        using var pictures = new ProductPictures();
        var reads = 0;

        foreach (var width in Enumerable.Range(1, ProductPictures.Widest)) await pictures.ReadAsync(_ => Counted(2000, ref reads), Id, width, Cancelled);

        Assert.Equal(7, reads);
    }

    [Fact]
    public async Task That_an_original_is_smaller_already_is_remembered()
    {
        using var pictures = new ProductPictures();
        var reads = 0;

        foreach (var _ in Enumerable.Range(0, 5)) await pictures.ReadAsync(_ => Counted(100, ref reads), Id, 640, Cancelled);

        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task One_original_at_a_time_is_read_and_when_too_many_wait_the_next_is_told_to_come_again()
    {
        using var pictures = new ProductPictures();
        var (held, reads) = (new TaskCompletionSource<Outcome<Picture>>(), 0);
        var waiting = Enumerable.Range(0, ProductPictures.MostWaiting).Select(_ => pictures.ReadAsync(
            _ =>
            {
                Interlocked.Increment(ref reads);
                return held.Task;
            },
            Guid.CreateVersion7(), 320, Cancelled)).ToList();

        var refused = await pictures.ReadAsync(_ => Original(2000), Id, 320, Cancelled);
        Assert.Same(ProductPictures.TooManyAtOnce, refused.Failure);
        Assert.Equal(1, reads);

        held.SetResult(ProductFailures.NoSuchPicture);
        foreach (var one in waiting) Assert.False((await one).Succeeded);
        Assert.True((await pictures.ReadAsync(_ => Original(2000), Id, 320, Cancelled)).Succeeded);
    }

    private static Task<Outcome<Picture>> Counted(int width, ref int reads)
    {
        reads++;
        return Original(width);
    }

    private static Task<Outcome<Picture>> Original(int width)
    {
        using var bitmap = new SKBitmap(width, 10);
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Png, 80);
        return Task.FromResult<Outcome<Picture>>(new Picture(encoded.ToArray(), "image/png"));
    }
}
