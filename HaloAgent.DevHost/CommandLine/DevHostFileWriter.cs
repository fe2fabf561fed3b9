namespace HaloAgent.DevHost.CommandLine;

/// <summary>Keeps .halo/devhost.json true: process ids change when a service is started again.</summary>
internal sealed class DevHostFileWriter : IDisposable
{
    private readonly SemaphoreSlim _saving = new(1, 1);
    private readonly DateTimeOffset _startedAt = TimeProvider.System.GetUtcNow();
    private readonly HaloSystem _system;
    private bool _closed;

    private DevHostFileWriter(HaloSystem system) => _system = system;

    public static async Task<DevHostFileWriter> StartAsync(HaloSystem system)
    {
        var writer = new DevHostFileWriter(system);
        await writer.SaveAsync();
        system.ProcessesChanged += writer.OnChanged;
        return writer;
    }

    public void Dispose()
    {
        _system.ProcessesChanged -= OnChanged;
        _saving.Wait();
        _closed = true;
        _saving.Release();
    }

    private async void OnChanged(object? sender, EventArgs e) => await SaveAsync();

    private async Task SaveAsync()
    {
        await _saving.WaitAsync();
        try
        {
            if (!_closed)
                await DevHostFile.Describe(_system, _startedAt).SaveAsync(_system.DataDirectory);
        }
        catch (IOException)
        {
            // The next change writes it again.
        }
        finally
        {
            _saving.Release();
        }
    }
}
