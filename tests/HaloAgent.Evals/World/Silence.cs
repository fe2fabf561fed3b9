using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;
using HaloAgent.Live;

namespace HaloAgent.Evals.World;

/// <summary>Nobody looks on, and every chat is driven by hand: wakes and live events go nowhere.</summary>
internal sealed class Silence : ILiveEvents, IConversationWaker
{
    public void Publish(LiveEvent live)
    {
    }

    public void Wake(Guid conversationId)
    {
    }

    public void Hear(Guid conversationId)
    {
    }

    public void Interrupt(Guid conversationId)
    {
    }
}
