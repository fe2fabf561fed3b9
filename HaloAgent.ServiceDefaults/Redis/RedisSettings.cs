namespace HaloAgent.ServiceDefaults.Redis;

/// <summary>
/// Read from <c>Aspire:StackExchange:Redis</c>, then <c>Aspire:StackExchange:Redis:{name}</c>;
/// <c>ConnectionStrings:{name}</c> wins over both.
/// </summary>
public sealed class RedisSettings
{
    public string? ConnectionString { get; set; }

    public bool DisableHealthChecks { get; set; }
}
