using System.Diagnostics;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Where crash tests let this process die, or hold it, at a named station of the message path: the file that
/// <c>Faults__CrashFile</c> names holds "crash after-claim" or "pause before-complete", and the first process to get there takes
/// it. Without that setting, which no host sets, it does nothing.
/// </summary>
internal static class FaultPoint
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly string? Order = Environment.GetEnvironmentVariable("Faults__CrashFile");

    public static Task ReachAsync(string station) => Order is null ? Task.CompletedTask : ObeyAsync(Order, station);

    private static async Task ObeyAsync(string file, string station)
    {
        if (!File.Exists(file) || (await File.ReadAllTextAsync(file)).Trim() is not { } order || !order.EndsWith(" " + station, StringComparison.Ordinal))
        {
            return;
        }

        File.Move(file, file + ".reached", overwrite: true);
        if (order.StartsWith("crash", StringComparison.Ordinal))
        {
            // SIGKILL: nothing is finished, nothing is said.
            Process.GetCurrentProcess().Kill();
        }

        await Task.Delay(Pause, TimeProvider.System);
    }
}
