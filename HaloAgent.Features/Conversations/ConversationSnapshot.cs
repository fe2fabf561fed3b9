using HaloAgent.Channels;
using HaloAgent.Data;
using HaloAgent.Messaging;
using Npgsql;

namespace HaloAgent.Conversations;

/// <summary>What an actor needs to know of its conversation, read in one look.</summary>
public sealed record ConversationSnapshot(
    Guid Id, Guid BusinessId, Guid ContactId, Guid ChannelAccountId, Channel Channel, string Account, string ExternalId, long Epoch, bool HeldByPerson,
    DateTimeOffset? LastInboundAt, string? ContactName, string Language, bool OptedOut, string? SavedAddress, string? SavedArea, int LoyaltyPoints,
    bool AnsweredBefore, HandBack? HandBack, AgentPace Pace)
{
    /// <summary>Where <see cref="SqlOfMany"/> gives the conversation's id.</summary>
    public const int IdColumn = 16;

    public const string Sql = Columns + "WHERE c.id = @conversation";

    public const string SqlOfMany = Columns + "WHERE c.id = ANY(@conversations)";

    // LATERAL and LIMIT: a plan made while nothing waits would read all that waits, of every chat, at each look during an outage.
    private const string Columns =
        """
        SELECT c.business_id, c.contact_id, c.channel_account_id, a.channel, a.address, i.external_id, c.epoch, c.held_by_member_id IS NOT NULL,
               c.last_inbound_at, p.name, p.language, p.opted_out_at IS NOT NULL, p.saved_address, p.saved_area, p.loyalty_points,
               EXISTS (SELECT 1 FROM turns t WHERE t.conversation_id = c.id AND t.status = 'Completed'), c.id,
               c.handed_back_by, c.handed_back_at, c.hand_back_summary, p.agent_messages_at,
               ARRAY(SELECT u.created_at FROM conversations o CROSS JOIN LATERAL (
                         SELECT m.created_at FROM message_logs m WHERE m.conversation_id = o.id AND m.undelivered AND m.author = 1 ORDER BY m.id LIMIT 10000) u
                     WHERE o.contact_id = c.contact_id)
        FROM conversations c
        JOIN channel_accounts a ON a.id = c.channel_account_id
        JOIN contacts p ON p.id = c.contact_id
        JOIN contact_identities i ON i.id = c.identity_id

        """;

    public static ConversationSnapshot Read(NpgsqlDataReader row, Guid id, PersonalDataCipher cipher) => new(
        id, row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), Enum.Parse<Channel>(row.GetString(3)), row.GetString(4),
        cipher.DecryptText(row.GetFieldValue<byte[]>(5)), row.GetInt64(6), row.GetBoolean(7),
        row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8), Text(row, 9, cipher), row.GetString(10), row.GetBoolean(11),
        Text(row, 12, cipher), row.IsDBNull(13) ? null : row.GetString(13), row.GetInt32(14), row.GetBoolean(15),
        Text(row, 19, cipher) is { } summary ? new HandBack(row.GetString(17), row.GetFieldValue<DateTimeOffset>(18), summary) : null,
        new AgentPace(row.GetFieldValue<DateTimeOffset[]>(20), row.GetFieldValue<DateTimeOffset[]>(21)));

    private static string? Text(NpgsqlDataReader row, int column, PersonalDataCipher cipher) =>
        row.IsDBNull(column) ? null : cipher.ReadableText(row.GetFieldValue<byte[]>(column));
}
