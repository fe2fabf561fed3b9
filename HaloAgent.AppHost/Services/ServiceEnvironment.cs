using Microsoft.Extensions.Configuration;

namespace HaloAgent.AppHost.Services;

internal static class ServiceEnvironment
{
    /// <summary>In Development Aspire turns the capture of model conversations on. They are customers' words: never in traces.</summary>
    public static IResourceBuilder<ProjectResource> WithoutMessageTextInTraces(this IResourceBuilder<ProjectResource> project) =>
        project.WithEnvironment("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "false");

    /// <summary>
    /// Passes on what the app host was given of these sections (<c>Llama__Endpoint</c>, <c>Llama__Endpoints__0__Url</c>,
    /// <c>Retention__Messages</c>), under the same names: a service reads its settings in no other way.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithSettings(this IResourceBuilder<ProjectResource> project, IConfiguration configuration, params string[] sections)
    {
        foreach (var (path, value) in sections.SelectMany(section => configuration.GetSection(section).AsEnumerable()))
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                project.WithEnvironment(path.Replace(":", "__", StringComparison.Ordinal), value);
            }
        }

        return project;
    }
}
