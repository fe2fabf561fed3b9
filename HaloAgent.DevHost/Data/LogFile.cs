using System.Globalization;

namespace HaloAgent.DevHost.Data;

/// <summary>What a child wrote, each line with the time at which it arrived. The log of the run before is kept beside it.</summary>
internal sealed class LogFile : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _writer;
    private bool _closed;

    public LogFile(string path)
    {
        Path = path;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        if (File.Exists(path))
            File.Move(path, System.IO.Path.ChangeExtension(path, ".previous.log"), overwrite: true);
        _writer = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };
    }

    public string Path { get; }

    public void Write(string line)
    {
        lock (_gate)
        {
            if (!_closed)
                _writer.WriteLine($"{TimeProvider.System.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)} {line}");
        }
    }

    // Lines of a child that has just ended may still be on their way.
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _writer.Dispose();
        }
    }
}
