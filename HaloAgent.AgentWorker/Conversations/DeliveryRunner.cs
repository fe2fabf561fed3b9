using System.Diagnostics;
using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Channels;
using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;
using HaloAgent.Live;
using HaloAgent.Messaging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Station 12, deliver: sends what is due in a conversation, in order, one at a time. A permanent refusal releases the next
/// message; a transient one is tried again with growing pauses and blocks for five minutes at most.
/// Before: the commit (station 11). After: the provider's status callback (station 13).
/// </summary>
internal sealed partial class DeliveryRunner(
    TakeNextDelivery takeNext, NoteLastMessage lastMessage, CountLateMessage late, RecordAttempt record, ReadConversation readConversation, IEnumerable<IChannelSender> senders, ILiveEvents live,
    IOptions<AgentOptions> options, TimeProvider time, ILogger<DeliveryRunner> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestLookupPause = TimeSpan.FromSeconds(15);

    private readonly Dictionary<HaloAgent.Channels.Channel, IChannelSender> senders = senders.ToDictionary(sender => sender.Channel);

    /// <returns>When to look again; null when nothing waits.</returns>
    public async Task<TimeSpan?> RunAsync(ConversationMind mind, CancellationToken cancellationToken)
    {
        SentDelivery? sent = null;
        while (await takeNext.HandleAsync(mind.ConversationId, sent, options.Value.UnknownAfter, cancellationToken) is { } next)
        {
            sent = null;
            if (!next.Taken && !next.Unsure)
            {
                return next.NotBefore - time.GetUtcNow();
            }

            mind.Known ??= await readConversation.HandleAsync(mind.ConversationId, cancellationToken);
            var conversation = mind.Known ?? throw new InvalidOperationException($"Message {next.Id} belongs to no conversation.");
            var sender = senders[conversation.Channel];
            var message = new OutboundMessage(
                next.Id, conversation.BusinessId, conversation.Id, conversation.Account, conversation.ExternalId, next.Content, next.SendingSince);
            if (next is { Taken: true, Attempts: <= 1, Content.Damaged: false } && next.Author != MessageAuthor.Agent)
            {
                await BesideAsync(next, () => lastMessage.HandleAsync(conversation.Id, next, cancellationToken));
                live.Publish(new LiveEvent(LiveEventKinds.ConversationChanged, conversation.BusinessId, conversation.Id));
            }

            sent = await DeliverAsync(sender, message, next, conversation, cancellationToken);

            live.Publish(new LiveEvent(LiveEventKinds.MessageChanged, conversation.BusinessId, conversation.Id));
        }

        return null;
    }

    /// <summary>What is written beside a message: not worth one that stays marked as being sent, or whose id is lost.</summary>
    private async Task BesideAsync(NextDelivery next, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (NpgsqlException exception)
        {
            Log.NotWrittenBeside(logger, exception, next.Id);
        }
    }

    /// <returns>The message, if the provider took it: that is written together with the look for the next one.</returns>
    private async Task<SentDelivery?> DeliverAsync(
        IChannelSender sender, OutboundMessage message, NextDelivery next, ConversationSnapshot conversation, CancellationToken cancellationToken)
    {
        if (next.Content.Damaged)
        {
            Log.Damaged(logger, next.Id);
            await record.FailedAsync(next.Id, "damaged", "What was stored of this message cannot be read any more. Write it again.", cancellationToken);
            return null;
        }

        if (!next.Unsure)
        {
            return await SendAsync(sender, message, next, conversation, cancellationToken);
        }

        await FindOutAsync(sender, message, next, cancellationToken);
        return null;
    }

    private async Task<SentDelivery?> SendAsync(
        IChannelSender sender, OutboundMessage message, NextDelivery next, ConversationSnapshot conversation, CancellationToken cancellationToken)
    {
        using var activity = StartActivity(next);
        if (sender.Window is { } window && (conversation.LastInboundAt is not { } last || last + window < time.GetUtcNow()))
        {
            await record.FailedAsync(next.Id, "window_closed", HaloAgent.Channels.Twilio.TwilioErrors.Explain(63016).Sentence, cancellationToken);
            return null;
        }

        // Not cancelled by a stop: an answer that nobody waits for would be an unknown outcome.
        await FaultPoint.ReachAsync("before-send");
        var result = await AnswerOfAsync(sender, message);
        await FaultPoint.ReachAsync("after-send");
        AgentTelemetry.Delivered(result, sender.Channel, time.GetUtcNow() - next.QueuedAt);
        activity?.SetTag("halo.delivery", result.GetType().Name);
        if (result is SendResult.Taken or SendResult.Unknown && IsLateOfAgent(next)) await BesideAsync(next, () => late.HandleAsync(conversation.BusinessId, conversation.ContactId, next.QueuedAt, CancellationToken.None));
        switch (result)
        {
            case SendResult.Taken taken:
                return new SentDelivery(next.Id, taken.ProviderMessageId);
            case SendResult.Refused refused:
                Log.Refused(logger, next.Id, refused.Code);
                await record.FailedAsync(next.Id, refused.Code, refused.Reason, CancellationToken.None);
                break;
            case SendResult.TryLater later:
                await TryLaterAsync(next, later.Code, later.Reason, later.After, CancellationToken.None);
                break;
            case SendResult.Unknown:
                await record.UnknownAsync(next.Id, CancellationToken.None);
                break;
        }

        return null;
    }

    /// <summary>What a sender did not foresee leaves the outcome open like a lost answer does: it is looked into, tried again, and in the end given up.</summary>
    private async Task<SendResult> AnswerOfAsync(IChannelSender sender, OutboundMessage message)
    {
        try
        {
            return await sender.SendAsync(message, CancellationToken.None);
        }
        catch (Exception unforeseen)
        {
            Log.Unforeseen(logger, unforeseen, message.Id);
            return new SendResult.Unknown();
        }
    }

    private async Task<LookupResult> LookUpAsync(IChannelSender sender, OutboundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await sender.FindAsync(message, cancellationToken);
        }
        catch (Exception unforeseen) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Unforeseen(logger, unforeseen, message.Id);
            return new LookupResult.NoAnswer();
        }
    }

    /// <summary>After a minute without a callback the provider is asked; only when it has no such message is it sent again.</summary>
    private async Task FindOutAsync(IChannelSender sender, OutboundMessage message, NextDelivery next, CancellationToken cancellationToken)
    {
        if (await LookUpAsync(sender, message, cancellationToken) is not LookupResult.Answered answered)
        {
            await TryLookupLaterAsync(next, cancellationToken);
            return;
        }

        switch (await record.NotYetOursAsync(message.ConversationId, next.Id, answered.ProviderMessageIds, cancellationToken))
        {
            case [var providerId]:
                await record.SentAsync(next.Id, providerId, cancellationToken);
                break;
            case []:
                Log.SentAgain(logger, next.Id);
                await TryLaterAsync(next, "answer_lost", "WhatsApp did not take the message.", TimeSpan.Zero, cancellationToken);
                break;
            default:
                // Several fit and none can be told from the others: a person decides.
                await record.FailedAsync(
                    next.Id, "unclear", "We could not find out whether this reached the customer. Ask them before you send it again.", cancellationToken);
                break;
        }
    }

    private async Task TryLaterAsync(NextDelivery next, string code, string reason, TimeSpan? after, CancellationToken cancellationToken)
    {
        if (IsTooOld(next))
        {
            Log.GivenUp(logger, next.Id, next.Attempts);
            await record.FailedAsync(next.Id, code, $"{reason} We tried {next.Attempts} times and gave up; send it again when it works.", cancellationToken);
            return;
        }

        await record.RetryAsync(next.Id, after ?? Pause(next.Attempts), code, cancellationToken);
    }

    private async Task TryLookupLaterAsync(NextDelivery next, CancellationToken cancellationToken)
    {
        if (IsTooOld(next))
        {
            await record.FailedAsync(
                next.Id, "unclear", "We could not find out whether this reached the customer. Ask them before you send it again.", cancellationToken);
            return;
        }

        var pause = options.Value.UnknownAfter < LongestLookupPause ? options.Value.UnknownAfter : LongestLookupPause;
        await record.PostponeLookupAsync(next.Id, pause, cancellationToken);
    }

    private bool IsLateOfAgent(NextDelivery next) =>
        next.Author == MessageAuthor.Agent && options.Value.MessagesPerMinute > 0 && time.GetUtcNow() - next.QueuedAt > AgentPace.LateAfter;

    private bool IsTooOld(NextDelivery next) => time.GetUtcNow() - next.FirstAttemptAt > options.Value.GiveUpDeliveryAfter;

    /// <summary>1, 2, 4 … 60 seconds, spread by up to a quarter so that many do not come back at once.</summary>
    private static TimeSpan Pause(int attempts)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempts - 1, 6));
        return (pause < LongestPause ? pause : LongestPause) * (1 + (Random.Shared.NextDouble() / 4));
    }

    private static Activity? StartActivity(NextDelivery next)
    {
        ActivityContext.TryParse(next.TraceParent, null, isRemote: true, out var parent);
        return AgentTelemetry.Source.StartActivity("deliver", ActivityKind.Producer, parent)?.SetTag("halo.message", next.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} was refused for good, code {Code}")]
        public static partial void Refused(ILogger logger, long messageId, string code);

        [LoggerMessage(Level = LogLevel.Warning, Message = "What is noted beside message {MessageId} (the chat's last line, the pace) could not be written")]
        public static partial void NotWrittenBeside(ILogger logger, Exception exception, long messageId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The provider has no message {MessageId}; it is sent again")]
        public static partial void SentAgain(ILogger logger, long messageId);

        [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} is damaged and was not sent")]
        public static partial void Damaged(ILogger logger, long messageId);

        [LoggerMessage(Level = LogLevel.Error, Message = "The sender of message {MessageId} failed in a way nobody foresaw")]
        public static partial void Unforeseen(ILogger logger, Exception exception, long messageId);

        [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} was given up after {Attempts} attempts")]
        public static partial void GivenUp(ILogger logger, long messageId, int attempts);
    }
}
