using HaloAgent.Contracts.Conversations;
using HaloAgent.Data;
using HaloAgent.Media;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>A conversation's messages: the newest page, oldest first within it; the cursor leads further back.</summary>
public sealed class ReadTranscript(HaloDbContext db, MessageCodec codec)
{
    public async Task<Outcome<Page<MessageView>>> HandleAsync(
        Guid businessId, Guid conversationId, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var before = Cursor.Read(cursor);
        if (!before.Succeeded)
        {
            return before.Failure;
        }

        if (!await db.Conversations.AnyAsync(c => c.Id == conversationId && c.BusinessId == businessId, cancellationToken))
        {
            return TakeOverConversation.NoSuchConversation;
        }

        var newest = db.Messages.AsNoTracking().Where(m => m.ConversationId == conversationId);
        if (before.Value is { } end)
        {
            newest = newest.Where(m => m.Id < end.Major);
        }

        var rows = await newest.OrderByDescending(m => m.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var shown = await ViewsAsync(businessId, [.. rows.Take(limit).Reverse()], cancellationToken);
        return Page.Of(rows, limit, message => new Cursor(message.Id), _ => shown);
    }

    private async Task<IReadOnlyList<MessageView>> ViewsAsync(Guid businessId, List<Message> messages, CancellationToken cancellationToken)
    {
        var decoded = messages.Select(message => (Message: message, codec.Decode(message.Content).Content)).ToList();
        var ids = messages.Select(m => (long?)m.Id).ToList();
        var media = (await db.MediaAssets
                .Where(a => a.BusinessId == businessId && ids.Contains(a.MessageId))
                .Select(a => new { a.Id, MessageId = a.MessageId!.Value, a.ContentType, a.CreatedAt }).ToListAsync(cancellationToken))
            .OrderBy(a => a.CreatedAt).ToLookup(a => a.MessageId, a => new MediaView($"/api/media/{a.Id}", a.ContentType));
        var quoted = await QuotedAsync(decoded, cancellationToken);
        return [.. decoded.Select(pair => View(pair.Message, pair.Content, [.. media[pair.Message.Id]], quoted))];
    }

    private async Task<Dictionary<string, string>> QuotedAsync(List<(Message Message, MessageContent Content)> decoded, CancellationToken cancellationToken)
    {
        var ids = decoded.Select(pair => pair.Content.QuotedProviderId).OfType<string>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var account = decoded[0].Message.ChannelAccountId;
        var rows = await db.Messages.AsNoTracking()
            .Where(m => m.ChannelAccountId == account && m.ConversationId == decoded[0].Message.ConversationId && ids.Contains(m.ProviderMessageId!))
            .Select(m => new { m.ProviderMessageId, m.Content }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.ProviderMessageId!, row => codec.Decode(row.Content).Content.Text);
    }

    private static MessageView View(Message message, MessageContent content, IReadOnlyList<MediaView> media, Dictionary<string, string> quoted)
    {
        var shown = media.Count > 0 ? media[0] : OwnPicture(content);
        return new MessageView(
            message.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), WireNames.Of(message.Direction), WireNames.Of(message.Author),
            message.AuthorName, WireNames.Of(message.Kind), Words(content), shown?.Url, shown?.Type, Status(message), message.FailureReason,
            message.CreatedAt, message.TurnId == Guid.Empty ? null : message.TurnId, Context(content, quoted))
        {
            MoreMedia = [.. media.Skip(1)],
            FailureWaits = message is { Failed: true, FailureSeenAt: null } && message.FailureCode != "opted_out",
            FetchAttempts = message.Direction == MessageDirection.Inbound ? message.Attempts : 0,
            MayFetchFiles = message is { Direction: MessageDirection.Inbound, FailureCode: NoteMissingFiles.MayComeCode },
        };
    }

    /// <summary>A picture of a product that the agent sent.</summary>
    private static MediaView? OwnPicture(MessageContent content) => content.Media.Select(item => item.ProductImageId).FirstOrDefault() is { } image
        ? new MediaView($"/api/public/images/{image}", "image/*")
        : null;

    private static string Words(MessageContent content) => content.Damaged ? "This message cannot be read any more: what was stored of it is damaged." :
        content.Text.Length > 0 ? content.Text : content.Location is { } place ? place.Label ?? place.Address ?? "" : "";

    private static string Status(Message message) => message switch
    {
        { Direction: MessageDirection.Inbound, TurnId: null } => "received",
        { Direction: MessageDirection.Inbound } => "answered",
        _ => WireNames.Of(message.DeliveryStatus ?? DeliveryStatus.Queued),
    };

    private static MessageContextView? Context(MessageContent content, Dictionary<string, string> quoted)
    {
        var quote = content.QuotedProviderId is { } id ? quoted.GetValueOrDefault(id) : null;
        return quote is null && !content.Forwarded && content.Referral is null && content.Location is null
            ? null
            : new MessageContextView(
                quote, content.Forwarded, content.Referral?.Headline ?? content.Referral?.Body, WebAddress(content.Referral?.SourceUrl),
                content.Location?.Latitude, content.Location?.Longitude, content.Location?.Label ?? content.Location?.Address)
            {
                FromAd = content.Referral is not null,
            };
    }

    /// <summary>It becomes a link on the dashboard and comes from outside: nothing but the web.</summary>
    private static string? WebAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? text : null;
}
