using Azure.Provisioning.AppContainers;

namespace HaloAgent.AppHost.Deployment;

internal static class ContainerApps
{
    public static void AddContainerAppEnvironment(this IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            builder.AddAzureContainerAppEnvironment("haloagent");
        }
    }

    /// <summary>
    /// Never less than <paramref name="least"/>: a sleeping worker would keep customers waiting. Blazor keeps a
    /// visitor's circuit in one replica's memory, so Web's visitors stick to theirs.
    /// </summary>
    public static IResourceBuilder<ProjectResource> PublishWithReplicas(this IResourceBuilder<ProjectResource> project, int least, int most, bool sticky = false) =>
        project.PublishAsAzureContainerApp((_, app) =>
        {
            app.Template.Scale.MinReplicas = least;
            app.Template.Scale.MaxReplicas = most;
            if (sticky)
            {
                app.Configuration.Ingress.StickySessionsAffinity = StickySessionAffinity.Sticky;
            }
        });
}
