using HaloAgent.Data;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Media;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Payments;

/// <summary>A picture that is looked at long after it was sent says nothing of what has happened since.</summary>
public sealed class LateReceiptTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task A_picture_that_comes_late_is_no_receipt_of_an_order_that_came_after_it()
    {
        var (shop, customer) = await NewCustomerAsync();
        var file = await StoreFileAsync(shop, customer);
        var sentAt = database.Now;
        database.Time.Advance(TimeSpan.FromMinutes(1));
        var order = await customer.OrderAsync(await shop.SellAsync("Jollof Rice", 3500, 20));

        Assert.Equal("nothing_to_pay", (await AttachAsync(shop, customer, file, sentAt)).Failure?.Code);
        await customer.ClaimAsync();
        Assert.Equal("nothing_to_pay", (await AttachAsync(shop, customer, file, sentAt)).Failure?.Code);

        Assert.Empty((await PaymentOfAsync(order)).Receipts);
        Assert.Equal(order.Number, (await AttachAsync(shop, customer, file, database.Now)).Value.Order.Number);
    }

    [Fact]
    public async Task A_picture_that_comes_late_opens_no_claim_that_was_rejected_since()
    {
        var (shop, customer) = await NewCustomerAsync();
        var order = await customer.OrderAsync(await shop.SellAsync("Jollof Rice", 3500, 20));
        var (first, second) = (await StoreFileAsync(shop, customer), await StoreFileAsync(shop, customer));
        var sentAt = database.Now;
        Assert.True((await AttachAsync(shop, customer, first, sentAt)).Succeeded);
        database.Time.Advance(TimeSpan.FromMinutes(1));
        await shop.RejectAsync(database, order, "Nothing came");

        Assert.Equal("receipt_already", (await AttachAsync(shop, customer, first, database.Now)).Failure?.Code);
        Assert.Equal("nothing_to_pay", (await AttachAsync(shop, customer, second, sentAt)).Failure?.Code);

        Assert.Equal(PaymentStatus.Rejected, (await PaymentOfAsync(order)).Status);
        Assert.Equal(OrderStatus.AwaitingConfirmation, (await AttachAsync(shop, customer, second, database.Now)).Value.Order.Status);
    }

    private async Task<(Shop Shop, Customer Customer)> NewCustomerAsync()
    {
        var shop = await Shop.OpenAsync(database);
        return (shop, await shop.CustomerAsync());
    }

    private Task<Payment> PaymentOfAsync(OrderFacts order) =>
        database.ReadAsync(db => db.Payments.Include(p => p.Receipts).SingleAsync(p => p.OrderId == order.Id));

    private async Task<Guid> StoreFileAsync(Shop shop, Customer customer)
    {
        var file = MediaAsset.Store(shop.Id, customer.ConversationId, null, "image/png", [1, 2, 3], database.Services.GetRequiredService<PersonalDataCipher>(), database.Now);
        await database.SaveAsync(file);
        return file.Id;
    }

    private Task<Outcome<ReceiptAttached>> AttachAsync(Shop shop, Customer customer, Guid file, DateTimeOffset sentAt) => database.UseAsync<AttachReceipt, Outcome<ReceiptAttached>>(
        attach => attach.HandleAsync(shop.Id, customer.ContactId, customer.ConversationId, file, sentAt, default));
}
