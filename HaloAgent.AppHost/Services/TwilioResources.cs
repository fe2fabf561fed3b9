namespace HaloAgent.AppHost.Services;

internal static class TwilioResources
{
    private const string SimulatedAccount = "ACsimulated000000000000000000000000";
    private const string SimulatedToken = "sim-twilio-auth-token";

    /// <summary>Run mode: Twilio's stand-in and the phone page, with demo shops to talk to.</summary>
    public static void AddSimulators(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> api, IResourceBuilder<ProjectResource> worker)
    {
        var apiAddress = api.GetEndpoint("http");
        var simulators = builder.AddProject<Projects.HaloAgent_Simulators>("simulators")
            .WithEnvironment("Simulators__ApiBaseUrl", apiAddress)
            .WithHttpHealthCheck("/health");
        var simulatorsAddress = simulators.GetEndpoint("http");
        simulators.WithEnvironment("Simulators__PublicBaseUrl", simulatorsAddress);

        foreach (var service in new[] { api, worker })
        {
            service
                .WithEnvironment("Twilio__AccountSid", SimulatedAccount)
                .WithEnvironment("Twilio__AuthToken", SimulatedToken)
                .WithEnvironment("Twilio__ApiBaseUrl", simulatorsAddress)
                .WithEnvironment("Twilio__PublicBaseUrl", apiAddress)
                .WithEnvironment("Twilio__MediaHosts__0", ReferenceExpression.Create($"{simulatorsAddress.Property(EndpointProperty.HostAndPort)}"));
        }

        api.WithEnvironment("DemoData__Enabled", "true");
    }

    /// <summary>Publish mode: the real one. Its webhooks point at the Api's public address, which is the one that is signed.</summary>
    public static void AddTwilio(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> api, IResourceBuilder<ProjectResource> worker)
    {
        var account = builder.AddParameter("twilio-account-sid");
        var token = builder.AddParameter("twilio-auth-token", secret: true);

        foreach (var service in new[] { api, worker })
        {
            service
                .WithEnvironment("Twilio__AccountSid", account)
                .WithEnvironment("Twilio__AuthToken", token)
                .WithEnvironment("Twilio__ApiBaseUrl", "https://api.twilio.com")
                .WithEnvironment("Twilio__PublicBaseUrl", api.GetEndpoint("http"));
        }
    }
}
