using System.Globalization;
using System.Security.Cryptography;
using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Channels;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Data;
using HaloAgent.LoadTests.Target;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.LoadTests.Turns;

/// <summary>A shop of this run alone: pickup only, payable, open day and night, with stock that no run exhausts.</summary>
internal sealed class LoadShop
{
    public static readonly string[] Products = ["Jollof Rice", "Zobo", "Moi Moi", "Chapman"];
    private const int Stock = 1_000_000;

    private readonly BlindIndex index;

    private LoadShop(BlindIndex index, Guid id, string address)
    {
        (this.index, Id, Address) = (index, id, address);
        Account = ConversationKeys.Account(index, Channel.WhatsappTwilio, address);
    }

    public Guid Id { get; }

    /// <summary>As Twilio writes it.</summary>
    public string Address { get; }

    public Guid Account { get; }

    public Guid ConversationWith(string customer) => ConversationKeys.Conversation(index, Account, customer);

    public static async Task<LoadShop> OpenAsync(SystemUnderTest system, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var number = string.Create(CultureInfo.InvariantCulture, $"+1415{RandomNumberGenerator.GetInt32(5_000_000, 9_999_999)}");
        var business = Business.Create($"load-{number[1..]}", "Load Kitchen", "Where load tests eat", "Food", Tone.Plain, "1 Test Street, Ikeja", now);
        business.OpenAt([.. Enum.GetValues<DayOfWeek>().Select(day => new OpeningHours(day, TimeOnly.MinValue, TimeOnly.MinValue))]);
        business.BePaidAt(new BankDetails("Test Bank", "0123456789", "Load Kitchen"));
        business.ReceiveOnWhatsApp(number);
        business.List(false);

        var address = "whatsapp:" + number;
        await using var database = Open(system);
        database.Add(business);
        database.Add(ChannelAccount.Create(system.Index, business.Id, Channel.WhatsappTwilio, address, now));
        foreach (var (name, position) in Products.Select((name, position) => (name, position)))
        {
            database.Add(Product.Create(business.Id, new SaveProductRequest { Name = name, Category = "Food", Price = 500 + (250 * position), Stock = Stock }, now));
        }

        await database.SaveChangesAsync(cancellation);
        return new LoadShop(system.Index, business.Id, address);
    }

    private static HaloDbContext Open(SystemUnderTest system)
    {
        var options = new DbContextOptionsBuilder<HaloDbContext>().UseNpgsql(system.Database);
        HaloData.Configure(options);
        return new HaloDbContext(options.Options, new PersonalDataCipher(system.Keys));
    }
}
