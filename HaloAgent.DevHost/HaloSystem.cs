using System.Collections.Immutable;
using System.Diagnostics;
using HaloAgent.DevHost.Data;
using HaloAgent.DevHost.Ports;
using HaloAgent.DevHost.Postgres;
using HaloAgent.DevHost.Redis;
using HaloAgent.DevHost.Services;

namespace HaloAgent.DevHost;

/// <summary>
/// The whole of HaloAgent on this machine: PostgreSQL, Redis, and every service as a process of its own, each of which
/// can be stopped, killed and started again. DevHost's command line runs one; end-to-end and load tests run theirs.
/// </summary>
public sealed class HaloSystem : IAsyncDisposable
{
    public const string DatabaseName = "halo";
    public const string ConnectionName = "halodb";

    private readonly HaloSystemOptions _options;
    private readonly IProgress<HaloEvent>? _progress;
    private readonly bool _temporary;
    private readonly string _directory;
    private readonly List<LogFile> _serverLogs = [];
    private ImmutableArray<ServiceProcess> _workers = [];
    private ServiceProcess? _api;
    private ServiceProcess? _web;
    private ServiceProcess? _simulators;
    private HaloSecrets? _secrets;
    private Task? _stopping;

    private HaloSystem(HaloSystemOptions options, IProgress<HaloEvent>? progress)
    {
        (_options, _progress) = (options, progress);
        _temporary = options.DataDirectory is null;
        _directory = Path.GetFullPath(options.DataDirectory ?? Path.Combine(Path.GetTempPath(), $"haloagent-{Guid.CreateVersion7():N}"));
    }

    public Uri Web => WebProcess.Address;
    public Uri Api => ApiProcess.Address;
    public Uri Simulators => SimulatorsProcess.Address;

    public ServiceProcess ApiProcess => _api ?? throw NotStarted("api");
    public ServiceProcess WebProcess => _web ?? throw NotStarted("web");
    public ServiceProcess SimulatorsProcess => _simulators ?? throw NotStarted("simulators");
    public bool HasSimulators => _simulators is not null;
    public IReadOnlyList<ServiceProcess> Workers => _workers;
    public ServiceProcess Worker(int index) => _workers[index];

    /// <summary>Every service that runs here, in the order in which they are stopped.</summary>
    public IReadOnlyList<ServiceProcess> Services => [.. new[] { _web, _api }.Concat(_workers).Append(_simulators).OfType<ServiceProcess>()];

    /// <summary>Null when a given database is used.</summary>
    public PrivatePostgres? Postgres { get; private set; }

    /// <summary>Null when a given Redis is used.</summary>
    public PrivateGarnet? Redis { get; private set; }

    public string DatabaseConnectionString { get; private set; } = "";
    public string RedisConnectionString { get; private set; } = "";
    public HaloSecrets Secrets => _secrets ?? throw NotStarted("the system");
    public string DataDirectory => _directory;
    public string LogDirectory => Path.Combine(_directory, "logs");

    /// <summary>Raised when a service was started or has ended, so that its process id is another one.</summary>
    public event EventHandler? ProcessesChanged;

    /// <summary>Returns when every service answers <c>/health</c>. What was started is stopped again when it fails.</summary>
    public static async Task<HaloSystem> StartAsync(HaloSystemOptions? options = null, IProgress<HaloEvent>? progress = null, CancellationToken cancellation = default)
    {
        var system = new HaloSystem(options ?? new(), progress);
        try
        {
            await system.StartServersAsync(cancellation);
            await system.StartServicesAsync(cancellation);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>First whoever lets work in, then the workers, which finish what they have in hand, then what they need for it.</summary>
    public Task StopAsync() => _stopping ??= StopInOrderAsync();

    /// <summary>Ends everything at once, for whoever presses Ctrl+C twice. PostgreSQL recovers from its log.</summary>
    public async Task KillAsync()
    {
        _stopping = Task.CompletedTask;
        await Task.WhenAll(Services.Select(s => s.KillAsync()).Append(Redis?.KillAsync() ?? Task.CompletedTask));
        if (Postgres is { } postgres)
            await postgres.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var service in Services)
        {
            await service.DisposeAsync();
            foreach (var port in new[] { service.Address.Port, service.SiloPort ?? 0, service.GatewayPort ?? 0 })
                FreePorts.Release(port);
        }
        if (Redis is { } redis)
            await redis.DisposeAsync();
        if (Postgres is { } postgres)
            await postgres.DisposeAsync();
        _serverLogs.ForEach(log => log.Dispose());
        if (_temporary && Directory.Exists(_directory))
            Directory.Delete(_directory, recursive: true);
    }

    private async Task StartServersAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(_directory);
        _secrets = await HaloSecrets.LoadOrCreateAsync(Path.Combine(_directory, "secrets.json"), cancellation);
        await Task.WhenAll(StartPostgresAsync(cancellation), StartRedisAsync(cancellation));
    }

