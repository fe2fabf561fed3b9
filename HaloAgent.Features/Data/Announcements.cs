using System.Data.Common;
using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;
using HaloAgent.Live;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HaloAgent.Data;

/// <summary>What a use case wants told once its work is durable: never before the commit, never if it is rolled back.</summary>
public sealed class Announcements
{
    internal List<LiveEvent> Events { get; } = [];

    internal HashSet<Guid> Wakes { get; } = [];

    internal HashSet<Guid> Interrupts { get; } = [];

    public void Changed(string kind, Guid businessId, Guid id)
    {
        var live = new LiveEvent(kind, businessId, id);
        if (!Events.Contains(live))
        {
            Events.Add(live);
        }
    }

    public void Wake(Guid conversationId) => Wakes.Add(conversationId);

    public void Interrupt(Guid conversationId) => Interrupts.Add(conversationId);

    internal void Clear()
    {
        Events.Clear();
        Wakes.Clear();
        Interrupts.Clear();
    }
}

/// <summary>Sends a context's announcements after its commit, whether the use case saved once or used a transaction.</summary>
public sealed class AnnouncementInterceptor(ILiveEvents live, IConversationWaker waker) : DbTransactionInterceptor, ISaveChangesInterceptor
{
    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Send(eventData.Context as HaloDbContext);
        return Task.CompletedTask;
    }

    public override Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as HaloDbContext)?.Announcements.Clear();
        return Task.CompletedTask;
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is HaloDbContext { Database.CurrentTransaction: null } context)
        {
            Send(context);
        }

        return ValueTask.FromResult(result);
    }

    /// <summary>After a commit that Entity Framework did not make.</summary>
    internal void Send(HaloDbContext? context)
    {
        if (context is null)
        {
            return;
        }

        foreach (var conversation in context.Announcements.Interrupts)
        {
            waker.Interrupt(conversation);
        }

        foreach (var conversation in context.Announcements.Wakes)
        {
            waker.Wake(conversation);
        }

        foreach (var changed in context.Announcements.Events)
        {
            live.Publish(changed);
        }

        context.Announcements.Clear();
    }
}
