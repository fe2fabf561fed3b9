using Microsoft.Playwright;
using Xunit;

namespace HaloAgent.EndToEndTests.Journeys;

internal static class Screenshots
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "TestResults", "screenshots");

    /// <summary>Kept beside the test results, and attached to the test.</summary>
    public static async Task ShootAsync(this IPage page, string name)
    {
        var picture = await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png") });
        TestContext.Current.AddAttachment($"{name}.png", picture, "image/png");
    }
}
