using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Languages;
using HaloAgent.UnitTests.Languages;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>What agrees to a summary agrees to nothing behind a refusal: no pattern has to think of that itself.</summary>
public sealed class YesPatternTests
{
    private static readonly WorkingMemory SummaryShown = WorkingMemory.Empty with { Asked = Asked.Confirm };

    [Theory]
    [InlineData("en", "I do not want you to")]
    [InlineData("en", "I will tell you when you can say")]
    [InlineData("pcm", "I no want make una")]
    [InlineData("yo", "mi o fe ki e")]
    [InlineData("ha", "ba na so")]
    [InlineData("ig", "achoghi m ka unu")]
    public void No_pattern_of_a_yes_agrees_behind_a_refusal(string language, string refusal)
    {
        var listener = new Listener(language, Shops.Kitchen, Shops.Areas);
        var agreeing = LanguageResources.Read<Lexicon>(language, "lexicon.json").Patterns["yes"].SelectMany(LexiconPatternTests.Sentences).Select(forms => $"{refusal} {forms[^1]}")
            .Where(said => Agreement.In(listener.Hear(said), listener, said, SummaryShown).Has(Intent.Yes)).ToList();

        Assert.True(agreeing.Count == 0, string.Join('\n', agreeing));
    }
}
