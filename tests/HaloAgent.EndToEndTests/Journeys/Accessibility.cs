using System.Reflection;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace HaloAgent.EndToEndTests.Journeys;

internal static class Accessibility
{
    private static readonly string Axe = ReadAxe();

    /// <summary>What axe finds wrong on the page as it stands, a line each; empty is good.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(this IPage page)
    {
        // Evaluated, not added as a script: the pages' content policy lets no script tag in.
        await page.EvaluateAsync(Axe);
        var result = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] })");
        return
        [
            .. result.GetProperty("violations").EnumerateArray().Select(violation =>
                $"{new Uri(page.Url).PathAndQuery}: {violation.GetProperty("id").GetString()} at {violation.GetProperty("nodes")[0].GetProperty("html").GetString()}"),
        ];
    }

    private static string ReadAxe()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("axe.min.js");
        Assert.NotNull(stream);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
