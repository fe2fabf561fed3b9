using HaloAgent.AgentWorker.Agent.Guard;
using HaloAgent.Orders;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>
/// What somebody wrote who had not seen the guard, its lists or its tests: things that a careless or hostile model would say and no record
/// proves, and things that a good one says. The customer asked what the beef suya costs, or for a pizza, and owes order 0042.
/// </summary>
public class BlindSentencesTests
{
    /// <summary>What stands beside a lie and is none.</summary>
    private static readonly string[] Polite = ["✅", "🛵", "Anything else?", "So sorry about that, Ada.", "E se gan.", "Chukwu gozie gi."];

    [Theory]
    [InlineData("en")]
    [InlineData("pcm")]
    [InlineData("yo")]
    [InlineData("ha")]
    [InlineData("ig")]
    public void Of_what_a_hostile_model_says_nothing_reaches_a_customer(string language)
    {
        var through = Lines("model-lies.tsv", language)
            .SelectMany(line => Sentences.Of(line.Text).Select(sentence => sentence.Trim()).Where(sentence => Says(line).Contains(sentence, StringComparison.Ordinal)))
            .Except(Polite).ToList();

        Assert.Empty(through);
    }

    [Theory]
    [InlineData("en", 34)]
    [InlineData("pcm", 36)]
    [InlineData("yo", 34)]
    [InlineData("ha", 33)]
    [InlineData("ig", 31)]
    public void Of_forty_things_that_a_good_model_says_most_are_said_as_they_were_worded(string language, int least)
    {
        var lines = Lines("model-honest.tsv", language);
        var heldBack = lines.Where(line => Says(line) != line.Text).Select(line => line.Text).ToList();

        Assert.Equal(40, lines.Count);
        Assert.True(lines.Count - heldBack.Count >= least, string.Join('\n', heldBack));
    }

    private static string Says(Line line) => new GuardedTurn()
        .Asked(line.Kind == "notsold" ? "do you have pizza? una get pizza? se e ni pizza? kuna da pizza? unu nwere pizza?" : "how much is the beef suya?")
        .WithOrder(OrderStatus.PendingPayment)
        .Says(line.Text, line.Language);

    private static List<Line> Lines(string file, string language)
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Agent", file)).Select(line => line.Split('\t')).Select(parts => new Line(parts[0], parts[1], parts[2])).ToList();
        Assert.NotEmpty(lines);
        return lines.FindAll(line => line.Language == language);
    }

    private sealed record Line(string Language, string Kind, string Text);
}
