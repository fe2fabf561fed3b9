using HaloAgent.Catalog.Meaning;

namespace HaloAgent.AgentWorker.Catalog.Embeddings;

internal static class EmbeddingServices
{
    /// <summary>Search by meaning. Without <c>Embeddings:Endpoint</c> nothing of it is there.</summary>
    public static void AddEmbeddings(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<EmbeddingOptions>().BindConfiguration(EmbeddingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var options = builder.Configuration.GetSection(EmbeddingOptions.Section).Get<EmbeddingOptions>() ?? new EmbeddingOptions();
        if (!options.IsConfigured) return;

        builder.Services.AddEmbeddingClient().AddMeaning(new MeaningOptions(options.MinSimilarity, options.TimeLimit)).AddHostedService<EmbeddingWork>();
    }

    internal static IServiceCollection AddEmbeddingClient(this IServiceCollection services)
    {
        // No resilience of the stock kind: a customer waits no second time, and what is read in the background is tried again anyway.
        services.AddHttpClient(EmbeddingClient.HttpClientName, http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromMinutes(1), EmbeddingClient.LongestAnswer))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(2),
                AllowAutoRedirect = false,
            });
        return services.AddSingleton<ITextVectors, EmbeddingClient>();
    }
}
