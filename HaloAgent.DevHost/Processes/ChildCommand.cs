using System.Diagnostics;
using System.Text;

namespace HaloAgent.DevHost.Processes;

/// <summary>What to start, as whom, and which signal it gets when this process dies without saying goodbye.</summary>
internal sealed record ChildCommand(string FileName, IReadOnlyList<string> Arguments)
{
    public string? WorkingDirectory { get; init; }
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
    public string? RunAsUser { get; init; }
    public int DeathSignal { get; init; } = Signal.Terminate;

    internal ProcessStartInfo ToStartInfo()
    {
        var info = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = WorkingDirectory ?? "",
        };
        var words = Guard().Append(FileName).Concat(Arguments).ToList();
        info.FileName = words[0];
        foreach (var word in words.Skip(1))
            info.ArgumentList.Add(word);
        foreach (var (key, value) in Environment)
            info.Environment[key] = value;
        return info;
    }

    // Both words replace themselves by the next one, so the process id stays the child's own. setsid keeps the
    // terminal's Ctrl+C away from the children: they are stopped in order, by us.
    private IEnumerable<string> Guard()
    {
        if (!OperatingSystem.IsLinux())
            return [];
        List<string> words = ["setsid", "setpriv", "--pdeathsig", NameOf(DeathSignal)];
        if (RunAsUser is { } user)
            words.AddRange([$"--reuid={user}", $"--regid={Postgres.PostgresUser.GroupOf(user)}", "--init-groups"]);
        return [.. words, "--"];
    }

    private static string NameOf(int signal) => signal switch { Signal.Interrupt => "INT", Signal.Kill => "KILL", _ => "TERM" };
}
