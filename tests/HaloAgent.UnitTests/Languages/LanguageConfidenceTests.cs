using HaloAgent.AgentWorker.Agent;
using Xunit;

namespace HaloAgent.UnitTests.Languages;

public sealed class LanguageConfidenceTests
{
    [Theory]
    [InlineData("yo", "yo", 0.9, false, "yo", 0.9)]
    [InlineData("yo", "yo", 0, false, "yo", 0.0)]
    [InlineData("yo", "en", 0.9, false, "en", null)]
    [InlineData("en", "en", 1, true, "en", null)]
    [InlineData("yo", "yo", 0.9, false, "en", null)]
    public void It_is_of_the_language_of_the_words_and_of_no_other(string heard, string answered, double confidence, bool asked, string spoken, double? told) =>
        Assert.Equal(told, TurnLanguage.ConfidenceIn(new SpokenLanguage(heard, answered, confidence, asked), spoken));

    [Fact]
    public void Before_anything_was_heard_there_is_none() => Assert.Null(TurnLanguage.ConfidenceIn(null, "en"));
}
