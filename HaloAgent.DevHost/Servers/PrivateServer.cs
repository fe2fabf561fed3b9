using System.Diagnostics;
using HaloAgent.DevHost.Ports;
using HaloAgent.DevHost.Processes;

namespace HaloAgent.DevHost.Servers;

/// <summary>
/// A server of our own on the loopback address, with a port and a folder that stay its own. It can be stopped, killed
/// and started again, and it never outlives this process.
/// </summary>
public abstract class PrivateServer : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly string _name;
    private readonly PrivateServerOptions _options;
    private readonly RecentLines _said = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly CancellationTokenSource _disposing = new();
    private ChildProcess? _process;
    private bool _wanted;

    private protected PrivateServer(string name, PrivateServerOptions options)
    {
        (_name, _options) = (name, options);
        IsTemporary = options.DataDirectory is null;
        DataDirectory = Path.GetFullPath(options.DataDirectory ?? Path.Combine(Path.GetTempPath(), $"haloagent-{Guid.CreateVersion7():N}"));
        Port = options.Port ?? FreePorts.Next();
    }

    public string DataDirectory { get; private protected set; }
    public int Port { get; }

    /// <summary>0 while it is down.</summary>
    public int ProcessId => _process is { HasExited: false } process ? process.Id : 0;
    public bool IsRunning => ProcessId != 0;

    /// <summary>In words, for the progress display.</summary>
    public abstract string Description { get; }

    private protected bool IsTemporary { get; }
    private protected virtual int StopSignal => Signal.Terminate;
    private protected abstract ChildCommand Command();
    private protected abstract Task<bool> AnswersAsync(CancellationToken cancellation);

    /// <summary>Whether what it said before it ended is only a matter of time.</summary>
    private protected virtual bool MayTryAgain(string said) => false;

    /// <summary>Starts it again after <see cref="StopAsync"/> or <see cref="KillAsync"/>, on the same port and data.</summary>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            _wanted = true;
            if (!IsRunning)
                await LaunchAsync(cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Lets it write everything out, and waits for its end.</summary>
    public Task StopAsync() => EndAsync(process => process.StopAsync(StopSignal, StopGrace));

    /// <summary>As if the power had failed.</summary>
    public Task KillAsync() => EndAsync(process => process.KillAsync());

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _disposing.CancelAsync();
        await StopAsync();
        _process?.Dispose();
        FreePorts.Release(Port);
        if (IsTemporary && Directory.Exists(DataDirectory))
            Directory.Delete(DataDirectory, recursive: true);
    }

    private async Task EndAsync(Func<ChildProcess, Task> end)
    {
        await _gate.WaitAsync();
        try
        {
            _wanted = false;
            if (_process is { } process)
                await end(process);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task LaunchAsync(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            _process?.Dispose();
            var process = _process = await ChildProcess.StartAsync(Command(), Hear);
            if (await IsReadyAsync(process, watch, cancellation))
            {
                _options.OnChanged?.Invoke();
                _ = WatchAsync(process);
                return;
            }
            await process.KillAsync();
            if (watch.Elapsed > ReadyWithin || !MayTryAgain(_said.ToString()))
                throw new DevHostException($"{_name} did not start on port {Port} with {DataDirectory}:\n{_said}");
            await Task.Delay(100, cancellation);
        }
    }

    private async Task<bool> IsReadyAsync(ChildProcess process, Stopwatch watch, CancellationToken cancellation)
    {
        while (!process.HasExited && watch.Elapsed < ReadyWithin)
        {
            if (await AnswersAsync(cancellation))
                return true;
            await Task.WhenAny(process.Exited, Task.Delay(50, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
        return false;
    }

    private async Task WatchAsync(ChildProcess process)
    {
        var exitCode = await process.Exited;
        if (!_wanted || _process != process)
            return;
        _options.OnChanged?.Invoke();
        _options.OnProgress?.Invoke($"ended by itself with code {exitCode}{(_options.RestartCrashed ? "; starting it again" : "")}");
        if (!_options.RestartCrashed)
            return;
        try
        {
            await Task.Delay(Pause, _disposing.Token);
            if (_wanted && _process == process)
                await StartAsync(_disposing.Token);
        }
        catch (OperationCanceledException)
        {
            // Disposed meanwhile.
        }
        catch (DevHostException e)
        {
            _options.OnProgress?.Invoke(e.Message);
        }
    }

    private void Hear(string line)
    {
        _said.Add(line);
        _options.OnLine?.Invoke(line);
    }
}
