using System.Collections.Concurrent;
using System.Diagnostics;

namespace HaloAgent.DevHost.Processes;

/// <summary>
/// Starts every long-lived child from one thread that lives as long as this process. Linux sends the parent-death
/// signal when the starting <em>thread</em> ends: a child started from a pool thread would be stopped at random.
/// </summary>
internal static class ChildLauncher
{
    private static readonly BlockingCollection<Action> Starts = [];

    static ChildLauncher() => new Thread(RunForEver) { IsBackground = true, Name = "Children" }.Start();

    public static Task<Process> StartAsync(ProcessStartInfo info, Action<Process> prepare)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            var process = new Process { StartInfo = info, EnableRaisingEvents = true };
            try
            {
                prepare(process);
                process.Start();
                started.SetResult(process);
            }
            catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
            {
                process.Dispose();
                started.SetException(new DevHostException($"Could not start {info.FileName}: {e.Message}", e));
            }
        });
        return started.Task;
    }

    private static void RunForEver()
    {
        foreach (var start in Starts.GetConsumingEnumerable())
            start();
    }
}
