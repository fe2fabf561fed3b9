using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>
/// Four hundred answers to a summary (agreement.tsv) of a writer who knew neither code nor words: half of them agree. At first sight 82 of the 200
/// yeses placed the order, and one of the others; the rest of the yeses are asked once more. Phrases were added with these lines in view since.
/// </summary>
public sealed class BlindAgreementTests
{
    private static readonly Dictionary<string, string> Ordered = new()
    {
        ["en"] = "2 zobo, deliver to 5 Allen Avenue, Ikeja",
        ["pcm"] = "2 zobo, bring am come 5 Allen Avenue, Ikeja",
        ["ha"] = "zobo biyu, a kawo min 5 Allen Avenue, Ikeja",
        ["yo"] = "zobo meji, e gbe wa si 5 Allen Avenue, Ikeja",
        ["ig"] = "zobo abuo, wetara m ya na 5 Allen Avenue, Ikeja",
    };

    [Theory]
    [InlineData("en", 30)]
    [InlineData("pcm", 24)]
    [InlineData("yo", 30)]
    [InlineData("ha", 27)]
    [InlineData("ig", 25)]
    public async Task What_agrees_places_the_order_and_nothing_else_does(string language, int least)
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Languages", "agreement.tsv"), TestContext.Current.CancellationToken)).Where(line => line.Length > 0).Select(line => line.Split('\t')).Where(line => line[0] == language).ToList();
        List<string> wrongly = [];
        var agreed = 0;
        foreach (var line in lines)
        {
            var shop = ScriptedShop.Kitchen(language: language);
            await shop.SaysAsync(Ordered[language]);
            await shop.SaysAsync(line[2]);
            if (shop.Orders.Count > 0 && line[1] == "no") wrongly.Add(line[2]);
            if (shop.Orders.Count > 0 && line[1] == "yes") agreed++;
        }

        Assert.Equal(80, lines.Count);
        Assert.True(wrongly.Count == 0, string.Join('\n', wrongly));
        Assert.True(agreed >= least, $"{agreed} of 40");
    }
}
