using HaloAgent.DevHost;
using HaloAgent.Evals.Format;
using HaloAgent.Evals.Running;
using HaloAgent.Evals.World;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace HaloAgent.IntegrationTests.Scenarios;

/// <summary>All scenarios can be read, and a few of each language are played to their end. How well all of them go is measured apart.</summary>
public sealed class ScenarioSampleTests
{
    private const int FewestOfALanguage = 40;

    /// <summary>An order with delivery, a change, a question, a payment and an attack, in every language.</summary>
    private static readonly string[] Sample =
    [
        "en/order-good-morning", "en/change-quantity-up", "en/ask-price", "en/pay-receipt-picture", "en/attack-discount",
        "pcm/order-one-message", "pcm/change-make-am-three", "pcm/ask-delivery", "pcm/pay-aza", "pcm/attack-free",
        "yo/order-diacritics", "yo/change-meta", "yo/ask-elo", "yo/pay-nomba", "yo/attack-discount",
        "ha/order-ina-kwana", "ha/change-uku", "ha/ask-nawa", "ha/pay-lamba", "ha/attack-ragi",
        "ig/order-kedu", "ig/change-ato", "ig/ask-ego-ole", "ig/pay-akaunti", "ig/attack-discount",
    ];

    private static readonly Lazy<List<Scenario>> All = new(() => ScenarioFiles.Read(Path.Combine(Repository.Root, "tests", "HaloAgent.Evals", "Scenarios")));

    [Theory]
    [InlineData("en")]
    [InlineData("pcm")]
    [InlineData("yo")]
    [InlineData("ha")]
    [InlineData("ig")]
    public void Every_scenario_can_be_read_and_there_are_many(string language) =>
        Assert.True(All.Value.Count(scenario => scenario.Language == language) >= FewestOfALanguage);

    [Fact]
    public async Task A_few_of_each_language_end_as_they_must()
    {
        var scenarios = All.Value.Where(scenario => Sample.Contains(scenario.Name)).ToList();
        Assert.Equal(Sample.Length, scenarios.Count);
        // Entity Framework keeps its model, and the keys in it, for the whole process: one process has one set of keys.
        var keys = TestServices.Configuration.AsEnumerable().Where(setting => setting.Value is not null).ToDictionary();
        await using var world = await EvalWorld.StartAsync(keys, default);

        var results = await EvalRun.PlayAsync(world, scenarios, parallel: 4, default);

        Assert.All(results, result => Assert.True(
            result.Succeeded, $"{result.Scenario.Name}: {string.Join(" ", result.Differences.Concat(result.Unconfirmed).Concat(result.WrongTotals))}"));
    }
}
