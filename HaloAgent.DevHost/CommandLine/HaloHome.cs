using System.Globalization;
using HaloAgent.DevHost.Postgres;

namespace HaloAgent.DevHost.CommandLine;

/// <summary>The folder <c>.halo</c>, held by one DevHost at a time. The hold ends with the process, however it ends.</summary>
internal sealed class HaloHome : IDisposable
{
    private const string LockFile = "devhost.lock";
    private const string ProcessFile = "devhost.pid";

    private readonly FileStream _hold;

    private HaloHome(string directory, FileStream hold) => (Directory, _hold) = (directory, hold);

    public string Directory { get; }

    /// <summary>Takes hold of the folder, or says who has it.</summary>
    public static (HaloHome? Home, string? Refusal) Take(string directory)
    {
        System.IO.Directory.CreateDirectory(directory);
        try
        {
            var hold = new FileStream(Path.Combine(directory, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(Path.Combine(directory, ProcessFile), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return (new(directory, hold), null);
        }
        catch (UnauthorizedAccessException e)
        {
            return (null, $"{directory} belongs to another user ({e.Message}). Run as that user, or remove it.");
        }
        catch (IOException)
        {
            return (null, WhoHasIt(directory));
        }
    }

    /// <summary>Removes everything but the hold on the folder. The keys stay when the data they open is somewhere else.</summary>
    public async Task WipeAsync(bool keepSecrets, CancellationToken cancellation)
    {
        var data = await PrivatePostgres.PlaceAsync(Path.Combine(Directory, "postgres"), cancellation);
        await new PostgresCluster(data).StopOrphanAsync(cancellation);
        await DockerPostgresServer.RemoveDataAsync(data, cancellation);
        if (System.IO.Directory.Exists(data))
            System.IO.Directory.Delete(data, recursive: true);
        foreach (var entry in new DirectoryInfo(Directory).EnumerateFileSystemInfos())
        {
            if (entry.Name is LockFile or ProcessFile || (keepSecrets && entry.Name == "secrets.json"))
                continue;
            if (entry is DirectoryInfo folder)
                folder.Delete(recursive: true);
            else
                entry.Delete();
        }
    }

    public void Dispose()
    {
        File.Delete(DevHostFile.PathIn(Directory));
        File.Delete(Path.Combine(Directory, ProcessFile));
        _hold.Dispose();
    }

    private static string WhoHasIt(string directory)
    {
        var pid = File.ReadAllText(Path.Combine(directory, ProcessFile)).Trim();
        var addresses = DevHostFile.TryLoad(directory) is { } file && file.Pid.ToString(CultureInfo.InvariantCulture) == pid
            ? $"""

                 Web         {file.Addresses.Web}
                 Api         {file.Addresses.Api}
                 Simulators  {file.Addresses.Simulators ?? "-"}
               """
            : "\n  It is still starting.";
        return $"""
            HaloAgent is running already with this .halo folder, as process {pid}.{addresses}
            Stop it first: kill {pid}
            """;
    }
}
