using System.Diagnostics;
using System.Text.Json;
using HaloAgent.DevHost;
using HaloAgent.DevHost.Ports;
using HaloAgent.DevHost.Processes;
using Xunit;

namespace HaloAgent.IntegrationTests.DevHost;

/// <summary>DevHost as a person runs it: another process, told what to do by signals.</summary>
public sealed class DevHostProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePorts.Next();
    private readonly List<Process> _launched = [];

    public void Dispose()
    {
        foreach (var process in _launched)
        {
            // Children follow their DevHost; the folder is theirs until then.
            process.Kill();
            process.Dispose();
        }
        FreePorts.Release(_port);
        _folder.Dispose();
    }

    [Fact]
    public async Task SIGTERM_stops_everything_cleanly_and_the_data_stays()
    {
        var devHost = await StartAsync();
        var children = Children();

        var second = await RunToTheEndAsync();
        Signal.Send(devHost.Id, Signal.Terminate);
        await devHost.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, second.ExitCode);
        Assert.Contains($"running already with this .halo folder, as process {devHost.Id}", second.Output, StringComparison.Ordinal);
        Assert.Equal(0, devHost.ExitCode);
        Assert.DoesNotContain(children, Signal.Exists);
        Assert.True(File.Exists(_folder.File("postgres/PG_VERSION")));
        Assert.False(File.Exists(_folder.File("postgres/postmaster.pid")));
        Assert.False(File.Exists(_folder.File("devhost.json")));
    }

    [Fact]
    public async Task Killed_hard_it_takes_its_children_with_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells children of their parent's death.");
        var devHost = await StartAsync();
        var children = Children();

        devHost.Kill();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(60));
        while (children.Exists(Signal.Exists))
            await Task.Delay(20, timeout.Token);

        Assert.Equal(6, children.Count);
    }

    private async Task<Process> StartAsync()
    {
        var process = Launch();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line == "HaloAgent is ready")
            {
                _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
                return process;
            }
        }
        throw new InvalidOperationException("DevHost ended before it was ready.");
    }

    private async Task<(int ExitCode, string Output)> RunToTheEndAsync()
    {
        var process = Launch();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }

    private Process Launch()
    {
        var process = Process.Start(new ProcessStartInfo(Repository.DotNet, [Repository.Assembly("HaloAgent.DevHost"), "--directory", _folder.Path, "--ports-from", $"{_port}"])
        {
            RedirectStandardOutput = true,
        })!;
        _launched.Add(process);
        return process;
    }

    private List<int> Children()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(_folder.File("devhost.json")));
        return [.. file.RootElement.GetProperty("processIds").EnumerateObject().Where(p => p.Name != "devhost").Select(p => p.Value.GetInt32())];
    }
}
