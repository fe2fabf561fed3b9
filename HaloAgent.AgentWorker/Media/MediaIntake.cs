using HaloAgent.AgentWorker.Agent;
using HaloAgent.Channels;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Media;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.AgentWorker.Media;

/// <summary>
/// Station 7, understand media: fetches and keeps what came with the messages of a turn, and finds what they quote. What cannot be
/// had is said honestly, with the reason; it never fails the turn.
/// </summary>
internal sealed partial class MediaIntake(
    IEnumerable<IMediaFetcher> fetchers, IServiceScopeFactory scopes, MessageCodec codec, TimeProvider time, ILogger<MediaIntake> logger)
{
    /// <summary>A provider's hiccup lasts a few seconds; the customer waits for the answer meanwhile.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(4)];

    private readonly Dictionary<Channel, IMediaFetcher> fetchers = fetchers.ToDictionary(fetcher => fetcher.Channel);

    public async Task<IReadOnlyList<TurnMessage>> UnderstandAsync(ClaimedTurn turn, CancellationToken cancellationToken)
    {
        var messages = new List<TurnMessage>(turn.Messages.Count);
        foreach (var message in turn.Messages)
        {
            var content = message.Envelope.Content;
            IReadOnlyList<TurnFile> files = content.Media.Count == 0 ? [] : await KeepAsync(turn.Conversation, message.Id, content, cancellationToken);
            var quoted = content.QuotedProviderId is null ? null : await QuotedAsync(turn, content.QuotedProviderId, cancellationToken);
            messages.Add(new TurnMessage(message.Id, content, files, quoted));
        }

        return messages;
    }

    /// <summary>Fetches and keeps the files of one message.</summary>
    public async Task<IReadOnlyList<TurnFile>> KeepAsync(ConversationSnapshot conversation, long messageId, MessageContent content, CancellationToken cancellationToken)
    {
        var files = new List<TurnFile>();
        var mayCome = false;
        foreach (var item in content.Media)
        {
            var fetched = await FetchAsync(conversation, item, messageId, cancellationToken);
            if (fetched.Problem is { } problem)
            {
                mayCome |= fetched.MayCome;
                files.Add(new TurnFile(null, item.ContentType ?? "application/octet-stream", 0, problem));
                continue;
            }

            if (FileType.Sniff(fetched.Bytes) is not { } type)
            {
                files.Add(new TurnFile(null, item.ContentType ?? "application/octet-stream", fetched.Bytes.Length, "This kind of file is not accepted."));
                continue;
            }

            await using var scope = scopes.CreateAsyncScope();
            var id = await scope.ServiceProvider.GetRequiredService<StoreMedia>().HandleAsync(
                conversation.BusinessId, conversation.Id, messageId, type, fetched.Bytes, cancellationToken);
            files.Add(new TurnFile(id, type, fetched.Bytes.Length, null));
        }

        await NoteAsync(conversation, messageId, files, mayCome, cancellationToken);
        return files;
    }

    private async Task NoteAsync(ConversationSnapshot conversation, long messageId, List<TurnFile> files, bool mayCome, CancellationToken cancellationToken)
    {
        var why = files.Select(file => file.Problem).OfType<string>().Distinct().ToList();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NoteMissingFiles>().HandleAsync(
            conversation.BusinessId, conversation.Id, messageId, why.Count == 0 ? null : string.Join(' ', why), mayCome, cancellationToken);
    }

    private async Task<FetchedMedia> FetchAsync(ConversationSnapshot conversation, MediaItem item, long messageId, CancellationToken cancellationToken)
    {
        if (!fetchers.TryGetValue(conversation.Channel, out var fetcher))
        {
            return FetchedMedia.Refused("This channel carries no files.");
        }

        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await fetcher.FetchAsync(item, cancellationToken);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                Log.FetchFailed(logger, exception, messageId, attempt + 1);
                if (attempt == Pauses.Length)
                {
                    return FetchedMedia.NotNow("The file could not be fetched from WhatsApp.");
                }

                await Task.Delay(Pauses[attempt], time, cancellationToken);
            }
        }
    }

    private async Task<string?> QuotedAsync(ClaimedTurn turn, string providerId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HaloDbContext>();
        var content = await db.Messages.AsNoTracking()
            .Where(m => m.ConversationId == turn.Conversation.Id && m.ChannelAccountId == turn.Conversation.ChannelAccountId && m.ProviderMessageId == providerId)
            .Select(m => m.Content).FirstOrDefaultAsync(cancellationToken);
        return content is null ? null : codec.Decode(content).Content.Text;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Media of message {MessageId} could not be fetched, attempt {Attempt}")]
        public static partial void FetchFailed(ILogger logger, Exception exception, long messageId, int attempt);
    }
}
