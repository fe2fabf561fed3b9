using CliWrap;
using CliWrap.Exceptions;

namespace HaloAgent.DevHost.Processes;

/// <summary>Short commands that are waited for.</summary>
internal static class Shell
{
    /// <summary>The exit code and everything the command said; -1 when there is no such command.</summary>
    public static async Task<(int ExitCode, string Output)> TryAsync(string file, IEnumerable<string> arguments, Action<string>? onLine = null,
        string? workingDirectory = null, CancellationToken cancellation = default)
    {
        var lines = new List<string>();
        var target = PipeTarget.ToDelegate(line =>
        {
            lock (lines)
                lines.Add(line);
            onLine?.Invoke(line);
        });
        try
        {
            var result = await Cli.Wrap(file)
                .WithArguments(arguments)
                .WithWorkingDirectory(workingDirectory ?? Directory.GetCurrentDirectory())
                .WithEnvironmentVariables(e => e.Set("DEBIAN_FRONTEND", "noninteractive").Set("LC_ALL", "C.UTF-8"))
                .WithStandardOutputPipe(target)
                .WithStandardErrorPipe(target)
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(cancellation);
            return (result.ExitCode, string.Join('\n', lines));
        }
        catch (Exception e) when (e is CommandExecutionException or System.ComponentModel.Win32Exception)
        {
            return (-1, e.Message);
        }
    }

    public static async Task<string> RunAsync(string file, IEnumerable<string> arguments, Action<string>? onLine = null,
        string? workingDirectory = null, CancellationToken cancellation = default)
    {
        var words = arguments.ToList();
        var (exitCode, output) = await TryAsync(file, words, onLine, workingDirectory, cancellation);
        return exitCode == 0 ? output : throw new DevHostException($"`{file} {string.Join(' ', words)}` ended with {exitCode}:\n{output}");
    }
}
