using System.Diagnostics;

namespace HaloAgent.DevHost.Processes;

/// <summary>A running child: its lines, its end, and how to bring the end about.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan AfterKill = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly TaskCompletionSource<int> _exited;

    private ChildProcess(Process process, TaskCompletionSource<int> exited) => (_process, _exited, Id) = (process, exited, process.Id);

    public int Id { get; }
    public Task<int> Exited => _exited.Task;
    public bool HasExited => _exited.Task.IsCompleted;

    public static async Task<ChildProcess> StartAsync(ChildCommand command, Action<string> onLine)
    {
        // Not WaitForExitAsync: it also waits until every grandchild has let go of the output.
        var exited = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = await ChildLauncher.StartAsync(command.ToStartInfo(), p =>
        {
            p.Exited += (_, _) => exited.TrySetResult(p.ExitCode);
            p.OutputDataReceived += (_, line) => Pass(line.Data);
            p.ErrorDataReceived += (_, line) => Pass(line.Data);
        });
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        return new ChildProcess(process, exited);

        void Pass(string? line)
        {
            if (line is not null)
                onLine(line);
        }
    }

    public void Send(int signal)
    {
        if (HasExited)
            return;
        if (OperatingSystem.IsWindows())
            _process.Kill(entireProcessTree: true);
        else
            Signal.Send(Id, signal);
    }

    /// <summary>Asks with <paramref name="signal"/>, waits, and kills what does not listen. True when it listened.</summary>
    public async Task<bool> StopAsync(int signal, TimeSpan grace)
    {
        Send(signal);
        if (await EndsWithinAsync(grace))
            return true;
        await KillAsync();
        return false;
    }

    public async Task KillAsync()
    {
        Send(Signal.Kill);
        await EndsWithinAsync(AfterKill);
    }

    public void Dispose() => _process.Dispose();

    private async Task<bool> EndsWithinAsync(TimeSpan time)
    {
        try
        {
            await Exited.WaitAsync(time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
