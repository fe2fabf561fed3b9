using HaloAgent.Channels;
using HaloAgent.Contacts;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Media;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaloAgent.IntegrationTests.Api;

/// <summary>Halo Kitchen on a day with something of everything: a customer, a chat with a turn, an order with a claim, a file, a decision.</summary>
internal sealed record OneShop(
    Guid BusinessId, Guid ContactId, Guid ConversationId, Guid TurnId, Guid OrderId, Guid MediaId, Guid ProductId, Guid DecisionId, long MessageId)
{
    public const string Name = "Adaọra Òkonkwo";
    public const string Phone = "+2348031234567";

    public static async Task<OneShop> OpenAsync(ApiHost api, string slug = "halo-kitchen", string phone = Phone)
    {
        var now = api.Time.GetUtcNow();
        var index = api.Services.GetRequiredService<BlindIndex>();
        var cipher = api.Services.GetRequiredService<PersonalDataCipher>();
        var codec = api.Services.GetRequiredService<MessageCodec>();
        return await api.UseAsync<HaloDbContext, OneShop>(async db =>
        {
            var business = await db.Businesses.SingleAsync(b => b.Slug == slug);
            var account = await db.ChannelAccounts.SingleAsync(a => a.BusinessId == business.Id && a.Channel == Channel.WhatsappTwilio);
            var product = await db.Products.FirstAsync(p => p.BusinessId == business.Id);
            var contact = Contact.Create(business.Id, Name, PhoneNumber.Parse(phone), index, now);
            var address = "whatsapp:" + phone;
            var identity = ContactIdentity.Create(contact, account.Id, address, ConversationKeys.ExternalId(index, account.Id, address), now);
            var conversation = ConversationKeys.Conversation(index, account.Id, address);
            var order = Order.Place(
                business.Id, contact.Id, conversation, PaymentReference.New(),
                new Delivery(FulfillmentType.Delivery, "12 Adeniyi Jones", "Ikeja", Money.FromNaira(1500)),
                [OrderItem.Of(0, product.Id, null, product.Name, null, 2, Money.FromNaira(3500), "no pepper")], now, TimeSpan.FromHours(24),
                await db.Orders.CountAsync(o => o.BusinessId == business.Id) + 1, "I am allergic to groundnut");
            order.MoveTo(OrderStatus.AwaitingConfirmation, Actor.Customer, null, now);
            var asset = MediaAsset.Store(business.Id, conversation, null, FileSignature.Png, Pictures.Png, cipher, now);
            var payment = Payment.Claim(business.Id, order.Id, "HA-0000-0000", false, Money.FromNaira(5000), now);
            payment.Attach(Receipt.Of(asset.Id, now));
            var decision = PendingDecision.Make(
                business.Id, order.Id, DecisionKind.Approve, null, null, Actor.Member(Guid.CreateVersion7(), "Ada"), now, TimeSpan.FromSeconds(20));
            db.AddRange(contact, identity, order, asset, payment, decision);
            await db.SaveChangesAsync();
            var turn = Guid.CreateVersion7();
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO conversations (id, business_id, channel_account_id, contact_id, identity_id, epoch, unread_count, created_at, last_inbound_at,
                                           last_message_at, last_message, last_author)
                VALUES ({conversation}, {business.Id}, {account.Id}, {contact.Id}, {identity.Id}, 1, 2, {now}, {now}, {now}, {cipher.Encrypt("I have paid")}, 'Customer')
                """);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO turns (id, conversation_id, business_id, epoch, status, attempts, started_at, brain)
                VALUES ({turn}, {conversation}, {business.Id}, 1, 'Completed', 1, {now}, 'guided')
                """);
            var text = codec.Encode(new MessageEnvelope { Content = MessageContent.OfText("I have paid <b>now</b>") });
            // A file came with it that could not be fetched.
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO message_logs (conversation_id, channel_account_id, business_id, kind, provider_message_id, content, created_at, direction, author, attempts, turn_id, failure_code)
                VALUES ({conversation}, {account.Id}, {business.Id}, 0, {"SM" + phone}, {text}, {now}, 0, 0, 0, {turn}, {NoteMissingFiles.MayComeCode})
                """);
            var message = await db.Messages.Where(m => m.ConversationId == conversation).Select(m => m.Id).SingleAsync();
            db.Escalations.Add(Escalation.Open(business.Id, conversation, contact.Id, EscalationReason.AskedForPerson, "a person please", now));
            await db.SaveChangesAsync();
            return new OneShop(business.Id, contact.Id, conversation, turn, order.Id, asset.Id, product.Id, decision.Id, message);
        });
    }
}

internal static class Pictures
{
    /// <summary>A whole PNG of one pixel.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static MultipartFormDataContent Form(byte[] bytes, string contentType = "image/png", string name = "file")
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new(contentType);
        return new MultipartFormDataContent { { part, name, "receipt.png" } };
    }
}
