using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HaloAgent.Catalog;
using HaloAgent.LoadTests.Measure;
using HaloAgent.LoadTests.Target;
using HaloAgent.UnitTests.Guided;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.LoadTests.Search;

/// <summary>
/// One search after another over a shop of 5,000 products, as a tool makes them, and the same questions to the ear in memory: once with
/// its index kept, and what it costs to build that index (a busy shop's catalogue is read every second).
/// </summary>
internal sealed class SearchRun(SystemUnderTest system, LoadOptions options)
{
    private const int Most = 10;
    private const int WarmUp = 200;

    private readonly int searches = options.Searches ?? 2_000;

    public async Task<string> RunAsync(CancellationToken stop)
    {
        var shop = await FillAsync(stop);
        var catalogue = await CatalogueAsync(shop, stop);
        Say($"a shop of {catalogue.Count} products among {SearchShop.Others} others of the same goods");

        await AskDatabaseAsync(shop, WarmUp, stop);
        var (database, empty) = await AskDatabaseAsync(shop, searches, stop);
        var started = Stopwatch.GetTimestamp();
        var ear = new SearchInMemory(catalogue, null);
        var build = Stopwatch.GetElapsedTime(started);
        AskMemory(ear, WarmUp);
        var memory = AskMemory(ear, searches);

        Say($"database p50 {database.Percentile(50)} ms, p95 {database.Percentile(95)} ms, p99 {database.Percentile(99)} ms; without an answer {empty} of {searches}");
        Say($"memory   p50 {memory.Percentile(50)} ms, p95 {memory.Percentile(95)} ms, p99 {memory.Percentile(99)} ms; its index took {build.TotalMilliseconds:0} ms to build");
        var meaning = options.Semantic ? await new MeaningRun(system, searches).RunAsync(shop, stop) : null;
        return JsonSerializer.Serialize(
            new Result(
                "search", catalogue.Count, database.Percentile(50), database.Percentile(95), database.Percentile(99), memory.Percentile(50), memory.Percentile(95),
                memory.Percentile(99), Math.Round(build.TotalMilliseconds), Math.Round(database.Percentile(50) / Math.Max(0.01, memory.Percentile(50)), 2), meaning),
            JsonSerializerOptions.Web);
    }

    private async Task<(Latencies Times, int Empty)> AskDatabaseAsync(Guid shop, int times, CancellationToken stop)
    {
        var (latencies, empty, rank) = (new Latencies(), 0, new RankProducts(system.Database));
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var db = system.OpenDatabase();
            var found = await new SearchProducts(db, rank).HandleAsync(shop, Question(i), stop);
            latencies.Add(Stopwatch.GetElapsedTime(started));
            if (found.Count == 0) empty++;
        }

        return (latencies, empty);
    }

    private static Latencies AskMemory(SearchInMemory ear, int times)
    {
        var latencies = new Latencies();
        for (var i = 0; i < times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            ear.Find(Question(i));
            latencies.Add(Stopwatch.GetElapsedTime(started));
        }

        return latencies;
    }

    private static ProductQuery Question(int i) => new(SearchShop.Questions[i % SearchShop.Questions.Length], null, null, Most);

    private async Task<Guid> FillAsync(CancellationToken stop)
    {
        await using var db = system.OpenDatabase();
        return await SearchShop.OpenAsync(db, stop);
    }

    private async Task<List<Product>> CatalogueAsync(Guid shop, CancellationToken stop)
    {
        await using var db = system.OpenDatabase();
        return await db.Products.AsNoTracking().Include(p => p.Variants).Where(p => p.BusinessId == shop).ToListAsync(stop);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Result(
        string Mode, int Products, double P50Ms, double P95Ms, double P99Ms, double MemoryP50Ms, double MemoryP95Ms, double MemoryP99Ms, double MemoryBuildMs, double RatioP50,
        MeaningFigures? Meaning);
}
