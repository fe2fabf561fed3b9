namespace HaloAgent.Simulators.Twilio.Switches;

/// <summary>
/// The switches that are set: at most one per customer and one for everyone, each for messages, for look-ups and for files. A customer's own
/// goes first.
/// </summary>
internal sealed class SwitchBoard
{
    private const string Everyone = "";

    private readonly Lock _lock = new();
    private readonly Dictionary<(string To, SwitchedPart Part), Switch> _switches = [];

    public void Set(Switch one)
    {
        lock (_lock)
        {
            _switches[(one.To ?? Everyone, one.Part)] = one;
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
    public Switch Take(string to) => Take(to, SwitchedPart.Message);

    /// <summary>What is to happen to the next question about this customer's messages; counts it.</summary>
    public Switch TakeLookup(string to) => Take(to, SwitchedPart.Lookup);

    /// <summary>What is to happen to the next fetching of one of this customer's files; counts it.</summary>
    public Switch TakeMedia(string to) => Take(to, SwitchedPart.Media);

    private Switch Take(string to, SwitchedPart part)
    {
        lock (_lock)
        {
            var key = (_switches.ContainsKey((to, part)) ? to : Everyone, part);
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
