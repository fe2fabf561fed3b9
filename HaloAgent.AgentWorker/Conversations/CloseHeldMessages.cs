using HaloAgent.AgentWorker.Media;
using HaloAgent.Compliance;
using HaloAgent.Conversations;
using HaloAgent.Languages;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Closes what arrives while a person has the chat: it is theirs to answer. The wish to be left alone is heeded all the same, at
/// once; nobody shall have to press a button for it.
/// </summary>
internal sealed class CloseHeldMessages(CloseWaiting close, KeepHeldMedia media, IServiceScopeFactory scopes)
{
    public async Task HandleAsync(ConversationSnapshot conversation, CancellationToken cancellationToken)
    {
        var waiting = await close.ReadAsync(conversation.Id, cancellationToken);
        if (waiting.Count > 0)
        {
            await HeedAsync(conversation, waiting, cancellationToken);
            await media.HandleAsync(conversation, waiting, cancellationToken);
            await close.HandleAsync(conversation, waiting, cancellationToken);
        }
    }

    private async Task HeedAsync(ConversationSnapshot conversation, IReadOnlyList<WaitingMessage> waiting, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (business, contact) = (conversation.BusinessId, conversation.ContactId);
        switch (waiting.Select(message => (message.Id, Wish: OptOutWords.Match(message.Content.Text))).LastOrDefault(said => said.Wish != OptOutWish.None))
        {
            case (var evidence, OptOutWish.Stop):
                await scope.ServiceProvider.GetRequiredService<OptOut>().HandleAsync(business, contact, evidence, Actor.Customer, cancellationToken);
                break;
            case (var evidence, OptOutWish.Start) when conversation.OptedOut:
                await scope.ServiceProvider.GetRequiredService<OptIn>().HandleAsync(business, contact, evidence, Actor.Customer, cancellationToken);
                break;
        }
    }
}
