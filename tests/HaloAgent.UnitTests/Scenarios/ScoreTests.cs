using HaloAgent.Evals.Scoring;
using Xunit;

namespace HaloAgent.UnitTests.Scenarios;

public sealed class ScoreTests
{
    private static readonly LabelMap Map = new(
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["hi"] = ["Greeting"], ["bill"] = ["Price", "Total"], ["chat"] = [] },
        new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Greeting", "Price", "Total" });

    [Fact]
    public void Every_line_is_scored_left_out_or_told()
    {
        LabelledLine[] lines =
        [
            new("good morning", "hi", "en"), new("e kaaro", "HI", "yo"), new("how much", "bill", "en"), new("my total", "bill", "en"), new("lol", "chat", "en"), new("?", "unheard of", "en"),
        ];

        var score = Score.Of(lines, Map, line => line.Text switch { "good morning" => "Greeting", "my total" => "Total", _ => "Price" });

        Assert.Equal((4, 3), (score.All.Total, score.All.Right));
        Assert.Equal((0.0, 1.0), (score.ByLanguage["yo"].Accuracy, score.ByLanguage["en"].Accuracy));
        Assert.Equal(1, score.LeftOut);
        Assert.Equal(1, score.Unmapped["unheard of"]);
        Assert.Equal(new Mistake("e kaaro", "yo", "Greeting", "Price"), Assert.Single(score.Mistakes));
    }

    [Fact]
    public void Macro_F1_is_the_mean_over_what_was_expected()
    {
        var confusion = new Confusion();
        for (var i = 0; i < 3; i++) confusion.Add("a", "a");
        confusion.Add("a", "b");
        confusion.Add("b", "b");

        // a: precision 1, recall 3/4; b: precision 1/2, recall 1.
        Assert.Equal((6.0 / 7 + 2.0 / 3) / 2, confusion.MacroF1, 6);
    }
}
