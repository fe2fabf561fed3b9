using HaloAgent.Languages;
using Xunit;

namespace HaloAgent.UnitTests.Languages;

public sealed class LexiconLayersTests
{
    private static readonly Lexicon English = new()
    {
        Language = "en",
        Name = "English",
        Spellings = new Dictionary<string, string> { ["da"] = "the", ["pls"] = "please" },
        Particles = ["o", "ba"],
        Numbers = new Dictionary<string, int> { ["one"] = 1 },
        Patterns = new Dictionary<string, IReadOnlyList<string>> { ["yes"] = ["^ yes|y|k", "^ k $", "go ahead|on?"], ["no"] = ["^ no"] },
    };

    public static TheoryData<string> Codes => [.. LanguageResources.Codes];

    [Fact]
    public void A_language_adds_to_English_and_its_own_entry_holds()
    {
        var laid = Lay(new Lexicon { Language = "xx", Name = "X", Spellings = new Dictionary<string, string> { ["pls"] = "biko" }, Patterns = new Dictionary<string, IReadOnlyList<string>> { ["no"] = ["^ mba"] } });

        Assert.Equal("biko", laid.Spellings["pls"]);
        Assert.Equal("the", laid.Spellings["da"]);
        Assert.Equal(["^ mba", "^ no"], laid.Patterns["no"]);
        Assert.Equal(1, laid.Numbers["one"]);
    }

    [Fact]
    public void A_colliding_word_is_taken_out_of_one_member_or_of_all()
    {
        Assert.Equal(["o"], Lay(Removing("particles", "ba")).Particles);
        var everywhere = Lay(Removing("words", "da", "ba"));
        Assert.Equal(["pls"], everywhere.Spellings.Keys);
        Assert.Equal(["o"], everywhere.Particles);
    }

    [Fact]
    public void A_word_taken_out_of_a_pattern_leaves_its_other_words_and_takes_what_needed_it() =>
        Assert.Equal(["^ yes|y", "go ahead|on?"], Lay(Removing("patterns.yes", "k")).Patterns["yes"]);

    [Fact]
    public void A_whole_pattern_can_be_taken_out() =>
        Assert.Equal(["^ yes|y|k", "^ k $"], Lay(Removing("patterns.yes", "go ahead|on?")).Patterns["yes"]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_a_language_takes_out_is_there_in_English(string code)
    {
        var english = Lexicon.For("en");
        var own = LanguageResources.Read<Lexicon>(code, "lexicon.json");
        Assert.All(own.Removes, member => Assert.All(member.Value, entry =>
            Assert.False(Same(english, LexiconLayers.Lay(Removing(member.Key, entry), english)), $"{member.Key} has no {entry} in English.")));
    }

    private static Lexicon Lay(Lexicon own) => LexiconLayers.Lay(own, English);

    private static Lexicon Removing(string member, params string[] entries) =>
        new() { Language = "xx", Name = "X", Removes = new Dictionary<string, IReadOnlyList<string>> { [member] = entries } };

    private static bool Same(Lexicon one, Lexicon other) => Words(one) == Words(other);

    private static string Words(Lexicon lexicon) => System.Text.Json.JsonSerializer.Serialize(lexicon with { Language = "", Name = "", Removes = new Dictionary<string, IReadOnlyList<string>>() });
}
