using Microsoft.AspNetCore.Http;

namespace HaloAgent.ServiceDefaults.Health;

internal static class HealthPaths
{
    public const string Ready = "/health";
    public const string Live = "/alive";

    public static bool Contains(PathString path) =>
        path.StartsWithSegments(Ready, StringComparison.Ordinal) || path.StartsWithSegments(Live, StringComparison.Ordinal);
}
