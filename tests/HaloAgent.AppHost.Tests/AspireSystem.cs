using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using HaloAgent.AppHost.Tests;
using HaloAgent.EndToEndTests.Journeys;
using Xunit;

[assembly: AssemblyFixture(typeof(AspireSystem))]
[assembly: AssemblyFixture(typeof(Chromium))]

namespace HaloAgent.AppHost.Tests;

/// <summary>The whole system as the app model starts it, once for all tests: containers, services and simulators, with nothing kept.</summary>
public sealed class AspireSystem : IHaloSystemUnderTest, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private DistributedApplication? app;

    public Uri Web { get; private set; } = null!;

    public Uri Api { get; private set; } = null!;

    public Uri Simulators { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        var model = await DistributedApplicationTestingBuilder.CreateAsync<Projects.HaloAgent_AppHost>(["--KeepData=false"], deadline.Token);
        app = await model.BuildAsync(deadline.Token);
        await app.StartAsync(deadline.Token);
        foreach (var service in new[] { "api", "worker", "web", "simulators" })
        {
            await app.ResourceNotifications.WaitForResourceHealthyAsync(service, deadline.Token);
        }

        Web = app.GetEndpoint("web", "http");
        Api = app.GetEndpoint("api", "http");
        Simulators = app.GetEndpoint("simulators", "http");
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }
}
