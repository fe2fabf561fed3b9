namespace HaloAgent.Messaging;

/// <summary>What was given up lately and never reached its customer, except those who want to hear nothing, until a member has seen to it.</summary>
internal static class UndeliveredMessages
{
    /// <summary>After this nobody comes back to it.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(3);

    public static IQueryable<Message> UndeliveredLately(this IQueryable<Message> messages, Guid businessId, DateTimeOffset now)
    {
        var since = now - Lately;
        return messages.Where(m => m.BusinessId == businessId && m.CreatedAt >= since && m.Failed && m.FailureSeenAt == null && m.FailureCode != "opted_out");
    }
}
