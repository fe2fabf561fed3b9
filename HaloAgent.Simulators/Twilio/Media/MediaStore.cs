namespace HaloAgent.Simulators.Twilio.Media;

/// <summary>The bytes, in memory and bounded: the oldest go first.</summary>
internal sealed class MediaStore
{
    private const long MostBytes = 256L * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, SimulatedMedia> _bySid = [];
    private readonly Queue<SimulatedMedia> _byAge = new();
    private long _bytes;

    public void Add(SimulatedMedia media)
    {
        lock (_lock)
        {
            _bySid[media.Sid] = media;
            _byAge.Enqueue(media);
            _bytes += media.Length;
            while (_bytes > MostBytes && _byAge.TryDequeue(out var oldest))
            {
                Forget(oldest.Sid);
            }
        }
    }

    public SimulatedMedia? Find(string sid)
    {
        lock (_lock)
        {
            return _bySid.GetValueOrDefault(sid);
        }
    }

    public bool Remove(string sid)
    {
        lock (_lock)
        {
            return Forget(sid);
        }
    }

    private bool Forget(string sid)
    {
        if (!_bySid.Remove(sid, out var media))
        {
            return false;
        }

        _bytes -= media.Length;
        media.Content = null;
        return true;
    }
}
