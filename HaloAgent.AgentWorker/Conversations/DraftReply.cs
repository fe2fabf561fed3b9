using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Guard;
using HaloAgent.AgentWorker.Agent.Guided;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Conversations;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// What the agent would answer to what stands unanswered, for the person who has the chat. The guided brain thinks, whatever brain
/// answers customers: it is the one that can look without touching. No turn, no journal, no memory is written.
/// </summary>
internal sealed class DraftReply(
    ReadConversation read, ShopCache shops, WorkingMemoryStore memories, GuidedBrain brain, ToolCatalogue catalogue, ICartSource carts, ReplyGuard guard,
    IServiceScopeFactory scopes, TimeProvider time)
{
    /// <returns>Null when nothing waits, when the answer would be a deed, when it is not understood, or when the guard does not let it pass.</returns>
    public async Task<string?> HandleAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        if (await read.HandleAsync(conversationId, cancellationToken) is not { } conversation || await PrepareAsync(conversation, cancellationToken) is not { } context)
        {
            return null;
        }

        var run = new ToolRun(conversation.BusinessId, conversation.ContactId, conversation.Id, context.TurnId, OperationId: "", []);
        var tools = new DraftTools(scopes, catalogue, run, new TurnCart(carts, conversation.BusinessId, conversation.ContactId, context.TurnId, time));
        try
        {
            var reply = await brain.ThinkAsync(context, tools, cancellationToken);
            var passed = guard.Check(reply, context, tools.Journal);
            return reply.Memory.NotUnderstoodInARow > 0 || tools.Journal.Waiting.Any(step => step.Kind == TurnStepKind.Guard)
                ? null
                : string.Join("\n\n", passed.Bubbles.Select(bubble => bubble.Text));
        }
        catch (DraftWouldActException)
        {
            return null;
        }
    }

    private async Task<TurnContext?> PrepareAsync(ConversationSnapshot conversation, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var waiting = await scope.ServiceProvider.GetRequiredService<ReadUnanswered>().HandleAsync(conversation.BusinessId, conversation.Id, cancellationToken);
        if (waiting.Count == 0)
        {
            return null;
        }

        var shop = await shops.GetAsync(conversation.BusinessId, cancellationToken);
        return TurnLanguage.Hear(new TurnContext
        {
            TurnId = Guid.CreateVersion7(time.GetUtcNow()),
            ConversationId = conversation.Id,
            Business = shop.Business,
            Catalogue = shop.Catalogue,
            Contact = new TurnContact(
                conversation.ContactId, conversation.ContactName, conversation.Language, conversation.SavedAddress, conversation.SavedArea, conversation.LoyaltyPoints),
            Channel = conversation.Channel,
            Messages = [.. waiting.Select(message => new TurnMessage(message.Id, message.Content, [], null))],
            Memory = await memories.ReadAsync(conversation.Id),
            Now = time.GetUtcNow(),
            FirstContact = false,
        });
    }
}
