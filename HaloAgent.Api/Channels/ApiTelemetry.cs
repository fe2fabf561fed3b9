using System.Diagnostics.Metrics;

namespace HaloAgent.Api.Channels;

internal static class ApiTelemetry
{
    private static readonly Meter Meter = new("HaloAgent");

    public static readonly Counter<long> RefusedWebhooks =
        Meter.CreateCounter<long>("halo.webhooks.refused", description: "Webhooks without a right signature");
}
