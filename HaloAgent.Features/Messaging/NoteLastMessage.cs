using Npgsql;

namespace HaloAgent.Messaging;

/// <summary>
/// Station 12, deliver: what no turn wrote (a notice of an order, a member's words) becomes the last message of its chat in the list, with
/// its time. A turn's commit notes its own. Not where it is queued: that locks no conversation. Before: <see cref="TakeNextDelivery"/>.
/// After: the channel's sender.
/// </summary>
public sealed class NoteLastMessage(NpgsqlDataSource database, MessageCodec codec)
{
    public async Task HandleAsync(Guid conversationId, NextDelivery message, CancellationToken cancellationToken)
    {
        // It may have waited behind others, and the chat may have gone on since.
        await using var command = database.CreateCommand(
            """
            UPDATE conversations SET last_message_at = @at, last_message = @preview, last_author = @author
            WHERE id = @conversation AND (last_message_at IS NULL OR last_message_at <= @at)
            """);
        command.Parameters.AddWithValue("conversation", conversationId);
        command.Parameters.AddWithValue("at", message.QueuedAt);
        command.Parameters.AddWithValue("preview", codec.EncodePreview(message.Content));
        command.Parameters.AddWithValue("author", message.Author.ToString());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
