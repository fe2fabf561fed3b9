using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using Xunit;

namespace HaloAgent.UnitTests.Guided;

/// <summary>Whatever stands where a sentence breaks off, it is heard: what throws there breaks the turn of every brain.</summary>
public sealed class GuidedHearingTests
{
    private const int MostWords = 12;

    private static readonly string[] Times = ["for tomorrow", "by 2pm", "fun lola", "don gobe", "maka echi", "no pepper", "2 of", "make it", "deliver to"];

    [Theory]
    [InlineData("en")]
    [InlineData("pcm")]
    [InlineData("yo")]
    [InlineData("ha")]
    [InlineData("ig")]
    public void Every_beginning_of_every_line_is_heard_before_a_comma_a_time_and_a_street(string language)
    {
        var listener = new Listener(language, Shops.Kitchen, Shops.Areas);
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Languages", "detection.tsv")).Select(line => line.Split('\t')).Where(parts => parts[1] == language).Select(parts => parts[0]).ToList();
        Assert.NotEmpty(lines);

        foreach (var words in lines.Select(line => line.Split(' ')))
        {
            for (var length = 1; length <= Math.Min(words.Length, MostWords); length++)
            {
                var begun = string.Join(' ', words.Take(length));
                var time = Times[length % Times.Length];
                listener.Hear($"{begun},");
                listener.Hear($"{begun} {time}, 12 Allen Avenue, Ikeja");
            }
        }
    }

    [Theory]
    [InlineData("2 jollof for tomorrow, 12 Allen Avenue, Ikeja")]
    [InlineData("I want 2 jollof for Saturday, 5 Adeola Odeku street")]
    public void A_time_before_a_street_is_one_and_the_street_another(string said)
    {
        var heard = Shops.KitchenListener.Hear(said);

        Assert.Equal(2, Assert.Single(heard.Lines).Quantity);
        Assert.True(Assert.Single(heard.Wishes).IsWhen);
        Assert.NotNull(heard.Address);
    }
}
