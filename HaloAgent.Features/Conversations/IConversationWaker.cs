namespace HaloAgent.Conversations;

/// <summary>Hints to the conversation's actor, given after the commit that made work for it. Never throws: hints may be lost.</summary>
public interface IConversationWaker
{
    /// <summary>Something may wait, in or out.</summary>
    void Wake(Guid conversationId);

    /// <summary>The customer has written.</summary>
    void Hear(Guid conversationId);

    void Interrupt(Guid conversationId);
}
