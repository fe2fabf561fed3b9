using System.Diagnostics;
using System.Net;
using HaloAgent.DevHost.Data;
using HaloAgent.DevHost.Processes;

namespace HaloAgent.DevHost.Services;

/// <summary>
/// One service as a child process. If it ends by itself, it is started again on the same ports, after a pause that
/// grows while it keeps ending. After <see cref="StopAsync"/> and <see cref="KillAsync"/> it stays down until <see cref="StartAsync"/>.
/// </summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private const int TriesToComeUp = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RanWell = TimeSpan.FromSeconds(30);

    // Each try has its own short limit: a service that is just starting may take a connection and not answer it.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero }) { Timeout = TimeSpan.FromSeconds(5) };

    private readonly ServiceDefinition _definition;
    private readonly bool _restartCrashed;
    private readonly Action<HaloEvent> _report;
    private readonly Action _changed;
    private readonly LogFile _log;
    private readonly RecentLines _said = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellationTokenSource _disposing = new();
    private ChildProcess? _child;
    private TimeSpan _pause = FirstPause;
    private bool _wanted;
    private bool _wasHealthy;

    internal ServiceProcess(ServiceDefinition definition, string logs, bool restartCrashed, Action<HaloEvent> report, Action changed)
    {
        (_definition, _restartCrashed, _report, _changed) = (definition, restartCrashed, report, changed);
        _log = new LogFile(Path.Combine(logs, definition.Name + ".log"));
    }

    /// <summary>api, web, simulators, worker-0, worker-1 …</summary>
    public string Name => _definition.Name;
    public Uri Address => _definition.Address;
    public int? SiloPort => _definition.SiloPort;
    public int? GatewayPort => _definition.GatewayPort;
    public string LogFilePath => _log.Path;

    /// <summary>0 while it is down.</summary>
    public int ProcessId => _child is { HasExited: false } child ? child.Id : 0;
    public bool IsRunning => ProcessId != 0;

    // What never came up and keeps ending will not get better by itself: whoever waits for it shall hear why.
    private bool StartsAgain => _restartCrashed && (_wasHealthy || Restarts < TriesToComeUp);

    /// <summary>How often it was started again because it had ended by itself.</summary>
    public int Restarts { get; private set; }

    /// <summary>Memory that the process holds now (resident), in bytes; 0 while it is down.</summary>
    public long MemoryBytes
    {
        get
        {
            try
            {
                using var process = Process.GetProcessById(ProcessId);
                return ProcessId == 0 ? 0 : process.WorkingSet64;
            }
            catch (ArgumentException)
            {
                return 0;
            }
        }
    }

    public async Task StartAsync(CancellationToken cancellation = default)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            _wanted = true;
            if (!IsRunning)
                await LaunchAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>SIGTERM, so that it can finish what it has in hand; SIGKILL when it does not end in time.</summary>
    public async Task StopAsync(TimeSpan? grace = null)
    {
        await _gate.WaitAsync();
        try
        {
            _wanted = false;
            var time = grace ?? TimeSpan.FromSeconds(30);
            if (_child is { HasExited: false } child && !await child.StopAsync(Signal.Terminate, time))
                _report(new(Name, HaloEventKind.Warning, $"did not stop within {time.TotalSeconds:0} s and was killed"));
        }
        finally
        {
            _gate.Release();
        }
        _changed();
    }

    /// <summary>SIGKILL: nothing is finished, nothing is said.</summary>
    public async Task KillAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _wanted = false;
            if (_child is { } child)
                await child.KillAsync();
        }
        finally
        {
            _gate.Release();
        }
        _changed();
    }

    public async Task<bool> IsHealthyAsync(CancellationToken cancellation = default)
    {
        if (!IsRunning)
            return false;
        try
        {
            using var response = await Http.GetAsync(new Uri(Address, "/health"), cancellation);
            var healthy = response.StatusCode == HttpStatusCode.OK;
            _wasHealthy |= healthy;
            return healthy;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Waits for <c>/health</c>. Fails with the service's last words after <paramref name="within"/> (60 s), or at once if it is down and stays down.</summary>
    public async Task WaitUntilHealthyAsync(TimeSpan? within = null, CancellationToken cancellation = default)
    {
        var limit = within ?? TimeSpan.FromSeconds(60);
        var watch = Stopwatch.StartNew();
        while (!await IsHealthyAsync(cancellation))
        {
            if (watch.Elapsed > limit)
                throw new DevHostException($"{Name} is not healthy after {limit.TotalSeconds:0} s ({new Uri(Address, "/health")}). {LastWords()}");
            if (!IsRunning && !(_wanted && StartsAgain))
                throw new DevHostException($"{Name} has ended. {LastWords()}");
            await Task.Delay(150, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _disposing.CancelAsync();
        await StopAsync(TimeSpan.FromSeconds(5));
        _child?.Dispose();
        _log.Dispose();
    }

    private async Task LaunchAsync()
    {
        _child?.Dispose();
        _child = await ChildProcess.StartAsync(new(Repository.DotNet, [Repository.Assembly(_definition.Project)])
        {
            WorkingDirectory = Repository.Folder(_definition.Project),
            Environment = _definition.Environment,
            // PostgreSQL and Redis go at the same moment: there is nothing left to end well with.
            DeathSignal = Signal.Kill,
        }, Hear);
        _changed();
        _ = SuperviseAsync(_child);
    }

    private async Task SuperviseAsync(ChildProcess child)
    {
        var running = Stopwatch.StartNew();
        var exitCode = await child.Exited;
        if (!_wanted)
            return;
        if (running.Elapsed > RanWell)
            _pause = FirstPause;
        var pause = _pause;
        _pause = TimeSpan.FromTicks(Math.Min(_pause.Ticks * 2, LongestPause.Ticks));
        var what = $"ended by itself with code {exitCode}";
        var startsAgain = StartsAgain;
        _report(new(Name, HaloEventKind.Warning, startsAgain ? $"{what}; starting it again on the same ports in {pause.TotalSeconds:0.#} s" : what));
        _changed();
        if (startsAgain)
            await StartAgainAsync(child, pause);
    }

    private async Task StartAgainAsync(ChildProcess ended, TimeSpan pause)
    {
        try
        {
            await Task.Delay(pause, _disposing.Token);
            await _gate.WaitAsync(_disposing.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        try
        {
            if (!_wanted || _child != ended)
                return;
            Restarts++;
            await LaunchAsync();
            _report(new(Name, HaloEventKind.Information, $"started again as process {ProcessId}"));
        }
        catch (DevHostException e)
        {
            _report(new(Name, HaloEventKind.Failure, e.Message));
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Hear(string line)
    {
        _said.Add(line);
        _log.Write(line);
        _report(new(Name, HaloEventKind.Output, line));
    }

    private string LastWords() => $"Its log: {LogFilePath}. Its last lines:\n{_said}";
}
