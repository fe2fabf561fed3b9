using System.Text.Json;
using HaloAgent.Data;
using HaloAgent.Evals;
using HaloAgent.Evals.Format;
using HaloAgent.Evals.Reporting;
using HaloAgent.Evals.Running;
using Xunit;

namespace HaloAgent.UnitTests.Scenarios;

/// <summary>What the report says of a brain that asks a model only sometimes.</summary>
public sealed class FiguresTests
{
    private static readonly ScenarioResult Hybrid = Chat(
        new TurnFigures(4, "guided", "en", "Greeting", 0, 0), new TurnFigures(6, "guided", "en", "Add", 0, 0), new TurnFigures(790, "llama", "en", "talk", 2, 1500),
        new TurnFigures(1200, "guided", "en", "NotUnderstood", 1, 0), new TurnFigures(2, "gate:consent", "en", "opt_out", 0, 0), new TurnFigures(0, "none", null, null, 0, 0));

    [Fact]
    public void The_share_without_a_model_the_tokens_and_the_time_are_of_the_turns_in_which_a_brain_was_asked()
    {
        var figures = Figures.Of("all", [Hybrid]);

        Assert.Equal((6, 4, 2), (figures.Turns, figures.Thought, figures.WithoutModel));
        Assert.Equal((0.5, 375, 500), (figures.ShareWithoutModel, figures.TokensPerTurn, figures.MillisecondsPerTurn));
    }

    [Fact]
    public void Without_a_turn_there_is_no_share() =>
        Assert.Equal((0, 0, 0), Figures.Of("none", []) is var none ? (none.ShareWithoutModel, none.TokensPerTurn, none.MillisecondsPerTurn) : default);

    [Fact]
    public void The_table_prints_them()
    {
        using var written = new StringWriter();

        ConsoleReport.Write(written, [Hybrid], showAll: false);

        var lines = written.ToString().Split('\n');
        Assert.Contains("without model", lines[0], StringComparison.Ordinal);
        Assert.Equal(["50.0%", "3", "1500", "375", "500.0"], lines.Last(line => line.StartsWith("all ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^7..^2]);
        Assert.Contains(lines, line => line.StartsWith("guided+llama ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_json_holds_them()
    {
        var file = Path.GetTempFileName();
        try
        {
            await JsonReport.WriteAsync(file, EvalOptions.Parse([]), [Hybrid], TestContext.Current.CancellationToken);

            using var report = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            var all = report.RootElement.GetProperty("all");
            Assert.Equal((0.5, 375, 500), (all.GetProperty("shareWithoutModel").GetDouble(), all.GetProperty("tokensPerTurn").GetDouble(), all.GetProperty("millisecondsPerTurn").GetDouble()));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static ScenarioResult Chat(params TurnFigures[] turns) => new()
    {
        Scenario = new Scenario { File = "a/en/chat.txt", Name = "en/chat", Shop = HaloKitchen.Shop, Language = "en", Category = "ordering", Steps = [], Expected = new Expectation() },
        Transcript = [],
        Differences = [],
        Turns = turns,
        Unconfirmed = [],
        WrongTotals = [],
    };
}
