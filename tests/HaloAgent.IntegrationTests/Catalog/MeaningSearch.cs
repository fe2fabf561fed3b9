using HaloAgent.AgentWorker;
using HaloAgent.AgentWorker.Catalog.Embeddings;
using HaloAgent.Catalog;
using HaloAgent.Catalog.Meaning;
using HaloAgent.Data;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.IntegrationTests.Simulators.Llama;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Xunit;

namespace HaloAgent.IntegrationTests.Catalog;

/// <summary>Search as the worker makes it when a server for embeddings is configured: the simulated one, which may be away, hang or refuse.</summary>
internal sealed class MeaningSearch : ITextVectors, IAsyncDisposable
{
    private readonly HaloDatabase database;
    private readonly SimulatedLlama llama;
    private readonly ServiceProvider client;
    private readonly FindByMeaning find;
    private readonly EmbedProducts embed;
    private TaskCompletionSource? hanging;
    private string? refused;

    private MeaningSearch(HaloDatabase database, SimulatedLlama llama, string model)
    {
        (this.database, this.llama) = (database, llama);
        client = new ServiceCollection()
            .AddSingleton(Options.Create(new EmbeddingOptions { Endpoint = new Uri(llama.Http.BaseAddress!, "/llama/scripted/v1").ToString(), Model = model, ApiKey = SimulatedLlama.Key }))
            .AddEmbeddingClient().BuildServiceProvider();
        var data = database.Services.GetRequiredService<NpgsqlDataSource>();
        var options = new EmbeddingOptions();
        find = new FindByMeaning(
            this, new VectorShelf(data, database.Time), new RankProducts(data), new MeaningOptions(options.MinSimilarity, options.TimeLimit), database.Time, NullLogger<FindByMeaning>.Instance);
        embed = new EmbedProducts(data, this);
    }

    public bool IsAway { get; set; }

    public int Requests { get; private set; }

    public string Model => client.GetRequiredService<ITextVectors>().Model;

    public static async Task<MeaningSearch> StartAsync(HaloDatabase database, string model = "llama-sim") =>
        new(database, await SimulatedLlama.StartAsync(), model);

    /// <returns>Done when the next request has come, which is never answered.</returns>
    public Task HangOnce()
    {
        hanging = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return hanging.Task;
    }

    /// <param name="beginning">Of the texts that are refused; null: none.</param>
    public void Refuse(string? beginning) => refused = beginning;

    public async Task<IReadOnlyList<float[]>> ReadAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        Requests++;
        if (IsAway) throw new NoVectorsException("unreachable");
        if (refused is not null && texts.Any(text => text.StartsWith(refused, StringComparison.Ordinal))) throw new NoVectorsException("status 400", textsAreRefused: true);
        if (Interlocked.Exchange(ref hanging, null) is { } asked)
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return await client.GetRequiredService<ITextVectors>().ReadAsync(texts, cancellationToken);
    }

    public EmbeddingWork Work() => new(embed, SchemaReady.Already, database.Time, NullLogger<EmbeddingWork>.Instance);

    public Task<int> EmbedAsync() => embed.RoundAsync(TestContext.Current.CancellationToken);

    public Task<string[]> FindAsync(Guid shop, string words, Money? most = null) => SearchAsync(shop, words, most, find);

    public Task<string[]> ByWordsAsync(Guid shop, string words) => SearchAsync(shop, words, null, null);

    public async ValueTask DisposeAsync()
    {
        await client.DisposeAsync();
        await llama.DisposeAsync();
    }

    private async Task<string[]> SearchAsync(Guid shop, string words, Money? most, FindByMeaning? meaning)
    {
        var found = await database.UseAsync<HaloDbContext, IReadOnlyList<ProductFacts>>(db =>
            new SearchProducts(db, database.Services.GetRequiredService<RankProducts>(), meaning).HandleAsync(shop, new ProductQuery(words, null, most, 10), TestContext.Current.CancellationToken));
        return [.. found.Select(product => product.Name)];
    }
}
