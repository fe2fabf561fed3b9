using HaloAgent.Languages;
using Xunit;

namespace HaloAgent.UnitTests.Languages;

/// <summary>What every language's folder holds, beside the sentences that the build itself asks for.</summary>
public class LanguageFolderTests
{
    /// <summary>A model answers in any of the languages: what one of them cannot state, its guard cannot hear.</summary>
    [Fact]
    public void Every_language_knows_every_statement()
    {
        var all = Statements.All.SelectMany(language => language.Phrases.Keys).ToHashSet();

        Assert.Equal(LanguageResources.Codes.Count, Statements.All.Count);
        Assert.Empty(Statements.All.SelectMany((language, index) => all.Where(key => !language.Phrases.TryGetValue(key, out var phrases) || phrases.Count == 0).Select(key => $"{index}: {key}")));
    }

    [Fact]
    public void Every_language_has_words_that_a_model_may_use() =>
        Assert.All(LanguageResources.Codes, code => Assert.True(LanguageResources.Read<Speech>(code, "speech.json") is { Neutral.Count: > 0, Courtesy.Count: > 0, Frame.Count: > 0, Asked.Count: > 0, Requests.Count: > 0 }, code));

    /// <summary>They agree to whatever the customer has asked for.</summary>
    [Theory]
    [InlineData("yes")]
    [InlineData("sure")]
    [InlineData("okay")]
    [InlineData("beeni")]
    [InlineData("eh")]
    [InlineData("ee")]
    [InlineData("done")]
    [InlineData("free")]
    public void No_word_that_agrees_is_polite(string word) =>
        Assert.All(LanguageResources.Codes, code => Assert.DoesNotContain(word, Speech.For(code).Courtesy.Union(Speech.For(code).Neutral)));
}
