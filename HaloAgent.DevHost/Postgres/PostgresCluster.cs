using System.Globalization;
using HaloAgent.DevHost.Data;
using HaloAgent.DevHost.Processes;

namespace HaloAgent.DevHost.Postgres;

/// <summary>The files of a private cluster: made once, only ever touched by one server.</summary>
internal sealed class PostgresCluster(string folder)
{
    public const string User = "halo";

    public string Folder => folder;

    private string VersionFile => Path.Combine(folder, "PG_VERSION");
    private string ProcessFile => Path.Combine(folder, "postmaster.pid");

    public int? Major => File.Exists(VersionFile) && int.TryParse(File.ReadAllText(VersionFile).Trim(), CultureInfo.InvariantCulture, out var major) ? major : null;

    public async Task CreateAsync(PostgresBinaries binaries, string password, CancellationToken cancellation)
    {
        // Made under another name first: what an interrupted initdb leaves behind is no cluster.
        var draft = folder + ".new";
        var passwordFile = folder + ".password";
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        Directory.CreateDirectory(draft);
        await PostgresUser.OwnAsync(draft, cancellation);
        await using (var writer = new StreamWriter(PrivateFile.Create(passwordFile)))
            await writer.WriteLineAsync(password);
        await PostgresUser.OwnAsync(passwordFile, cancellation);
        try
        {
            string[] words = [.. PostgresUser.Prefix, binaries.Initdb, "-D", draft, "-U", User, "-A", "scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"];
            await Shell.RunAsync(words[0], words.Skip(1), workingDirectory: "/", cancellation: cancellation);
            Directory.Move(draft, folder);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    /// <summary>Stops a server that was left behind with this data; a file without its process is harmless.</summary>
    public async Task<int?> StopOrphanAsync(CancellationToken cancellation)
    {
        if (!File.Exists(ProcessFile) || !int.TryParse(File.ReadLines(ProcessFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var id) || !IsServer(id))
            return null;
        Signal.Send(id, Signal.Interrupt);
        for (var waited = 0; Signal.Exists(id); waited++)
        {
            if (waited == 100)
                Signal.Send(id, Signal.Quit);
            if (waited == 200)
                throw new DevHostException($"PostgreSQL with process id {id} still uses {folder} and does not stop. Stop it: kill -9 {id}");
            await Task.Delay(100, cancellation);
        }
        return id;
    }

    // Process ids are used again: the one in the file may be somebody else by now.
    private bool IsServer(int id)
    {
        if (!Signal.Exists(id))
            return false;
        var commandLine = $"/proc/{id}/cmdline";
        if (!OperatingSystem.IsLinux())
            return true;
        return File.Exists(commandLine) && File.ReadAllText(commandLine).Split('\0') is [var server, .. var words]
            && Path.GetFileName(server) == "postgres" && words.Contains(folder);
    }
}
