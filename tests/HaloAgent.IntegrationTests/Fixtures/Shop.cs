using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Channels;
using HaloAgent.Contacts;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Data;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>A shop with delivery to Ikeja and Yaba, bank details and whatever a test puts on its shelves.</summary>
public sealed class Shop
{
    private static int shops;

    private readonly HaloDatabase database;

    private Shop(HaloDatabase database, Business business, ChannelAccount account) => (this.database, Business, Account) = (database, business, account);

    public Business Business { get; }

    public ChannelAccount Account { get; }

    public Guid Id => Business.Id;

    public Actor Owner { get; } = Actor.Member(Guid.CreateVersion7(), "Ada");

    public Actor Staff { get; } = Actor.Member(Guid.CreateVersion7(), "Bola");

    public static async Task<Shop> OpenAsync(HaloDatabase database, bool withBankDetails = true)
    {
        var number = Interlocked.Increment(ref shops);
        var business = Business.Create($"shop-{number}", $"Shop {number}", "Food", "Food", Tone.Warm, "3 Allen Avenue, Ikeja", database.Now);
        business.DeliverTo(
        [
            new DeliveryArea(["Ikeja", "Alausa", "Allen"], Money.FromNaira(1500)),
            new DeliveryArea(["Yaba", "Sabo"], Money.FromNaira(2000)),
        ]);
        business.BePaidAt(withBankDetails ? new BankDetails("GTBank", "0123456789", "Halo Kitchen Ltd") : null);
        var account = ChannelAccount.Create(
            database.Services.GetRequiredService<BlindIndex>(), business.Id, Channel.WhatsappTwilio, $"whatsapp:+1415523{number:D4}", database.Now);
        await database.SaveAsync(business, account);
        return new Shop(database, business, account);
    }

    public async Task<Product> SellAsync(string name, decimal price, int stock, params SaveVariantRequest[] variants)
    {
        var product = Product.Create(
            Id, new SaveProductRequest { Name = name, Category = "Meals", Price = price, Stock = stock, Variants = variants }, database.Now);
        await database.SaveAsync(product);
        return product;
    }

    /// <summary>A customer who has written once.</summary>
    public async Task<Customer> CustomerAsync(string? name = null)
    {
        var contact = Contact.Create(Id, name, null, database.Services.GetRequiredService<BlindIndex>(), database.Now);
        await database.SaveAsync(contact);
        return await ChatAsync(contact);
    }

    /// <summary>The same customer in another chat, as somebody who has a second number.</summary>
    public async Task<Customer> ChatOfAsync(Customer customer) =>
        await ChatAsync(await database.ReadAsync(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == customer.ContactId && c.BusinessId == Id)));

    private async Task<Customer> ChatAsync(Contact contact)
    {
        var index = database.Services.GetRequiredService<BlindIndex>();
        var address = $"whatsapp:+234803{Random.Shared.Next(1_000_000, 9_999_999)}";
        var identity = ContactIdentity.Create(contact, Account.Id, address, ConversationKeys.ExternalId(index, Account.Id, address), database.Now);
        await database.SaveAsync(identity);
        var conversation = ConversationKeys.Conversation(index, Account.Id, address);
        await database.ReadAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO conversations (id, business_id, channel_account_id, contact_id, identity_id, epoch, unread_count, created_at)
            VALUES ({conversation}, {Id}, {Account.Id}, {contact.Id}, {identity.Id}, 1, 0, {database.Now})
            """));
        return new Customer(database, this, contact.Id, conversation);
    }

    public Task<int> StockOfAsync(Product product) => database.ReadAsync(db => db.Products.Where(p => p.Id == product.Id).Select(p => p.Stock).SingleAsync());

    /// <summary>What was queued for a conversation without being part of a turn: the notifications.</summary>
    public Task<List<string>> ToldAsync(Customer customer) => database.ReadAsync(async db =>
    {
        var codec = database.Services.GetRequiredService<MessageCodec>();
        var rows = await db.Messages.Where(m => m.ConversationId == customer.ConversationId && m.Direction == MessageDirection.Outbound)
            .OrderBy(m => m.Id).Select(m => m.Content).ToListAsync();
        return rows.ConvertAll(row => codec.Decode(row).Content.Text);
    });
}
