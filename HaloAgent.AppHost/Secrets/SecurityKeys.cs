using HaloAgent.AppHost.Data;

namespace HaloAgent.AppHost.Secrets;

/// <summary>
/// The keys that protect personal data. Losing <c>security-data-key-1</c> loses what it encrypted; the index key is never
/// rotated, because conversation ids are made with it.
/// </summary>
internal sealed record SecurityKeys(
    IResourceBuilder<ParameterResource> Data,
    IResourceBuilder<ParameterResource> Index,
    IResourceBuilder<ParameterResource> Token);

internal static class SecurityKeysExtensions
{
    public static SecurityKeys AddSecurityKeys(this IDistributedApplicationBuilder builder) => new(
        builder.AddKey("security-data-key-1"),
        builder.AddKey("security-index-key"),
        builder.AddKey("security-token-key"));

    public static IResourceBuilder<ProjectResource> WithSecurityKeys(this IResourceBuilder<ProjectResource> project, SecurityKeys keys) => project
        .WithEnvironment("Security__CurrentDataKey", "1")
        .WithEnvironment("Security__DataKeys__1", keys.Data)
        .WithEnvironment("Security__IndexKey", keys.Index)
        .WithEnvironment("Security__TokenKey", keys.Token);

    /// <summary>Asked for when publishing; in run mode made once and, as long as the data is kept, kept beside it in the user secrets.</summary>
    private static IResourceBuilder<ParameterResource> AddKey(this IDistributedApplicationBuilder builder, string name) =>
        builder.ExecutionContext.IsPublishMode
            ? builder.AddParameter(name, secret: true)
            : builder.AddParameter(name, new RandomKey(), secret: true, persist: builder.KeepsData());
}
