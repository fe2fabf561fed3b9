using System.Runtime.InteropServices;

namespace HaloAgent.DevHost.CommandLine;

/// <summary>Ctrl+C, SIGTERM and a closed terminal: the first asks to stop, the second does not wait any longer.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly CancellationTokenSource _insisted = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public StopSignals() => _registrations =
        [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, Receive))];

    public CancellationToken Asked => _asked.Token;
    public CancellationToken Insisted => _insisted.Token;

    public void Dispose()
    {
        _registrations.ForEach(r => r.Dispose());
        _asked.Dispose();
        _insisted.Dispose();
    }

    private void Receive(PosixSignalContext context)
    {
        context.Cancel = true;
        (_asked.IsCancellationRequested ? _insisted : _asked).Cancel();
    }
}
