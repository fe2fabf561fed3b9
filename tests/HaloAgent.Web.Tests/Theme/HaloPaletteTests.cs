using System.Globalization;
using HaloAgent.Web.Theme;
using Xunit;

namespace HaloAgent.Web.Tests.Theme;

public sealed class HaloPaletteTests
{
    [Fact]
    public void Every_text_reaches_the_contrast_it_needs_in_light_and_dark()
    {
        foreach (var palette in new[] { HaloPalette.Light, HaloPalette.Dark })
        {
            string[] grounds = [palette.Page, palette.Surface];
            string[] inks = [palette.Text, palette.Quiet, palette.Primary, palette.Attention, palette.Wrong, palette.Fine, palette.Note, palette.Pickup, palette.Delivery];
            var pairs = grounds.SelectMany(ground => inks.Select(ink => (ink, ground)))
                .Concat([(palette.OnPrimary, palette.Primary), (palette.Text, palette.AgentBubble), (palette.Text, palette.OwnerBubble), (palette.Quiet, palette.AgentBubble), (palette.Quiet, palette.OwnerBubble), (palette.Wrong, palette.OwnerBubble)]);

            Assert.All(pairs, pair => Assert.True(Contrast(pair.Item1, pair.Item2) >= 4.5, $"{pair.Item1} on {pair.Item2}: {Contrast(pair.Item1, pair.Item2):0.00}"));
        }
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(at => int.Parse(colour.AsSpan(1 + (at * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
