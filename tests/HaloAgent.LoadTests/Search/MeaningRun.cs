using System.Diagnostics;
using System.Globalization;
using HaloAgent.AgentWorker.Catalog.Embeddings;
using HaloAgent.Catalog;
using HaloAgent.Catalog.Meaning;
using HaloAgent.DevHost.Data;
using HaloAgent.LoadTests.Measure;
using HaloAgent.LoadTests.Target;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HaloAgent.LoadTests.Search;

/// <summary>
/// The shop of 5,000 products searched by meaning: how long it takes until all products have vectors, what a round costs that has
/// nothing to do, the exact comparison with every product alone, and whole searches with the simulated server in between.
/// </summary>
internal sealed class MeaningRun(SystemUnderTest system, int searches)
{
    private const int WarmUp = 200;
    private const int Products = 5_000;

    /// <summary>Of small local models and of large hosted ones.</summary>
    private static readonly int[] Dimensions = [384, 768, 1_536];

    private static readonly string[] Questions =
        ["something to put on my feet", "what can I wear to a wedding", "clothes for the hot season", "a present for my daughter", "cover for my head", "something shiny and green"];

    public async Task<MeaningFigures> RunAsync(Guid shop, CancellationToken stop)
    {
        await using var client = Client();
        var vectors = client.GetRequiredService<ITextVectors>();
        var embed = new EmbedProducts(system.Database, vectors);
        var (made, filling) = await RoundAsync(embed, stop);
        var (_, idle) = await RoundAsync(embed, stop);
        Say($"meaning  {made} vectors made in {filling.TotalSeconds:0.0} s; a round with nothing to do {idle.TotalMilliseconds:0} ms");

        var exact = Dimensions.ToDictionary(dimensions => dimensions, Compare);
        foreach (var (dimensions, times) in exact) Say($"         exact over {Products} products of {dimensions} numbers: p50 {times.Percentile(50)} ms, p99 {times.Percentile(99)} ms");

        await AskAsync(shop, vectors, WarmUp, stop);
        var (whole, empty) = await AskAsync(shop, vectors, searches, stop);
        Say($"         whole search p50 {whole.Percentile(50)} ms, p99 {whole.Percentile(99)} ms; without an answer {empty} of {searches}");
        return new MeaningFigures(
            made, Math.Round(filling.TotalSeconds, 1), Math.Round(idle.TotalMilliseconds),
            [.. exact.Select(one => new ExactFigures(one.Key, one.Value.Percentile(50), one.Value.Percentile(99)))], whole.Percentile(50), whole.Percentile(99));
    }

    private static async Task<(int Made, TimeSpan Took)> RoundAsync(EmbedProducts embed, CancellationToken stop)
    {
        var started = Stopwatch.GetTimestamp();
        return (await embed.RoundAsync(stop), Stopwatch.GetElapsedTime(started));
    }

    // Any vectors do: every one is looked at, whatever it is.
    private Latencies Compare(int dimensions)
    {
        var random = new Random(1);
        var shop = new ShopVectors([.. Enumerable.Range(0, Products).Select(_ => (Guid.CreateVersion7(), Any()))], 1);
        var questions = Enumerable.Range(0, 50).Select(_ => Any()).ToList();
        var times = new Latencies();
        for (var i = -WarmUp; i < searches; i++)
        {
            var started = Stopwatch.GetTimestamp();
            shop.NearestTo(questions[Math.Abs(i) % questions.Count], 0.1, 100);
            if (i >= 0) times.Add(Stopwatch.GetElapsedTime(started));
        }

        return times;

        float[] Any() => ShopVectors.Normalised([.. Enumerable.Range(0, dimensions).Select(_ => random.NextSingle() - 0.5f)]);
    }

    private async Task<(Latencies Times, int Empty)> AskAsync(Guid shop, ITextVectors vectors, int times, CancellationToken stop)
    {
        var (options, rank, latencies, empty) = (new EmbeddingOptions(), new RankProducts(system.Database), new Latencies(), 0);
        var meaning = new FindByMeaning(
            vectors, new VectorShelf(system.Database, TimeProvider.System), rank, new MeaningOptions(options.MinSimilarity, options.TimeLimit), TimeProvider.System,
            NullLogger<FindByMeaning>.Instance);
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var db = system.OpenDatabase();
            var found = await new SearchProducts(db, rank, meaning).HandleAsync(shop, new ProductQuery(Questions[i % Questions.Length], null, null, 10), stop);
            latencies.Add(Stopwatch.GetElapsedTime(started));
            if (found.Count == 0) empty++;
        }

        return (latencies, empty);
    }

    private ServiceProvider Client() => new ServiceCollection()
        .AddSingleton(Options.Create(new EmbeddingOptions
        {
            Endpoint = new Uri(system.Simulators ?? throw new InvalidOperationException("--semantic needs the simulators."), "/llama/scripted/v1").ToString(),
            Model = HaloSecrets.LlamaModel,
            ApiKey = HaloSecrets.LlamaApiKey,
        }))
        .AddEmbeddingClient().BuildServiceProvider();

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

internal sealed record MeaningFigures(int Vectors, double FillSeconds, double IdleRoundMs, IReadOnlyList<ExactFigures> Exact, double P50Ms, double P99Ms);

internal sealed record ExactFigures(int Dimensions, double P50Ms, double P99Ms);
