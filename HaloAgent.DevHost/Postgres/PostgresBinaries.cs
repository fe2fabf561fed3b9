using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HaloAgent.DevHost.Postgres;

/// <summary>A PostgreSQL server installed on this machine. Distributions keep it off the path on purpose.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private static readonly string[] Parents = ["/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt", "/usr", "/opt"];

    public string Initdb => Path.Combine(Folder, "initdb");
    public string Server => Path.Combine(Folder, "postgres");

    /// <summary>The newest installed, or the one that an existing cluster was made with.</summary>
    public static PostgresBinaries? Find(int? major = null) =>
        Installed().Where(b => major is null || b.Major == major).MaxBy(b => b.Major);

    private static IEnumerable<PostgresBinaries> Installed()
    {
        foreach (var parent in Parents.Where(Directory.Exists))
        {
            foreach (var version in Directory.EnumerateDirectories(parent))
            {
                // /usr/lib/postgresql/15, /usr/pgsql-17, /opt/homebrew/opt/postgresql@17
                var name = Path.GetFileName(version);
                var digits = name.StartsWith("postgresql@", StringComparison.Ordinal) || name.StartsWith("pgsql-", StringComparison.Ordinal)
                    ? name.Split('@', '-')[^1]
                    : name;
                if (int.TryParse(digits, out var major) && IsComplete(Path.Combine(version, "bin")))
                    yield return new(Path.Combine(version, "bin"), major);
            }
        }
        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Where(IsComplete))
            yield return new(folder, MajorOf(folder));
    }

    /// <summary>Off the usual places only the server itself tells its version ("postgres (PostgreSQL) 16.4"); 0 when it does not.</summary>
    private static int MajorOf(string folder)
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(Path.Combine(folder, "postgres"), "--version") { RedirectStandardOutput = true, RedirectStandardError = true });
            var said = asked?.StandardOutput.ReadToEnd() ?? "";
            return VersionSaid().Match(said) is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 0;
        }
    }

    [GeneratedRegex(@"\) (\d+)")]
    private static partial Regex VersionSaid();

    private static bool IsComplete(string folder) =>
        folder.Length > 0 && File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));
}
