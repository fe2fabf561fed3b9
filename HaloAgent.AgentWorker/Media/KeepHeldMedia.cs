using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Media;
using HaloAgent.Messaging;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.AgentWorker.Media;

/// <summary>
/// Keeps what came while a person has the chat, or in a turn that a take-over cut off: no turn fetches it, and the person wants to see it. A
/// picture from a customer who owes for an order becomes its receipt, as it does when the agent answers; nothing is said about it.
/// </summary>
internal sealed class KeepHeldMedia(MediaIntake intake, MessageCodec codec, IServiceScopeFactory scopes)
{
    public async Task HandleAsync(ConversationSnapshot conversation, IEnumerable<WaitingMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages.Where(message => message.Content.Media.Count > 0))
        {
            foreach (var file in await intake.KeepAsync(conversation, message.Id, message.Content, cancellationToken))
            {
                if (file.AssetId is { } asset && message.Content.Kind is MessageKind.Image or MessageKind.Document) await AttachAsync(conversation, asset, message.SentAt, cancellationToken);
            }
        }
    }

    /// <summary>
    /// The messages with files of a turn that will not go on, each marked as one whose files are still to come: in the transaction that
    /// closes the turn, and to be kept when that is over. A slow provider holds nothing up then, and after a crash they can be asked for.
    /// </summary>
    public async Task<IReadOnlyList<WaitingMessage>> ExpectOfTurnAsync(IServiceProvider services, ConversationSnapshot conversation, Guid turnId, CancellationToken cancellationToken)
    {
        var rows = await services.GetRequiredService<HaloDbContext>().Messages.AsNoTracking()
            .Where(m => m.TurnId == turnId && m.ConversationId == conversation.Id && m.Direction == MessageDirection.Inbound)
            .OrderBy(m => m.Id).Select(m => new { m.Id, m.Content, m.CreatedAt }).ToListAsync(cancellationToken);
        var messages = rows.Select(row => new WaitingMessage(row.Id, codec.Decode(row.Content).Content, row.CreatedAt)).Where(message => message.Content.Media.Count > 0).ToList();
        foreach (var message in messages)
        {
            await services.GetRequiredService<NoteMissingFiles>().ExpectAsync(
                conversation.BusinessId, conversation.Id, message.Id, message.Content.Media.Count, cancellationToken);
        }

        return messages;
    }

    // Several orders, or none that owed when it was sent: it stands in the chat, and the person sees what it is.
    private async Task AttachAsync(ConversationSnapshot conversation, Guid asset, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AttachReceipt>().HandleAsync(
            conversation.BusinessId, conversation.ContactId, conversation.Id, asset, sentAt, cancellationToken);
    }
}
