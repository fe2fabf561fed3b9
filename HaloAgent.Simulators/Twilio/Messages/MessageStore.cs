namespace HaloAgent.Simulators.Twilio.Messages;

/// <summary>All messages, in memory and bounded, so that a load test does not fill it: the oldest go first.</summary>
internal sealed class MessageStore
{
    public const int PerCustomer = 2_000;
    public const int InTotal = 50_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, SimulatedMessage> _bySid = [];
    private readonly Dictionary<string, List<SimulatedMessage>> _byCustomer = [];
    private readonly Queue<SimulatedMessage> _byAge = new();

    public void Add(SimulatedMessage message)
    {
        lock (_lock)
        {
            _bySid.Add(message.Sid, message);
            _byAge.Enqueue(message);
            if (!_byCustomer.TryGetValue(message.Customer, out var ofCustomer))
            {
                _byCustomer.Add(message.Customer, ofCustomer = []);
            }

            ofCustomer.Add(message);
            if (ofCustomer.Count > PerCustomer)
            {
                Forget(ofCustomer[0]);
            }

            while (_byAge.Count > InTotal)
            {
                Forget(_byAge.Dequeue());
            }
        }
    }

    public SimulatedMessage? Find(string sid)
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
            return _bySid.TryGetValue(sid, out var message) && Forget(message);
        }
    }

    public void RemoveAll(string? customer)
    {
        lock (_lock)
        {
            foreach (var message in customer is null ? [.. _bySid.Values] : OfCustomer(customer))
            {
                Forget(message);
            }
        }
    }

    /// <summary>What was exchanged with one customer, oldest first.</summary>
    public SimulatedMessage[] OfCustomer(string customer)
    {
        lock (_lock)
        {
            return _byCustomer.TryGetValue(customer, out var messages) ? [.. messages] : [];
        }
    }

    /// <summary>Everything, oldest first.</summary>
    public SimulatedMessage[] All()
    {
        lock (_lock)
        {
            return [.. _byAge.Where(message => _bySid.ContainsKey(message.Sid))];
        }
    }

    /// <summary>Customers who exchanged something lately, latest first.</summary>
    public string[] LatestCustomers(int limit)
    {
        lock (_lock)
        {
            return [.. _byCustomer.OrderByDescending(customer => customer.Value[^1].At).Take(limit).Select(customer => customer.Key)];
        }
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _bySid.Count;
            }
        }
    }

    private bool Forget(SimulatedMessage message)
    {
        if (!_bySid.Remove(message.Sid))
        {
            return false;
        }

        var ofCustomer = _byCustomer[message.Customer];
        ofCustomer.Remove(message);
        if (ofCustomer.Count == 0)
        {
            _byCustomer.Remove(message.Customer);
        }

        return true;
    }
}
