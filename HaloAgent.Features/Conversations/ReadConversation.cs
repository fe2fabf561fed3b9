using HaloAgent.Data;
using Npgsql;

namespace HaloAgent.Conversations;

/// <summary>Reads a conversation for its actor; null while nobody has routed its first message.</summary>
public sealed class ReadConversation(NpgsqlDataSource database, PersonalDataCipher cipher)
{
    public async Task<ConversationSnapshot?> HandleAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ConversationSnapshot.Sql);
        command.Parameters.AddWithValue("conversation", conversationId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? ConversationSnapshot.Read(reader, conversationId, cipher) : null;
    }
}
