using System.Runtime.InteropServices;

namespace HaloAgent.DevHost.Processes;

/// <summary>The POSIX signals that DevHost sends. <c>Process.Kill</c> knows SIGKILL only.</summary>
internal static partial class Signal
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>False when there is no such process, or it is not ours to signal.</summary>
    public static bool Send(int processId, int signal) => SendNative(processId, signal) == 0;

    public static bool Exists(int processId) => processId > 0 && SendNative(processId, 0) == 0;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendNative(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUserId();

    public static bool IsRoot => !OperatingSystem.IsWindows() && EffectiveUserId() == 0;
}
