using HaloAgent.Compliance;
using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

public sealed class EscalationTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task Asking_twice_for_a_person_is_one_request_that_knows_both_details()
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync();

        var outcomes = await Task.WhenAll(
            EscalateAsync(shop, customer, EscalationReason.Complaint, "cold food"), EscalateAsync(shop, customer, EscalationReason.Complaint, "no spoon"));
        await EscalateAsync(shop, customer, EscalationReason.Complaint, "no spoon");

        Assert.Single(outcomes, o => !o.Value.AlreadyOpen);
        var open = Assert.Single(await OpenAsync(customer));
        Assert.Equal(["cold food", "no spoon"], open.Detail!.Split('\n').Order());
    }

    [Fact]
    public async Task A_wish_about_their_data_calls_somebody_each_time_until_it_was_seen_to_and_then_is_a_new_one()
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync();
        var first = (await WishAsync()).Value;
        Assert.Equal((first.Id, true), ((await WishAsync()).Value.Id, (await WishAsync()).Value.AskedBefore));
        Assert.Equal(EscalationReason.DataRequest, Assert.Single(await OpenAsync(customer)).Reason);

        await ResolveAsync(shop, customer);

        Assert.NotNull(await database.ReadAsync(db => db.DataRequests.Where(r => r.Id == first.Id).Select(r => r.DoneAt).SingleAsync()));
        Assert.False((await WishAsync()).Value.AskedBefore);
        Assert.Equal(EscalationReason.DataRequest, Assert.Single(await OpenAsync(customer)).Reason);

        Task<Outcome<DataRequested>> WishAsync() => database.UseAsync<RequestMyData, Outcome<DataRequested>>(
            wish => wish.HandleAsync(shop.Id, customer.ContactId, customer.ConversationId, DataRequestKind.Delete, null, default));
    }

    [Fact]
    public async Task Different_reasons_stand_side_by_side_until_a_member_has_seen_to_them()
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync();
        await EscalateAsync(shop, customer, EscalationReason.Complaint, null);
        await EscalateAsync(shop, customer, EscalationReason.AskedForPerson, null);

        Assert.Equal(2, (await ResolveAsync(shop, customer)).Value);

        Assert.Empty(await OpenAsync(customer));
        Assert.Contains(database.Announced.Events, e => e == new LiveEvent(LiveEventKinds.EscalationChanged, shop.Id, customer.ConversationId));
        Assert.Equal(2, await database.ReadAsync(db => db.AuditEntries.CountAsync(e => e.SubjectId == customer.ConversationId && e.Action == "escalation_resolved")));
        Assert.False((await EscalateAsync(shop, customer, EscalationReason.Complaint, null)).Value.AlreadyOpen);
    }

    [Fact]
    public async Task Another_shops_conversation_is_not_there()
    {
        var (mine, other) = (await Shop.OpenAsync(database), await Shop.OpenAsync(database));
        var customer = await mine.CustomerAsync();

        Assert.Equal(FailureKind.NotFound, (await EscalateAsync(other, customer, EscalationReason.Complaint, null)).Failure?.Kind);
        Assert.Equal(FailureKind.NotFound, (await ResolveAsync(other, customer)).Failure?.Kind);
        Assert.Empty(await OpenAsync(customer));
    }

    [Fact]
    public async Task Asking_where_to_pay_without_bank_details_asks_the_owner_only_when_something_is_owed()
    {
        var shop = await Shop.OpenAsync(database, withBankDetails: false);
        var customer = await shop.CustomerAsync();

        Assert.Empty((await DetailsAsync(shop, customer)).Value.Owing);
        Assert.Empty(await OpenAsync(customer));

        var order = await customer.OrderAsync(await shop.SellAsync("Jollof Rice", 3500, 20));
        await ResolveAsync(shop, customer);
        var details = (await DetailsAsync(shop, customer)).Value;
        Assert.Null(details.Bank);
        Assert.Equal(order.PaymentReference, Assert.Single(details.Owing).PaymentReference);
        Assert.Equal(EscalationReason.PaymentDetailsMissing, Assert.Single(await OpenAsync(customer)).Reason);
    }

    private Task<Outcome<EscalationFacts>> EscalateAsync(Shop shop, Customer customer, EscalationReason reason, string? detail) =>
        database.UseAsync<EscalateConversation, Outcome<EscalationFacts>>(
            escalate => escalate.HandleAsync(shop.Id, customer.ConversationId, reason, detail, Actor.Agent, default));

    private Task<Outcome<int>> ResolveAsync(Shop shop, Customer customer) =>
        database.UseAsync<ResolveEscalation, Outcome<int>>(resolve => resolve.HandleAsync(shop.Id, customer.ConversationId, shop.Owner, default));

    private Task<Outcome<PaymentDetails>> DetailsAsync(Shop shop, Customer customer) => database.UseAsync<ReadPaymentDetails, Outcome<PaymentDetails>>(
        read => read.HandleAsync(shop.Id, customer.ContactId, customer.ConversationId, default));

    private Task<List<Escalation>> OpenAsync(Customer customer) => database.ReadAsync(
        db => db.Escalations.Where(e => e.ConversationId == customer.ConversationId && e.ResolvedAt == null).ToListAsync());
}
