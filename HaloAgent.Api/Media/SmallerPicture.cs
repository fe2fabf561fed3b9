using HaloAgent.Media;
using SkiaSharp;

namespace HaloAgent.Api.Media;

/// <summary>A picture made narrower, in its own format. Nothing is ever made larger, and what cannot be read stays as it is.</summary>
internal static class SmallerPicture
{
    /// <summary>A small file may unfold to a huge picture; such a one is left alone.</summary>
    private const long MostPixels = 40_000_000;
    private const int Quality = 82;

    /// <param name="width">Pixels, as the picture is seen: a photograph may lie on its side in the file.</param>
    /// <returns>Null where the original does: it is no wider, it moves, or it is no picture that can be read.</returns>
    public static byte[]? Of(byte[] bytes, string contentType, int width)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || Format(contentType) is not { } format || codec.FrameCount > 1 || (long)codec.Info.Width * codec.Info.Height > MostPixels)
        {
            return null;
        }

        var turned = Turn(codec.EncodedOrigin);
        var seenWidth = turned is 90 or 270 ? codec.Info.Height : codec.Info.Width;
        if (turned is null || seenWidth <= width)
        {
            return null;
        }

        var scale = (float)width / seenWidth;
        using var decoded = Decode(codec, scale);
        using var small = decoded?.Resize(Scaled(codec.Info, scale), new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var upright = small is null ? null : Upright(small, turned.Value);
        using var encoded = upright?.Encode(format, Quality);
        return encoded?.ToArray();
    }

    private static SKEncodedImageFormat? Format(string contentType) => contentType switch
    {
        FileSignature.Jpeg => SKEncodedImageFormat.Jpeg,
        FileSignature.Png => SKEncodedImageFormat.Png,
        FileSignature.Webp => SKEncodedImageFormat.Webp,
        _ => null,
    };

    /// <summary>Degrees by which it has to be turned to stand upright; null for mirrored ones, which no camera makes.</summary>
    private static int? Turn(SKEncodedOrigin origin) => origin switch
    {
        SKEncodedOrigin.TopLeft => 0,
        SKEncodedOrigin.RightTop => 90,
        SKEncodedOrigin.BottomRight => 180,
        SKEncodedOrigin.LeftBottom => 270,
        _ => null,
    };

    /// <summary>A JPEG is decoded at half, a quarter or an eighth of its size where that is still large enough.</summary>
    private static SKBitmap? Decode(SKCodec codec, float scale)
    {
        var size = codec.GetScaledDimensions(scale);
        if (size.Width < codec.Info.Width * scale)
        {
            size = codec.Info.Size;
        }

        var bitmap = new SKBitmap(codec.Info.WithSize(size));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    private static SKImageInfo Scaled(SKImageInfo info, float scale) =>
        info.WithSize(Math.Max(1, (int)MathF.Round(info.Width * scale)), Math.Max(1, (int)MathF.Round(info.Height * scale)));

    private static SKBitmap Upright(SKBitmap lying, int degrees)
    {
        var sideways = degrees is 90 or 270;
        var upright = new SKBitmap(lying.Info.WithSize(sideways ? lying.Height : lying.Width, sideways ? lying.Width : lying.Height));
        using var canvas = new SKCanvas(upright);
        canvas.Clear(SKColors.Transparent);
        canvas.Translate(upright.Width / 2f, upright.Height / 2f);
        canvas.RotateDegrees(degrees);
        canvas.DrawBitmap(lying, -lying.Width / 2f, -lying.Height / 2f, SKSamplingOptions.Default);
        return upright;
    }
}