    private async Task StartPostgresAsync(CancellationToken cancellation)
    {
        Report("postgres", HaloEventKind.Step, "PostgreSQL");
        var watch = Stopwatch.StartNew();
        if (_options.Database is { Length: > 0 } given)
        {
            DatabaseConnectionString = given;
            await Databases.EnsureExistsAsync(given, cancellation);
            Report("postgres", HaloEventKind.Done, "PostgreSQL as given by ConnectionStrings__halodb");
            return;
        }
        Postgres = await PrivatePostgres.StartAsync(new()
        {
            DataDirectory = Path.Combine(_directory, "postgres"),
            Password = Secrets.PostgresPassword,
            Fast = _options.FastPostgres,
            MayInstall = _options.MayInstallPostgres,
            OnLine = LogServer("postgres"),
            RestartCrashed = _options.RestartCrashed,
            OnProgress = line => Report("postgres", HaloEventKind.Information, line),
            OnChanged = RaiseChanged,
        }, cancellation);
        DatabaseConnectionString = Postgres.ConnectionStringFor(DatabaseName);
        await Postgres.CreateDatabaseAsync(DatabaseName, cancellation);
        Report("postgres", HaloEventKind.Done, $"{Postgres.Description}, port {Postgres.Port} ({watch.Elapsed.TotalSeconds:0.0} s)");
    }

    private async Task StartRedisAsync(CancellationToken cancellation)
    {
        Report("redis", HaloEventKind.Step, "Redis");
        var watch = Stopwatch.StartNew();
        if (_options.Redis is { Length: > 0 } given)
        {
            RedisConnectionString = given;
            Report("redis", HaloEventKind.Done, "Redis as given by ConnectionStrings__redis");
            return;
        }
        Redis = await PrivateGarnet.StartAsync(new()
        {
            DataDirectory = Path.Combine(_directory, "redis"),
            OnLine = LogServer("redis"),
            RestartCrashed = _options.RestartCrashed,
            OnProgress = line => Report("redis", HaloEventKind.Information, line),
            OnChanged = RaiseChanged,
        }, cancellation);
        RedisConnectionString = Redis.ConnectionString;
        Report("redis", HaloEventKind.Done, $"Redis: {Redis.Description}, port {Redis.Port} ({watch.Elapsed.TotalSeconds:0.0} s)");
    }

    private async Task StartServicesAsync(CancellationToken cancellation)
    {
        var definitions = new ServiceDefinitions(_options, Secrets, DatabaseConnectionString, RedisConnectionString);
        _api = Create(definitions.Api());
        _workers = [.. Enumerable.Range(0, _options.Workers).Select(i => Create(definitions.Worker(i)))];
        _web = _options.Web ? Create(definitions.Web()) : null;
        _simulators = definitions.Simulators() is { } simulators ? Create(simulators) : null;
        await Task.WhenAll(Services.Select(service => StartServiceAsync(service, cancellation)));
    }

    private async Task StartServiceAsync(ServiceProcess service, CancellationToken cancellation)
    {
        Report(service.Name, HaloEventKind.Step, service.Name);
        var watch = Stopwatch.StartNew();
        await service.StartAsync(cancellation);
        await service.WaitUntilHealthyAsync(_options.ReadyWithin, cancellation);
        Report(service.Name, HaloEventKind.Done, $"{service.Name} at {service.Address.GetLeftPart(UriPartial.Authority)} ({watch.Elapsed.TotalSeconds:0.0} s)");
    }

    private ServiceProcess Create(ServiceDefinition definition) =>
        new(definition, LogDirectory, _options.RestartCrashed, e => _progress?.Report(e), RaiseChanged);

    private Action<string> LogServer(string name)
    {
        var log = new LogFile(Path.Combine(LogDirectory, name + ".log"));
        _serverLogs.Add(log);
        return line =>
        {
            log.Write(line);
            if (_stopping is null)
                Report(name, HaloEventKind.Output, line);
        };
    }

    private async Task StopInOrderAsync()
    {
        await Task.WhenAll(new[] { _web, _api }.OfType<ServiceProcess>().Select(s => StopAsync(s)));
        await Task.WhenAll(_workers.Select(s => StopAsync(s)));
        if (_simulators is { } simulators)
            await StopAsync(simulators);
        await Task.WhenAll(Redis?.StopAsync() ?? Task.CompletedTask, Postgres?.StopAsync() ?? Task.CompletedTask);

        async Task StopAsync(ServiceProcess service)
        {
            Report(service.Name, HaloEventKind.Step, $"stopping {service.Name}");
            await service.StopAsync(_temporary ? TimeSpan.FromSeconds(10) : null);
        }
    }

    private void RaiseChanged() => ProcessesChanged?.Invoke(this, EventArgs.Empty);

    private void Report(string source, HaloEventKind kind, string text) => _progress?.Report(new(source, kind, text));

    private static InvalidOperationException NotStarted(string what) => new($"{what} was not started.");
}
