using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Media;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Payments;

public sealed class ClaimPaymentTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task I_have_paid_puts_the_only_unpaid_order_before_the_owner_and_no_further()
    {
        var (shop, customer, order) = await OrderedAsync();

        var claimed = (await customer.ClaimAsync()).Value;

        Assert.Equal((order.Id, OrderStatus.AwaitingConfirmation), (claimed.Order.Id, claimed.Order.Status));
        Assert.Equal(ReferenceCheck.NoneTyped, claimed.Reference);
        Assert.Null(claimed.Order.ExpiresAt);
        Assert.Null((await PaymentOfAsync(order)).ReferenceMatches);
        Assert.Empty(await shop.ToldAsync(customer));
    }

    [Fact]
    public async Task A_second_claim_adds_its_reference_to_the_first_and_makes_no_other()
    {
        var (_, customer, order) = await OrderedAsync();
        await customer.ClaimAsync();

        var again = (await customer.ClaimAsync(order.PaymentReference.ToLowerInvariant())).Value;

        Assert.True(again.AddedToEarlier);
        Assert.Equal(ReferenceCheck.Matches, again.Reference);
        Assert.True((await PaymentOfAsync(order)).ReferenceMatches);
        await customer.ClaimAsync("something else");
        Assert.True((await PaymentOfAsync(order)).ReferenceMatches);
    }

    [Fact]
    public async Task An_amount_that_is_named_later_stands_beside_the_claim_and_the_newest_word_counts()
    {
        var (_, customer, order) = await OrderedAsync();
        await customer.ClaimAsync();

        await customer.ClaimAsync(amount: Money.FromNaira(5000));
        Assert.Equal(Money.FromNaira(5000), (await PaymentOfAsync(order)).ClaimedAmount);

        await customer.ClaimAsync();
        Assert.Equal(Money.FromNaira(5000), (await PaymentOfAsync(order)).ClaimedAmount);
        await customer.ClaimAsync(amount: Money.FromNaira(5500));
        Assert.Equal(Money.FromNaira(5500), (await PaymentOfAsync(order)).ClaimedAmount);
    }

    [Fact]
    public async Task A_mistyped_reference_is_recognised_and_the_claim_is_not_lost()
    {
        var (_, customer, order) = await OrderedAsync();
        var wrong = order.PaymentReference[..^1] + (order.PaymentReference[^1] == '2' ? '3' : '2');

        var claimed = (await customer.ClaimAsync(wrong)).Value;

        Assert.Equal(ReferenceCheck.Mistyped, claimed.Reference);
        Assert.Equal((wrong, false), ((await PaymentOfAsync(order)).ClaimedReference, (await PaymentOfAsync(order)).ReferenceMatches));
    }

    [Fact]
    public async Task A_reference_finds_its_order_among_several()
    {
        var (shop, customer, first) = await OrderedAsync();
        var second = await customer.OrderAsync(await shop.SellAsync("Zobo", 800, 10));

        var which = Assert.IsType<SeveralOrders>((await customer.ClaimAsync()).Failure);
        Assert.Equal([second.Number, first.Number], which.Orders.Select(o => o.Number));
        Assert.IsType<SeveralOrders>((await customer.ClaimAsync(PaymentReference.New())).Failure);

        var claimed = (await customer.ClaimAsync(first.PaymentReference)).Value;
        Assert.Equal((first.Id, ReferenceCheck.Matches), (claimed.Order.Id, claimed.Reference));
        var other = (await customer.ClaimAsync(first.PaymentReference, second.Id)).Value;
        Assert.Equal((second.Id, ReferenceCheck.OtherOrder), (other.Order.Id, other.Reference));
    }

    [Fact]
    public async Task Another_customers_reference_is_as_unknown_as_one_that_nobody_has()
    {
        var (shop, customer, _) = await OrderedAsync();
        var stranger = await shop.CustomerAsync();
        var theirs = await stranger.OrderAsync(await shop.SellAsync("Zobo", 800, 10));

        Assert.Equal(ReferenceCheck.Unknown, (await customer.ClaimAsync(theirs.PaymentReference)).Value.Reference);
        Assert.Equal(ReferenceCheck.Unknown, (await customer.ClaimAsync(PaymentReference.New())).Value.Reference);
        Assert.Equal(FailureKind.NotFound, (await customer.ClaimAsync(null, theirs.Id)).Failure?.Kind);
    }

    [Fact]
    public async Task Without_an_order_there_is_nothing_to_claim_and_a_paid_one_says_so()
    {
        var (shop, customer, order) = await OrderedAsync();
        Assert.Equal(PaymentFailures.NothingToPay, (await (await shop.CustomerAsync()).ClaimAsync()).Failure);
        await shop.ApproveAsync(database, order);

        Assert.Equal("already_paid", (await customer.ClaimAsync()).Failure?.Code);
        Assert.Equal("already_paid", (await customer.ClaimAsync(order.PaymentReference)).Failure?.Code);
    }

    [Fact]
    public async Task A_claim_on_an_expired_order_takes_its_stock_again()
    {
        var (shop, customer, order) = await OrderedAsync(stock: 5, quantity: 3);
        var product = order.Lines[0].ProductId;
        await ExpireAsync();
        Assert.Equal(5, await StockAsync(product));

        var claimed = (await customer.ClaimAsync()).Value;

        Assert.Equal(OrderStatus.AwaitingConfirmation, claimed.Order.Status);
        Assert.False(claimed.NotPossible);
        Assert.Equal(2, await StockAsync(product));
        Assert.Single(await shop.ToldAsync(customer));
    }

    [Fact]
    public async Task A_claim_on_an_order_that_ended_and_whose_stock_is_sold_goes_to_the_owner()
    {
        var (shop, customer, order) = await OrderedAsync(stock: 3, quantity: 3);
        var product = await database.ReadAsync(db => db.Products.SingleAsync(p => p.Id == order.Lines[0].ProductId));
        await ExpireAsync();
        var quicker = await (await shop.CustomerAsync()).OrderAsync(product, 2);

        var claimed = (await customer.ClaimAsync(order.PaymentReference)).Value;

        Assert.True(claimed.NotPossible);
        Assert.Equal(OrderStatus.Expired, claimed.Order.Status);
        Assert.Equal(1, await StockAsync(product.Id));
        var escalation = await database.ReadAsync(db => db.Escalations.SingleAsync(e => e.ConversationId == customer.ConversationId));
        Assert.Equal(EscalationReason.PaidOrderNotPossible, escalation.Reason);
        Assert.Contains(order.Number, escalation.Detail, StringComparison.Ordinal);
        Assert.Equal("out_of_stock", (await shop.ApproveAsync(database, order)).Failure?.Code);

        var quickerContact = await database.ReadAsync(db => db.Orders.Where(o => o.Id == quicker.Id).Select(o => o.ContactId).SingleAsync());
        await database.UseAsync<CancelOrder, Outcome<CancelledOrder>>(cancel => cancel.HandleAsync(
            shop.Id, quickerContact, customer.ConversationId, quicker.Id, null, default));
        Assert.Equal(OrderStatus.Paid, (await shop.ApproveAsync(database, order)).Value.Status);
        Assert.Equal(0, await StockAsync(product.Id));
    }

    [Fact]
    public async Task Beside_a_claim_that_waits_an_order_that_has_just_expired_is_not_forgotten()
    {
        var (shop, customer, expired) = await OrderedAsync();
        var jollof = await database.ReadAsync(db => db.Products.SingleAsync(p => p.Id == expired.Lines[0].ProductId));
        await ExpireAsync();
        var waiting = await customer.OrderAsync(jollof);
        Assert.Equal(waiting.Id, (await customer.ClaimAsync()).Value.Order.Id);

        var which = Assert.IsType<SeveralOrders>((await customer.ClaimAsync()).Failure);

        Assert.Equal([waiting.Id, expired.Id], which.Orders.Select(o => o.Id));
        await shop.ApproveAsync(database, waiting);
        Assert.Equal(expired.Id, (await customer.ClaimAsync()).Value.Order.Id);
    }

    [Fact]
    public async Task An_order_that_ended_long_ago_is_claimed_only_when_nothing_else_can_be_meant()
    {
        var (shop, customer, expired) = await OrderedAsync();
        var jollof = await database.ReadAsync(db => db.Products.SingleAsync(p => p.Id == expired.Lines[0].ProductId));
        await ExpireAsync();
        database.Time.Advance(TimeSpan.FromDays(3));
        var paid = await customer.OrderAsync(jollof);
        await shop.ApproveAsync(database, paid);

        Assert.Equal("already_paid", (await customer.ClaimAsync()).Failure?.Code);
        Assert.Equal(expired.Id, (await customer.ClaimAsync(expired.PaymentReference)).Value.Order.Id);
    }

    [Fact]
    public async Task A_picture_becomes_the_receipt_of_the_order_that_owes_once()
    {
        var (shop, customer, order) = await OrderedAsync();
        var picture = await StoreFileAsync(shop, customer, "image/jpeg");

        var attached = (await AttachAsync(shop, customer, picture)).Value;
        var again = (await AttachAsync(shop, customer, picture)).Value;

        Assert.Equal((order.Id, OrderStatus.AwaitingConfirmation), (attached.Order.Id, attached.Order.Status));
        Assert.True(again.Repeated);
        Assert.Equal(picture, Assert.Single((await PaymentOfAsync(order)).Receipts).MediaAssetId);
    }

    [Fact]
    public async Task A_receipt_after_a_claim_belongs_to_that_claim_also_when_another_order_is_unpaid()
    {
        var (shop, customer, first) = await OrderedAsync();
        await customer.OrderAsync(await shop.SellAsync("Zobo", 800, 10));
        await customer.ClaimAsync(first.PaymentReference);

        var attached = (await AttachAsync(shop, customer, await StoreFileAsync(shop, customer, "application/pdf"))).Value;

        Assert.Equal((first.Id, true), (attached.Order.Id, attached.AddedToEarlier));
    }

    [Fact]
    public async Task A_voice_note_is_no_receipt_and_another_chats_file_is_not_there()
    {
        var (shop, customer, _) = await OrderedAsync();
        var stranger = await shop.CustomerAsync();

        Assert.Equal(PaymentFailures.NotAReceipt, (await AttachAsync(shop, customer, await StoreFileAsync(shop, customer, "audio/ogg"))).Failure);
        Assert.Equal(PaymentFailures.NoSuchFile, (await AttachAsync(shop, customer, await StoreFileAsync(shop, stranger, "image/png"))).Failure);
    }

    [Fact]
    public async Task A_member_uploads_the_receipt_that_a_customer_has_shown_them()
    {
        var (shop, customer, order) = await OrderedAsync();
        var other = await Shop.OpenAsync(database);
        var file = await StoreFileAsync(shop, customer, "image/png");

        Assert.Equal(OrderFailures.NoSuchOrder, (await UploadAsync(other, order, file)).Failure);
        Assert.Equal(PaymentFailures.NoSuchFile, (await UploadAsync(shop, order, Guid.CreateVersion7())).Failure);
        Assert.Equal(OrderStatus.AwaitingConfirmation, (await UploadAsync(shop, order, file)).Value.Order.Status);
        Assert.Single((await PaymentOfAsync(order)).Receipts);
    }

    [Fact]
    public async Task A_late_claim_that_the_owner_rejects_leaves_the_order_ended()
    {
        var (shop, customer, order) = await OrderedAsync(stock: 3, quantity: 3);
        var product = await database.ReadAsync(db => db.Products.SingleAsync(p => p.Id == order.Lines[0].ProductId));
        await ExpireAsync();
        await (await shop.CustomerAsync()).OrderAsync(product);
        await customer.ClaimAsync(order.PaymentReference);

        Assert.Equal(OrderStatus.Expired, (await shop.RejectAsync(database, order, "Refunded to your account")).Value.Status);

        var payment = await PaymentOfAsync(order);
        Assert.Equal(PaymentStatus.Rejected, payment.Status);
        Assert.Equal(1, await database.ReadAsync(db => db.Messages.CountAsync(m => m.ConversationId == customer.ConversationId && m.OperationId == $"claim-rejected:{payment.Id:N}")));
        Assert.Equal("already_rejected", (await shop.RejectAsync(database, order, "again")).Failure?.Code);
    }

    [Fact]
    public async Task A_picture_without_words_wakes_no_order_that_was_cancelled()
    {
        var (shop, customer, order) = await OrderedAsync(stock: 3, quantity: 3);
        await customer.CancelAsync();
        var file = await StoreFileAsync(shop, customer, "image/png");

        Assert.Equal("nothing_to_pay", (await AttachAsync(shop, customer, file)).Failure?.Code);
        Assert.Equal(3, await StockAsync(order.Lines[0].ProductId));
        Assert.Equal(order.Number, (await AttachAsync(shop, customer, file, saysPaid: true)).Value.Order.Number);
    }

    private async Task<(Shop Shop, Customer Customer, OrderFacts Order)> OrderedAsync(int stock = 20, int quantity = 1)
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync();
        return (shop, customer, await customer.OrderAsync(await shop.SellAsync("Jollof Rice", 3500, stock), quantity));
    }

    private async Task ExpireAsync()
    {
        database.Time.Advance(TimeSpan.FromHours(25));
        await database.UseAsync<ExpireOrders, int>(expire => expire.HandleAsync(100, default));
    }

    private Task<Payment> PaymentOfAsync(OrderFacts order) =>
        database.ReadAsync(db => db.Payments.Include(p => p.Receipts).SingleAsync(p => p.OrderId == order.Id));

    private Task<int> StockAsync(Guid product) => database.ReadAsync(db => db.Products.Where(p => p.Id == product).Select(p => p.Stock).SingleAsync());

    private async Task<Guid> StoreFileAsync(Shop shop, Customer customer, string contentType)
    {
        var cipher = database.Services.GetRequiredService<HaloAgent.Data.PersonalDataCipher>();
        var file = MediaAsset.Store(shop.Id, customer.ConversationId, null, contentType, [1, 2, 3], cipher, database.Now);
        await database.SaveAsync(file);
        return file.Id;
    }

    private Task<Outcome<ReceiptAttached>> AttachAsync(Shop shop, Customer customer, Guid file, bool saysPaid = false) => database.UseAsync<AttachReceipt, Outcome<ReceiptAttached>>(
        attach => attach.HandleAsync(shop.Id, customer.ContactId, customer.ConversationId, file, null, saysPaid, default));

    private Task<Outcome<ReceiptAttached>> UploadAsync(Shop shop, OrderFacts order, Guid file) => database.UseAsync<AttachReceipt, Outcome<ReceiptAttached>>(
        attach => attach.HandleAsync(shop.Id, order.Id, file, shop.Owner, default));
}
