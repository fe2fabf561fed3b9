using HaloAgent.Businesses;
using HaloAgent.Compliance;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Payments;

/// <summary>A shop without bank details says that it will send them, saves some, and does.</summary>
public sealed class SendPaymentDetailsTests(HaloDatabase database) : IClassFixture<HaloDatabase>
{
    [Fact]
    public async Task Who_waits_for_the_bank_details_is_sent_them_once_they_are_saved_and_never_twice()
    {
        var shop = await Shop.OpenAsync(database, withBankDetails: false);
        var jollof = await shop.SellAsync("Jollof rice", 3500, 50);
        var (ada, obi) = (await shop.CustomerAsync("Ada"), await shop.CustomerAsync("Obi"));
        var order = await ada.OrderAsync(jollof, 2);
        await obi.OrderAsync(jollof);

        Assert.Equal("no_bank_details", (await SendAsync(shop)).Failure?.Code);
        Assert.Equal(2, (await SaveAsync(shop, "Opay", "701 234 5678", "Ada's Kitchen")).Value.WaitingCustomers);
        Assert.Equal(2, (await SendAsync(shop)).Value.Customers);
        Assert.Equal(0, (await SendAsync(shop)).Value.Customers);

        var told = Assert.Single(await shop.ToldAsync(ada));
        Assert.Contains("Account number: 7012345678", told, StringComparison.Ordinal);
        Assert.Contains("Ada's Kitchen", told, StringComparison.Ordinal);
        Assert.Contains("₦7,000", told, StringComparison.Ordinal);
        Assert.Contains(order.PaymentReference, told, StringComparison.Ordinal);
        Assert.Single(await shop.ToldAsync(obi));
        Assert.Equal(0, (await database.UseAsync<ReadBankDetails, BankDetailsView>(read => read.HandleAsync(shop.Id, default))).WaitingCustomers);
    }

    [Fact]
    public async Task Who_has_paid_meanwhile_is_sent_nothing_and_waits_no_more()
    {
        var shop = await Shop.OpenAsync(database, withBankDetails: false);
        var customer = await shop.CustomerAsync("Ada");
        var order = await customer.OrderAsync(await shop.SellAsync("Jollof rice", 3500, 50));
        await shop.ApproveAsync(database, order);
        var before = (await shop.ToldAsync(customer)).Count;
        await SaveAsync(shop, "GTBank", "0123456789", "Halo Kitchen Ltd");

        Assert.Equal(0, (await SendAsync(shop)).Value.Customers);

        Assert.Equal(before, (await shop.ToldAsync(customer)).Count);
        var audited = await database.ReadAsync(db => db.AuditEntries.Where(e => e.BusinessId == shop.Id).Select(e => e.Action).ToListAsync());
        Assert.Contains("escalation_resolved", audited);
        Assert.DoesNotContain("payment_details_sent", audited);
        Assert.False(await database.ReadAsync(db => db.Escalations.AnyAsync(e => e.BusinessId == shop.Id && e.ResolvedAt == null)));
    }

    [Fact]
    public async Task Who_waits_in_two_chats_is_told_of_each_order_once()
    {
        var shop = await Shop.OpenAsync(database, withBankDetails: false);
        var jollof = await shop.SellAsync("Jollof rice", 3500, 50);
        var here = await shop.CustomerAsync("Ada");
        var there = await shop.ChatOfAsync(here);
        await here.OrderAsync(jollof);
        await there.OrderAsync(jollof);
        await SaveAsync(shop, "GTBank", "0123456789", "Halo Kitchen Ltd");

        Assert.Equal(1, (await SendAsync(shop)).Value.Customers);

        Assert.Single(await shop.ToldAsync(here));
        Assert.Single(await shop.ToldAsync(there));
        Assert.False(await database.ReadAsync(db => db.Escalations.AnyAsync(e => e.BusinessId == shop.Id && e.ResolvedAt == null)));
    }

