using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace HaloAgent.ServiceDefaults.Health;

/// <summary>
/// <c>{ "status": "Degraded", "failing": { "redis": "Degraded" } }</c>. The page is open to everybody, so descriptions
/// and exceptions (hosts, users, file names) stay in the log, where they stand once, when the status changes.
/// </summary>
internal sealed partial class HealthAnswer(ILogger<HealthAnswer> logger)
{
    private HealthStatus last = HealthStatus.Healthy;

    public Task WriteAsync(HttpContext context, HealthReport report)
    {
        var failing = report.Entries.Where(check => check.Value.Status != HealthStatus.Healthy).ToArray();
        if (last != report.Status)
        {
            last = report.Status;
            LogChange(report.Status, failing);
        }

        return context.Response.WriteAsJsonAsync(new
        {
            status = report.Status.ToString(),
            failing = failing.ToDictionary(check => check.Key, check => check.Value.Status.ToString()),
        });
    }

    private void LogChange(HealthStatus status, KeyValuePair<string, HealthReportEntry>[] failing)
    {
        Log.Changed(logger, status);
        foreach (var (name, check) in failing)
        {
            Log.Failing(logger, check.Exception, name, check.Status, check.Description);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Health is now {Status}")]
        public static partial void Changed(ILogger logger, HealthStatus status);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Health check {Name} is {Status}: {Description}")]
        public static partial void Failing(ILogger logger, Exception? exception, string name, HealthStatus status, string? description);
    }
}
