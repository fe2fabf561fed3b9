using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Media;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.AgentWorker.Media;

/// <summary>A member has asked for the files of a message once more: what comes is kept, and is a receipt where one was due when it was sent.</summary>
internal sealed class FetchMissingFiles(ReadConversation readConversation, KeepHeldMedia media, MessageCodec codec, IServiceScopeFactory scopes)
{
    public async Task HandleAsync(Guid conversationId, long messageId, CancellationToken cancellationToken)
    {
        if (await readConversation.HandleAsync(conversationId, cancellationToken) is not { } conversation) return;

        await using var scope = scopes.CreateAsyncScope();
        var message = await scope.ServiceProvider.GetRequiredService<HaloDbContext>().Messages.AsNoTracking()
            .Where(m => m.Id == messageId && m.ConversationId == conversationId && m.Direction == MessageDirection.Inbound && m.FailureCode == NoteMissingFiles.MayComeCode)
            .Select(m => new { m.Content, m.CreatedAt }).FirstOrDefaultAsync(cancellationToken);
        if (message is null) return;

        await media.HandleAsync(conversation, [new WaitingMessage(messageId, codec.Decode(message.Content).Content, message.CreatedAt)], cancellationToken);
    }
}
