using System.Diagnostics;
using System.Text.Json;
using HaloAgent.Data;
using HaloAgent.DevHost;
using HaloAgent.DevHost.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HaloAgent.LoadTests.Target;

/// <summary>The system that is measured: one of our own, or with <c>--system</c> the one that a devhost.json describes.</summary>
internal sealed class SystemUnderTest : IAsyncDisposable
{
    private readonly HaloSystem? own;
    private readonly Func<IReadOnlyDictionary<string, int>> processes;

    private SystemUnderTest(HaloSystem? own, Uri api, Uri? simulators, string database, HaloSecrets secrets, Func<IReadOnlyDictionary<string, int>> processes)
    {
        (this.own, this.processes) = (own, processes);
        (Api, Simulators, Secrets) = (api, simulators, secrets);
        Database = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = 60, ApplicationName = "load" }.ConnectionString).Build();
    }

    public Uri Api { get; }

    public Uri? Simulators { get; }

    public NpgsqlDataSource Database { get; }

    public HaloSecrets Secrets { get; }

    public SecurityKeys Keys => new(
        Secrets.DataKeys.ToDictionary(key => byte.Parse(key.Key, System.Globalization.CultureInfo.InvariantCulture), key => Convert.FromBase64String(key.Value)),
        byte.Parse(Secrets.CurrentDataKey, System.Globalization.CultureInfo.InvariantCulture),
        Convert.FromBase64String(Secrets.IndexKey),
        Convert.FromBase64String(Secrets.TokenKey));

    public BlindIndex Index => new(Keys);

    public HaloDbContext OpenDatabase()
    {
        var builder = new DbContextOptionsBuilder<HaloDbContext>().UseNpgsql(Database);
        HaloData.Configure(builder);
        return new HaloDbContext(builder.Options, new PersonalDataCipher(Keys));
    }

    public bool WorkerRuns => processes().Keys.Any(IsWorker);

    public double WorkerMegabytes => Megabytes(IsWorker);

    public double ServicesMegabytes => Megabytes(name => IsWorker(name) || name is "api" or "web");

    /// <summary>Processor time used so far by the processes of that name: what a number means while others use the machine too.</summary>
    public TimeSpan ProcessorTime(Func<string, bool> wanted)
    {
        var time = TimeSpan.Zero;
        foreach (var (_, id) in processes().Where(process => wanted(process.Key)))
        {
            using var process = Process.GetProcessById(id);
            time += process.TotalProcessorTime;
        }

        return time;
    }

    public static bool IsWorker(string name) => name.StartsWith("worker", StringComparison.Ordinal);

    public static Task<SystemUnderTest> StartAsync(LoadOptions options, CancellationToken cancellation) =>
        options.SystemFile is { } file ? OpenAsync(file, cancellation) : StartOwnAsync(options, cancellation);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (own is not null)
        {
            await own.DisposeAsync();
        }
    }

    private static async Task<SystemUnderTest> StartOwnAsync(LoadOptions options, CancellationToken cancellation)
    {
        var system = await HaloSystem.StartAsync(
            new HaloSystemOptions
            {
                Workers = options.NeedsNoAgent ? 0 : options.Workers,
                Web = !options.NeedsNoAgent,
                Simulators = true,
                SimulatedLlama = options.AsksModel ? "scripted" : null,
                DemoData = false,
                FastPostgres = false,
                RestartCrashed = false,
                MayInstallPostgres = true,
                Environment = OwnSettings.For(options),
            },
            new Progress<HaloEvent>(e => Show(e, options.Logs)),
            cancellation);
        return new SystemUnderTest(system, system.Api, system.Simulators, system.DatabaseConnectionString, system.Secrets, () => Running(system));
    }

    private static async Task<SystemUnderTest> OpenAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        using var described = await JsonDocument.ParseAsync(file, default, cancellation);
        var root = described.RootElement;
        var addresses = root.GetProperty("addresses");
        var processes = root.GetProperty("processIds").EnumerateObject().ToDictionary(process => process.Name, process => process.Value.GetInt32());
        var secrets = await HaloSecrets.LoadOrCreateAsync(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "secrets.json"), cancellation);
        return new SystemUnderTest(
            null,
            new Uri(addresses.GetProperty("api").GetString()!),
            addresses.GetProperty("simulators").GetString() is { } simulators ? new Uri(simulators) : null,
            root.GetProperty("connectionStrings").GetProperty(HaloSystem.ConnectionName).GetString()!,
            secrets,
            () => processes);
    }

    private static Dictionary<string, int> Running(HaloSystem system) =>
        system.Services.Where(service => service.IsRunning).ToDictionary(service => service.Name, service => service.ProcessId);

    private static void Show(HaloEvent e, bool everything)
    {
        if (everything || e.Kind is HaloEventKind.Done or HaloEventKind.Warning or HaloEventKind.Failure)
        {
            Console.WriteLine($"[{e.Source}] {e.Text}");
        }
    }

    /// <summary>Resident memory of the processes of that name.</summary>
    private double Megabytes(Func<string, bool> wanted)
    {
        long bytes = 0;
        foreach (var (_, id) in processes().Where(process => wanted(process.Key)))
        {
            using var process = Process.GetProcessById(id);
            bytes += process.WorkingSet64;
        }

        return Math.Round(bytes / 1_000_000.0);
    }
}
