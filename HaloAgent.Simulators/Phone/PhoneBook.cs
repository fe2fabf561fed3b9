using HaloAgent.Simulators.Live;
using HaloAgent.Simulators.Twilio;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Phone;

/// <summary>The people and shops that the phone page offers.</summary>
internal sealed class PhoneBook
{
    private const int MostEntries = 60;
    private const int LongestName = 60;

    private readonly Lock _lock = new();
    private readonly Feed _feed;
    private readonly List<Customer> _customers =
    [
        new("whatsapp:+2348030000101", "Adaeze Okafor"),
        new("whatsapp:+2348050000102", "Musa Ibrahim"),
        new("whatsapp:+2348160000103", "Fúnkẹ́ Adéyẹmí"),
        new("whatsapp:+2347030000104", "Emeka Nwosu"),
        new("whatsapp:NG.1349120865530274", "Zainab Bello"),
    ];

    private readonly List<Shop> _shops;

    public PhoneBook(IOptions<SimulatorOptions> options, Feed feed)
    {
        _feed = feed;
        _shops = [.. options.Value.Shops.Select(shop => new Shop(Address.Normalise(shop.Number), shop.Name))];
        if (_shops.Count == 0)
        {
            _shops = [new("whatsapp:+14155238886", "Halo Kitchen"), new("whatsapp:+14155238887", "Ankara Corner")];
        }

        DefaultShop = _shops[0].Address;
    }

    public string DefaultShop { get; }

    public Customer[] Customers
    {
        get
        {
            lock (_lock)
            {
                return [.. _customers];
            }
        }
    }

    public Shop[] Shops
    {
        get
        {
            lock (_lock)
            {
                return [.. _shops];
            }
        }
    }

    public bool Contains(string customer)
    {
        lock (_lock)
        {
            return _customers.Exists(one => one.Address == customer);
        }
    }

    /// <summary>The WhatsApp profile name; strangers get a plain one.</summary>
    public string NameOf(string customer)
    {
        lock (_lock)
        {
            return _customers.Find(one => one.Address == customer)?.Name ?? "Customer";
        }
    }

    /// <summary>Adds a person, or renames one. Without a number the person hides it.</summary>
    public (Customer? Added, (string Field, string Why)? Wrong) AddCustomer(string? name, string? number)
    {
        if (Check(name) is { } wrongName)
        {
            return (null, wrongName);
        }

        var address = string.IsNullOrWhiteSpace(number) ? Address.BusinessScopedIdOf(Guid.CreateVersion7().ToString()) : PhoneNumber.ToAddress(number);
        if (address is null)
        {
            return (null, ("number", "A number such as 0803 000 0101 or +234 803 000 0101; leave it empty for a hidden one."));
        }

        var customer = new Customer(address, name!.Trim());
        return Put(_customers, customer, one => one.Address == address) ? (customer, null) : (null, ("number", "The phone book is full; remove someone first."));
    }

    public (Shop? Added, (string Field, string Why)? Wrong) AddShop(string? name, string? number)
    {
        if (Check(name) is { } wrongName)
        {
            return (null, wrongName);
        }

        if (PhoneNumber.ToAddress(number ?? "") is not { } address || Address.IsBusinessScoped(address))
        {
            return (null, ("number", "The shop's WhatsApp number, for example +1 415 523 8886."));
        }

        var shop = new Shop(address, name!.Trim());
        return Put(_shops, shop, one => one.Address == address) ? (shop, null) : (null, ("number", "The phone book is full."));
    }

    public bool RemoveCustomer(string address)
    {
        lock (_lock)
        {
            if (_customers.RemoveAll(one => one.Address == address) == 0)
            {
                return false;
            }
        }

        _feed.PhoneBookChanged();
        return true;
    }

    private bool Put<T>(List<T> entries, T entry, Predicate<T> isSame)
    {
        lock (_lock)
        {
            var index = entries.FindIndex(isSame);
            if (index >= 0)
            {
                entries[index] = entry;
            }
            else if (entries.Count < MostEntries)
            {
                entries.Add(entry);
            }
            else
            {
                return false;
            }
        }

        _feed.PhoneBookChanged();
        return true;
    }

    private static (string Field, string Why)? Check(string? name) =>
        string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName ? ("name", $"A name of 1 to {LongestName} characters.") : null;
}
