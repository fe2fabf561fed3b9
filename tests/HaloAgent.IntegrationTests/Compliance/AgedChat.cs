using HaloAgent.Data;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Media;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaloAgent.IntegrationTests.Compliance;

/// <summary>A customer's chat with answered messages of any age, as the message path would have left them.</summary>
internal sealed class AgedChat(HaloDatabase database, Shop shop, Customer customer)
{
    public Customer Customer => customer;

    public Guid Id => customer.ConversationId;

    public static async Task<AgedChat> BeginAsync(HaloDatabase database, Shop shop, int daysAgo)
    {
        var chat = new AgedChat(database, shop, await shop.CustomerAsync("Bisi"));
        await chat.BeganAsync(daysAgo);
        return chat;
    }

    public DateTimeOffset DaysAgo(int days) => database.Now.AddDays(-days);

    /// <summary>One question, the turn with its journal, and the reply that was read.</summary>
    public async Task<AgedTurn> AnswerAsync(int daysAgo, string question = "2 jollof please", string status = "Completed")
    {
        var (at, turn) = (DaysAgo(daysAgo), Guid.CreateVersion7());
        DateTimeOffset? completed = status == "Running" ? null : at;
        await ExecuteAsync(
            $"""
            INSERT INTO turns (id, conversation_id, business_id, epoch, status, attempts, brain, brain_reason, intent, confidence, started_at, completed_at)
            VALUES ({turn}, {Id}, {shop.Id}, 1, {status}, 1, 'guided', 'certain', 'Add', 0.97, {at}, {completed})
            """);
        await ExecuteAsync(
            $"""
            INSERT INTO turn_steps (id, turn_id, ordinal, kind, name, operation_id, arguments, result, at, duration_ms)
            VALUES ({Guid.CreateVersion7()}, {turn}, 1, 'Tool', 'place_order', {turn.ToString()}, {Sealed("{}")}, {Sealed("{}")}, {at}, 3),
                   ({Guid.CreateVersion7()}, {turn}, 2, 'Model', 'model', NULL, NULL, {Sealed("{}")}, {at}, 900)
            """);
        return new AgedTurn(turn, await ReceiveAsync(daysAgo, turn, question), await SendAsync(daysAgo, turn, DeliveryStatus.Read));
    }

    /// <param name="turn">Null: it waits.</param>
    public async Task<long> ReceiveAsync(int daysAgo, Guid? turn, string text = "hello")
    {
        var at = DaysAgo(daysAgo);
        await WroteAsync(at);
        return (await database.ReadAsync(db => db.Database.SqlQuery<long>(
            $"""
            INSERT INTO message_logs (conversation_id, channel_account_id, business_id, direction, author, kind, provider_message_id, content, raw, created_at, turn_id, attempts)
            VALUES ({Id}, {shop.Account.Id}, {shop.Id}, 0, 0, 0, {"SM" + Guid.CreateVersion7().ToString("N")}, {Content(text)}, {Sealed("Body=" + text)}, {at}, {turn}, 0)
            RETURNING id
            """).ToListAsync())).Single();
    }

    public async Task<long> SendAsync(int daysAgo, Guid? turn, DeliveryStatus status)
    {
        var (at, delivery) = (DaysAgo(daysAgo), (short)status);
        await WroteAsync(at);
        return (await database.ReadAsync(db => db.Database.SqlQuery<long>(
            $"""
            INSERT INTO message_logs (conversation_id, channel_account_id, business_id, direction, author, kind, content, created_at, turn_id, delivery_status, attempts)
            VALUES ({Id}, {shop.Account.Id}, {shop.Id}, 1, 1, 0, {Content("Here you are")}, {at}, {turn}, {delivery}, 1) RETURNING id
            """).ToListAsync())).Single();
    }

    public async Task<MediaAsset> AttachAsync(long message, int daysAgo)
    {
        var asset = MediaAsset.Store(
            shop.Id, Id, message, FileSignature.Png, [0x89, 1, 2, 3], database.Services.GetRequiredService<PersonalDataCipher>(), DaysAgo(daysAgo));
        await database.SaveAsync(asset);
        return asset;
    }

    public Task<List<long>> KeptAsync() => database.ReadAsync(db => db.Messages.Where(m => m.ConversationId == Id).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync());

    public Task<int> StepsAsync(AgedTurn turn) => database.ReadAsync(db => db.Turns.Where(t => t.Id == turn.Id).SelectMany(t => t.Steps).CountAsync());

    public Task<int> ExecuteAsync(FormattableString sql) => database.ReadAsync(db => db.Database.ExecuteSqlAsync(sql));

    private Task<int> BeganAsync(int daysAgo) => ExecuteAsync($"UPDATE conversations SET created_at = {DaysAgo(daysAgo)} WHERE id = {Id}");

    private Task<int> WroteAsync(DateTimeOffset at) => ExecuteAsync(
        $"UPDATE conversations SET last_message_at = GREATEST(last_message_at, {at}), last_message = {Sealed("Here you are")}, last_author = 'Agent' WHERE id = {Id}");

    private byte[] Content(string text) =>
        database.Services.GetRequiredService<MessageCodec>().Encode(new MessageEnvelope { Content = MessageContent.OfText(text) });

    private byte[] Sealed(string text) => database.Services.GetRequiredService<PersonalDataCipher>().Encrypt(text);
}

internal sealed record AgedTurn(Guid Id, long Question, long Reply);
