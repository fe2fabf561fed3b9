using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>
/// Eleven hundred answers to a summary (agreement.tsv) of writers who knew neither code nor words: half of them agree. Of the first four hundred 82 of
/// 200 yeses placed the order at first sight, and one of the others; of the three hundred after them 99 of 150, and none of the others; of the last
/// four hundred, full of hunger, visitors and blessings, 55 of 200, and none of the others. The rest of the yeses are asked once more. Phrases were
/// added with these lines in view since.
/// </summary>
public sealed class BlindAgreementTests
{
    [Theory]
    [InlineData("en", 76)]
    [InlineData("pcm", 79)]
    [InlineData("yo", 72)]
    [InlineData("ha", 85)]
    [InlineData("ig", 77)]
    public async Task What_agrees_places_the_order_and_nothing_else_does(string language, int least)
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Languages", "agreement.tsv"), TestContext.Current.CancellationToken)).Where(line => line.Length > 0).Select(line => line.Split('\t')).Where(line => line[0] == language).ToList();
        List<string> wrongly = [];
        var agreed = 0;
        foreach (var line in lines)
        {
            var shop = ScriptedShop.Kitchen(language: language);
            await shop.SaysAsync(ScriptedShop.Delivered[language]);
            await shop.SaysAsync(line[2]);
            if (shop.Orders.Count > 0 && line[1] == "no") wrongly.Add(line[2]);
            if (shop.Orders.Count > 0 && line[1] == "yes") agreed++;
        }

        Assert.Equal(220, lines.Count);
        Assert.True(wrongly.Count == 0, string.Join('\n', wrongly));
        Assert.True(agreed >= least, $"{agreed} of 110");
    }
}
