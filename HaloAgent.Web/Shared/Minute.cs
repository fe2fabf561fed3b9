namespace HaloAgent.Web.Shared;

/// <summary>Ticks twice a minute for whatever shows an age ("5 min ago"). One a circuit.</summary>
internal sealed class Minute(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Half = TimeSpan.FromSeconds(30);
    private Action? _ticked;
    private ITimer? _timer;

    public event Action Ticked
    {
        add
        {
            _ticked += value;
            _timer ??= time.CreateTimer(_ => _ticked?.Invoke(), null, Half, Half);
        }

        remove => _ticked -= value;
    }

    public void Dispose() => _timer?.Dispose();
}