    [Fact]
    public async Task Who_wants_no_messages_is_sent_nothing_is_not_counted_as_told_and_waits_for_a_person()
    {
        var shop = await Shop.OpenAsync(database, withBankDetails: false);
        var jollof = await shop.SellAsync("Jollof rice", 3500, 50);
        var (ada, obi) = (await shop.CustomerAsync("Ada"), await shop.CustomerAsync("Obi"));
        await ada.OrderAsync(jollof);
        await obi.OrderAsync(jollof);
        await database.UseAsync<OptOut, Outcome<Guid>>(optOut => optOut.HandleAsync(shop.Id, ada.ContactId, null, Actor.Customer, default));
        var waiting = (await SaveAsync(shop, "GTBank", "0123456789", "Halo Kitchen Ltd")).Value;
        var before = (await shop.ToldAsync(ada)).Count;

        Assert.Equal((1, 1), (waiting.WaitingCustomers, waiting.OptedOutCustomers));
        Assert.Equal(new PaymentDetailsSent(1, 1), (await SendAsync(shop)).Value);
        Assert.Equal(new PaymentDetailsSent(0, 1), (await SendAsync(shop)).Value);

        Assert.Equal(before, (await shop.ToldAsync(ada)).Count);
        Assert.Single(await shop.ToldAsync(obi));
        Assert.Equal([ada.ContactId], await database.ReadAsync(db => db.Escalations.Where(e => e.BusinessId == shop.Id && e.ResolvedAt == null).Select(e => e.ContactId).ToListAsync()));
        var audited = await database.ReadAsync(db => db.AuditEntries.Where(e => e.BusinessId == shop.Id && e.Action == "payment_details_sent").Select(e => e.SubjectId).ToListAsync());
        Assert.Equal([obi.ConversationId], audited);
    }

    [Fact]
    public async Task Nobody_is_sent_the_old_account_after_another_one_was_saved()
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync("Ada");
        await database.UseAsync<EscalateConversation, Outcome<EscalationFacts>>(
            escalate => escalate.HandleAsync(shop.Id, customer.ConversationId, EscalationReason.PaymentDetailsMissing, null, Actor.Agent, default));
        await customer.OrderAsync(await shop.SellAsync("Jollof rice", 3500, 50));
        await using var held = await HeldRows.LockAsync(database, $"SELECT 1 FROM escalations WHERE business_id = {shop.Id} FOR UPDATE");

        var sending = SendAsync(shop);
        await held.SomebodyWaitsAsync();
        var saving = SaveAsync(shop, "Opay", "7012345678", "Ada's Kitchen");
        await held.SomebodyWaitsAsync(howMany: 2);
        await held.CommitAsync();

        Assert.Equal(1, (await sending).Value.Customers);
        Assert.Equal("7012345678", (await saving).Value.AccountNumber);
        Assert.Contains("0123456789", Assert.Single(await shop.ToldAsync(customer)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_trail_tells_from_which_account_to_which_and_none_in_full()
    {
        var shop = await Shop.OpenAsync(database);

        await SaveAsync(shop, "Opay", "7012345678", "Ada's Kitchen");
        await SaveAsync(shop, "", "", "");
        await SaveAsync(shop, "", "", "");

        var told = await database.ReadAsync(db => db.AuditEntries.Where(e => e.BusinessId == shop.Id && e.Action == "bank_details_saved").Select(e => e.Detail).ToListAsync());
        Assert.Equal(["GTBank ••••••6789 Halo Kitchen Ltd → Opay ••••••5678 Ada's Kitchen", "Opay ••••••5678 Ada's Kitchen → none"], told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_next_order_is_paid_into_the_new_account()
    {
        var shop = await Shop.OpenAsync(database);
        var customer = await shop.CustomerAsync("Ada");
        var jollof = await shop.SellAsync("Jollof rice", 3500, 50);

        await SaveAsync(shop, "Opay", "7012345678", "Ada's Kitchen");

        Assert.Equal(new BankDetails("Opay", "7012345678", "Ada's Kitchen"), (await customer.OrderAsync(jollof)).BankDetails);
    }

    private Task<Outcome<PaymentDetailsSent>> SendAsync(Shop shop) => database.UseAsync<SendPaymentDetails, Outcome<PaymentDetailsSent>>(send => send.HandleAsync(shop.Id, shop.Staff, default));

    private async Task<Outcome<BankDetailsView>> SaveAsync(Shop shop, string bank, string number, string name)
    {
        var version = (await database.UseAsync<ReadBankDetails, BankDetailsView>(read => read.HandleAsync(shop.Id, default))).Version;
        var saved = new SaveBankDetailsRequest { Bank = bank, AccountNumber = number, AccountName = name, Version = version };
        return await database.UseAsync<SaveBankDetails, Outcome<BankDetailsView>>(save => save.HandleAsync(shop.Id, saved, shop.Owner, default));
    }
}
