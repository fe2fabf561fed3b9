using Microsoft.Extensions.DependencyInjection;

namespace HaloAgent.Catalog.Meaning;

public static class MeaningParts
{
    /// <summary>Search by meaning and what feeds it; the host adds the <see cref="ITextVectors"/>. Without this call search goes by words.</summary>
    public static IServiceCollection AddMeaning(this IServiceCollection services, MeaningOptions options) => services
        .AddSingleton(options)
        .AddSingleton<VectorShelf>()
        .AddSingleton<FindByMeaning>()
        .AddSingleton<EmbedProducts>();
}
