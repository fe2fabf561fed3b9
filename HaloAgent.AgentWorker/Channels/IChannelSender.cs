using HaloAgent.Channels;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Channels;

/// <summary>The way out on one channel.</summary>
public interface IChannelSender
{
    Channel Channel { get; }

    /// <summary>How long after the customer's last message free text may be sent; null: always.</summary>
    TimeSpan? Window { get; }

    /// <summary>Tries once. Never throws for what a provider may answer or fail to answer.</summary>
    Task<SendResult> SendAsync(OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>Asks the provider what became of a message whose answer was lost.</summary>
    Task<LookupResult> FindAsync(OutboundMessage message, CancellationToken cancellationToken);
}

/// <param name="Id">Our id; it travels in the status callback's address.</param>
/// <param name="From">The shop's address on the channel.</param>
/// <param name="TriedAt">When it was last handed to the provider.</param>
public sealed record OutboundMessage(
    long Id, Guid BusinessId, Guid ConversationId, string From, string To, MessageContent Content, DateTimeOffset TriedAt);

public abstract record SendResult
{
    private SendResult()
    {
    }

    public sealed record Taken(string ProviderMessageId) : SendResult;

    /// <summary>For good. <paramref name="Reason"/> is for the owner.</summary>
    public sealed record Refused(string Code, string Reason) : SendResult;

    /// <summary>Certainly not taken.</summary>
    public sealed record TryLater(string Code, string Reason, TimeSpan? After) : SendResult;

    /// <summary>The answer was lost; it may have been taken.</summary>
    public sealed record Unknown : SendResult;
}

public abstract record LookupResult
{
    private LookupResult()
    {
    }

    /// <param name="ProviderMessageIds">What the provider has that may be this message: none, and it never took it.</param>
    public sealed record Answered(IReadOnlyList<string> ProviderMessageIds) : LookupResult;

    /// <summary>The provider did not answer the question.</summary>
    public sealed record NoAnswer : LookupResult;
}
