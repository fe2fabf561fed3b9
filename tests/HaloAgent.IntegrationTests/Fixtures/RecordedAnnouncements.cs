using System.Collections.Concurrent;
using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;
using HaloAgent.Live;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>What was told after commits.</summary>
public sealed class RecordedAnnouncements : ILiveEvents, IConversationWaker
{
    public ConcurrentQueue<LiveEvent> Events { get; } = [];

    public ConcurrentQueue<Guid> Wakes { get; } = [];

    public ConcurrentQueue<Guid> Interrupts { get; } = [];

    public void Publish(LiveEvent live) => Events.Enqueue(live);

    public void Wake(Guid conversationId) => Wakes.Enqueue(conversationId);

    public void Hear(Guid conversationId) => Wakes.Enqueue(conversationId);

    public void Interrupt(Guid conversationId) => Interrupts.Enqueue(conversationId);
}
