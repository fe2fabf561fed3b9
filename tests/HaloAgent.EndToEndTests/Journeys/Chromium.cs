using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace HaloAgent.EndToEndTests.Journeys;

/// <summary>The machine's own Chromium, once for all journeys.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>In milliseconds.</summary>
    internal const int Patience = 60_000;

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Null where there is none; <c>HALO_CHROMIUM</c> names another one.</summary>
    public static string? Executable { get; } = Environment.GetEnvironmentVariable("HALO_CHROMIUM") ?? Places.FirstOrDefault(File.Exists);

    public static void SkipIfMissing() => Assert.SkipWhen(
        Executable is null, $"Browser journeys need Chromium: `apt-get install chromium`, or set HALO_CHROMIUM. Looked for {string.Join(", ", Places)}.");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A fresh profile: no cookies, nobody signed in.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 860, ColorScheme scheme = ColorScheme.Light)
    {
        SkipIfMissing();
        _playwright ??= await Playwright.CreateAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable });
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        // Nothing waits this long on a machine that has nothing else to do; a shared one must not fail a journey.
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }
}

internal static class Addresses
{
    /// <summary>
    /// Waits until the page is there. Not <c>WaitForURLAsync</c>: what happens between its look and its listening is lost
    /// (playwright-dotnet, issue 3364); this one is asked again and again.
    /// </summary>
    /// <param name="path">The end of the address.</param>
    public static Task WaitUntilAtAsync(this IPage page, [StringSyntax(StringSyntaxAttribute.Regex)] string path) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(path + "$"), new() { Timeout = Chromium.Patience });
}
