namespace HaloAgent.ServiceDefaults.Npgsql;

/// <summary>
/// Read from <c>Aspire:Npgsql:EntityFrameworkCore:PostgreSQL</c>, then from its sub-section named like the context or
/// the connection; <c>ConnectionStrings:{name}</c> wins over both. The same keys as Aspire's client integration.
/// </summary>
public sealed class NpgsqlSettings
{
    public string? ConnectionString { get; set; }

    /// <summary>Off: failed statements are tried again, which forbids transactions outside an execution strategy.</summary>
    public bool DisableRetry { get; set; }

    public bool DisableHealthChecks { get; set; }

    public bool DisableTracing { get; set; }

    public bool DisableMetrics { get; set; }

    /// <summary>Seconds; the library's own (30) when absent.</summary>
    public int? CommandTimeout { get; set; }
}
