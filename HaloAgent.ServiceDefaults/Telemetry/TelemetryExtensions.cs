using HaloAgent.ServiceDefaults.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace HaloAgent.ServiceDefaults.Telemetry;

internal static class TelemetryExtensions
{
    /// <summary>Our own activities and metrics carry this name.</summary>
    private const string HaloAgent = "HaloAgent";

    /// <summary>
    /// Logs, metrics and traces go to where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> points. Where it points nowhere nothing
    /// is collected either: a span that nobody reads still costs time on the message path.
    /// </summary>
    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.KeepPersonalDataOutOfLogs();
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            // While this category is open at all, every request starts an activity and a log scope.
            builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
            return;
        }

        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        builder.Services.AddOpenTelemetry()
            .WithMetrics(Meters)
            .WithTracing(tracing => Sources(tracing, builder.Environment.ApplicationName))
            .UseOtlpExporter();
    }

    private static void Meters(MeterProviderBuilder metrics) => metrics
        .AddAspNetCoreInstrumentation()
        .AddHttpClientInstrumentation()
        .AddRuntimeInstrumentation()
        .AddMeter(HaloAgent, "Microsoft.Orleans")
        .AddView("db.client.*", new ExplicitBucketHistogramConfiguration
        {
            Boundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
        });

    private static void Sources(TracerProviderBuilder tracing, string applicationName) => tracing
        .AddSource(applicationName, HaloAgent, "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application")
        .AddAspNetCoreInstrumentation(options => options.Filter = context => !HealthPaths.Contains(context.Request.Path))
        .AddHttpClientInstrumentation()
        .AddProcessor(new QueryStringEraser());

    /// <summary>
    /// "Request starting … ?to=whatsapp:+234…" is written by the framework at Information, so that category is closed
    /// for good. The others are only noisy (several lines a request, one a statement, two a call) and open again by
    /// naming them in <c>Logging:LogLevel</c>; none of them writes parameter values or query strings.
    /// </summary>
    private static void KeepPersonalDataOutOfLogs(this IHostApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        // An error for every failing check at every probe; HealthAnswer says it once.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        foreach (var category in new[] { "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore.Database.Command", "System.Net.Http.HttpClient" })
        {
            if (builder.Configuration[$"Logging:LogLevel:{category}"] is null)
            {
                builder.Logging.AddFilter(category, LogLevel.Warning);
            }
        }
    }
}
