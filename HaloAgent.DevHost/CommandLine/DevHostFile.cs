using System.Text.Json;
using HaloAgent.DevHost.Data;

namespace HaloAgent.DevHost.CommandLine;

/// <summary>.halo/devhost.json: where everything is, for tests, tools and people.</summary>
internal sealed record DevHostFile
{
    public required int Pid { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DevHostAddresses Addresses { get; init; }
    public required IReadOnlyList<DevHostWorker> Workers { get; init; }

    /// <summary>By name: devhost, postgres, redis, api, web, simulators, worker-0 …; what is down is left out.</summary>
    public required IReadOnlyDictionary<string, int> ProcessIds { get; init; }
    public required IReadOnlyDictionary<string, string> ConnectionStrings { get; init; }
    public required IReadOnlyList<DevHostSignIn> SignIns { get; init; }
    public required DevHostTwilio Twilio { get; init; }
    public required string LogDirectory { get; init; }

    public static string PathIn(string directory) => Path.Combine(directory, "devhost.json");

    public static DevHostFile Describe(HaloSystem system, DateTimeOffset startedAt)
    {
        Dictionary<string, int> ids = new() { ["devhost"] = Environment.ProcessId };
        if (system.Postgres is { IsRunning: true } postgres)
            ids["postgres"] = postgres.ProcessId;
        if (system.Redis is { IsRunning: true } redis)
            ids["redis"] = redis.ProcessId;
        foreach (var service in system.Services.Where(s => s.IsRunning))
            ids[service.Name] = service.ProcessId;
        return new()
        {
            Pid = Environment.ProcessId,
            StartedAt = startedAt,
            Addresses = new(Text(system.Web), Text(system.Api), system.HasSimulators ? Text(system.Simulators) : null),
            Workers = [.. system.Workers.Select(w => new DevHostWorker(w.Name, Text(w.Address), w.SiloPort ?? 0, w.GatewayPort ?? 0))],
            ProcessIds = ids,
            ConnectionStrings = new Dictionary<string, string> { [HaloSystem.ConnectionName] = system.DatabaseConnectionString, ["redis"] = system.RedisConnectionString },
            SignIns = DemoSignIns.All,
            Twilio = new(HaloSecrets.TwilioAccountSid, HaloSecrets.TwilioAuthToken),
            LogDirectory = system.LogDirectory,
        };
    }

    public Task SaveAsync(string directory) => PrivateFile.WriteJsonAsync(PathIn(directory), this, CancellationToken.None);

    /// <summary>Null when there is none, or none that can be read.</summary>
    public static DevHostFile? TryLoad(string directory)
    {
        try
        {
            return JsonSerializer.Deserialize<DevHostFile>(File.ReadAllText(PathIn(directory)), PrivateFile.Json);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}

internal sealed record DevHostAddresses(string Web, string Api, string? Simulators);

internal sealed record DevHostWorker(string Name, string Address, int SiloPort, int GatewayPort);

internal sealed record DevHostSignIn(string Business, string Email, string Password);

internal sealed record DevHostTwilio(string AccountSid, string AuthToken);

/// <summary>Owner and staff of the demo shops, which the Api seeds.</summary>
internal static class DemoSignIns
{
    public const string Password = "HaloDemo!2026";

    public static IReadOnlyList<DevHostSignIn> All { get; } =
    [
        new("halo-kitchen", "owner@halo-kitchen.example", Password),
        new("halo-kitchen", "staff@halo-kitchen.example", Password),
        new("ankara-corner", "owner@ankara-corner.example", Password),
        new("ankara-corner", "staff@ankara-corner.example", Password),
    ];
}
