using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Languages;
using HaloAgent.UnitTests.Guided;
using Xunit;

namespace HaloAgent.UnitTests.Languages;

/// <summary>
/// How many of the lines in <c>intents.tsv</c> are taken for what they are (<c>text TAB intent TAB language</c>, several right
/// intents with <c>|</c>). They are written as different customers write, not from the lexicon; a new line that fails is worth
/// more than one that passes.
/// </summary>
public sealed class IntentTests
{
    private const double WantedShare = 0.9;
    private const int FewestLines = 40;

    private static readonly (string Text, string[] Intents, string Language)[] Lines =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Languages", "intents.tsv")).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1].Split('|'), parts[2]))];

    public static TheoryData<string> Languages => [.. LanguageResources.Codes];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nine_of_ten_lines_are_taken_for_what_they_are(string language)
    {
        var lines = Lines.Where(line => line.Language == language).ToList();
        var listener = Listen(language);
        var wrong = lines.Select(line => (line, Main: MainIntent.Of(line.Text, listener))).Where(heard => !heard.line.Intents.Contains(heard.Main.Name))
            .Select(heard => $"{heard.line.Text}: {heard.Main.Name}, not {string.Join(" or ", heard.line.Intents)}").ToList();

        Assert.InRange(lines.Count, FewestLines, int.MaxValue);
        Assert.True(1 - ((double)wrong.Count / lines.Count) >= WantedShare, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_but_a_claim_claims_a_payment(string language)
    {
        var listener = Listen(language);
        var claimed = Lines.Where(line => line.Language == language && !line.Intents.Contains(nameof(Intent.Paid))).Where(line => listener.Hear(line.Text).Has(Intent.Paid));
        Assert.Empty(claimed.Select(line => line.Text));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_but_a_yes_agrees_to_an_order(string language)
    {
        var listener = Listen(language);
        var agreed = Lines.Where(line => line.Language == language && !line.Intents.Contains(nameof(Intent.Yes))).Where(line => listener.Hear(line.Text).IsOnly(Intent.Yes));
        Assert.Empty(agreed.Select(line => line.Text));
    }

    [Theory]
    [InlineData("Good morning, I want 2 jollof", "Add")]
    [InlineData("2 jollof please, and how much is delivery?", "Add")]
    [InlineData("my food is cold, I want my money back", "Complaint")]
    [InlineData("how do I pay", "PaymentDetails")]
    [InlineData("stop", "OptOut")]
    [InlineData("ok bye", "Goodbye")]
    [InlineData("yes", "Yes")]
    [InlineData("write me an essay on trees", "OffTopic")]
    public void Of_several_things_the_one_that_matters_most_is_named(string said, string name) => Assert.Equal(name, MainIntent.Of(said, Listen("en")).Name);

    [Fact]
    public void Every_label_is_one_of_ours() => Assert.Empty(Lines.SelectMany(line => line.Intents).Except(MainIntent.Names));

    [Fact]
    public void The_names_are_told_once() => Assert.Equal(MainIntent.Names.Distinct(StringComparer.OrdinalIgnoreCase), MainIntent.Names);

    private static Listener Listen(string language) => new(language, [.. Shops.Kitchen, .. Shops.Fashion], Shops.Areas);
}
