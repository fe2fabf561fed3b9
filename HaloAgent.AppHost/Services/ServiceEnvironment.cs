using Microsoft.Extensions.Configuration;

namespace HaloAgent.AppHost.Services;

internal static class ServiceEnvironment
{
    /// <summary>In Development Aspire turns the capture of model conversations on. They are customers' words: never in traces.</summary>
    public static IResourceBuilder<ProjectResource> WithoutMessageTextInTraces(this IResourceBuilder<ProjectResource> project) =>
        project.WithEnvironment("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "false");

    /// <summary>Passed on when the app host was given them: <c>Llama__Endpoint</c>, <c>Llama__Model</c>, <c>Llama__ApiKey</c>, and the same of <c>Embeddings</c>.</summary>
    public static IResourceBuilder<ProjectResource> WithLlama(this IResourceBuilder<ProjectResource> project, IConfiguration configuration)
    {
        foreach (var setting in configuration.GetSection("Llama").GetChildren().Concat(configuration.GetSection("Embeddings").GetChildren()))
        {
            if (!string.IsNullOrWhiteSpace(setting.Value))
            {
                project.WithEnvironment(setting.Path.Replace(":", "__", StringComparison.Ordinal), setting.Value);
            }
        }

        return project;
    }
}
