using HaloAgent.ServiceDefaults.Health;
using HaloAgent.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.Hosting;

/// <summary>What every service of HaloAgent has, whichever host started it.</summary>
public static class ServiceDefaultsExtensions
{
    private const string Live = "live";

    /// <summary>
    /// Telemetry, service discovery, the clock and the health checks. There is deliberately no resilience handler
    /// for every <see cref="HttpClient"/>: the stock one retries POST (a message would be sent twice) and gives up
    /// after ten seconds (a model may need longer). A client that wants resilience asks for it.
    /// </summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        builder.AddTelemetry();
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http => http.AddServiceDiscovery());
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy(), [Live]);
        return builder;
    }

    /// <summary>
    /// <c>/health</c>: may this service be given work (every check; "degraded" still answers 200).
    /// <c>/alive</c>: does the process answer. Both in every environment and without signing in: the answer
    /// names failing checks and nothing else.
    /// </summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealth(HealthPaths.Ready, _ => true);
        app.MapHealth(HealthPaths.Live, check => check.Tags.Contains(Live));
        return app;
    }

    private static void MapHealth(this WebApplication app, string path, Func<HealthCheckRegistration, bool> checks)
    {
        var answer = ActivatorUtilities.CreateInstance<HealthAnswer>(app.Services);
        app.MapHealthChecks(path, new HealthCheckOptions { Predicate = checks, ResponseWriter = answer.WriteAsync })
            .AllowAnonymous()
            .DisableRateLimiting();
    }
}
