using HaloAgent.Conversations;
using HaloAgent.Data;
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

    /// <summary>The files of a turn that will not go on.</summary>
    public async Task OfTurnAsync(ConversationSnapshot conversation, Guid turnId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var messages = await scope.ServiceProvider.GetRequiredService<HaloDbContext>().Messages.AsNoTracking()
            .Where(m => m.TurnId == turnId && m.ConversationId == conversation.Id && m.Direction == MessageDirection.Inbound)
            .OrderBy(m => m.Id).Select(m => new { m.Id, m.Content, m.CreatedAt }).ToListAsync(cancellationToken);
        await HandleAsync(conversation, messages.Select(message => new WaitingMessage(message.Id, codec.Decode(message.Content).Content, message.CreatedAt)), cancellationToken);
    }

    // Several orders, or none that owed when it was sent: it stands in the chat, and the person sees what it is.
    private async Task AttachAsync(ConversationSnapshot conversation, Guid asset, DateTimeOffset sentAt, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AttachReceipt>().HandleAsync(
            conversation.BusinessId, conversation.ContactId, conversation.Id, asset, sentAt, cancellationToken);
    }
}
