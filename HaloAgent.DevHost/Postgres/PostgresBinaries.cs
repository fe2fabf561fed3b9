namespace HaloAgent.DevHost.Postgres;

/// <summary>A PostgreSQL server installed on this machine. Distributions keep it off the path on purpose.</summary>
internal sealed record PostgresBinaries(string Folder, int Major)
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
            yield return new(folder, 0);
    }

    private static bool IsComplete(string folder) =>
        folder.Length > 0 && File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));
}
