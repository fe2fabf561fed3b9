namespace HaloAgent.Simulators.Twilio.Switches;

/// <summary>
/// The switches that are set: at most one per customer and one for everyone, each for messages and for look-ups. A customer's own
/// goes first.
/// </summary>
internal sealed class SwitchBoard
{
    private const string Everyone = "";

    private readonly Lock _lock = new();
    private readonly Dictionary<(string To, bool OfLookups), Switch> _switches = [];

    public void Set(Switch one)
    {
        lock (_lock)
        {
            _switches[(one.To ?? Everyone, one.Mode == SwitchMode.LookupError)] = one;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _switches.Clear();
        }
    }

    public Switch[] All()
    {
        lock (_lock)
        {
            return [.. _switches.Values];
        }
    }

    /// <summary>What is to happen to the next message for this customer; counts it.</summary>
    public Switch Take(string to) => Take(to, ofLookups: false);

    /// <summary>What is to happen to the next question about this customer's messages; counts it.</summary>
    public Switch TakeLookup(string to) => Take(to, ofLookups: true);

    private Switch Take(string to, bool ofLookups)
    {
        lock (_lock)
        {
            var key = (_switches.ContainsKey((to, ofLookups)) ? to : Everyone, ofLookups);
            if (!_switches.TryGetValue(key, out var one))
            {
                return Switch.None;
            }

            if (one.Times is { } times)
            {
                if (times <= 1)
                {
                    _switches.Remove(key);
                }
                else
                {
                    _switches[key] = one with { Times = times - 1 };
                }
            }

            return one;
        }
    }
}
