using HaloAgent.Simulators.Phone;
using HaloAgent.Simulators.Twilio.Media;
using HaloAgent.Simulators.Twilio.Messages;
using HaloAgent.Simulators.Twilio.Webhooks;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Twilio.Inbound;

/// <summary>A customer writes: the message is kept, then posted to our Api as a signed webhook.</summary>
internal sealed class ReceiveFromCustomer(
    MessageStore messages,
    MediaStore mediaStore,
    DeliverWebhook deliver,
    PhoneBook book,
    OwnAddress own,
    IOptions<TwilioOptions> account,
    TimeProvider time)
{
    /// <summary>The webhook's answer, or what is wrong with the request, by field.</summary>
    public async Task<(InboundResult? Result, (string Field, string Why)? Wrong)> HandleAsync(InboundRequest request)
    {
        if (Check(request, out var signing) is { } wrong)
        {
            return (null, wrong);
        }

        if (Attach(request.Media ?? [], out var media) is { } wrongMedia)
        {
            return (null, wrongMedia);
        }

        var message = Keep(request, media);
        return (await deliver.HandleAsync(message, signing, request.InOrder), null);
    }

    private SimulatedMessage Keep(InboundRequest request, List<SimulatedMedia> media)
    {
        var sid = request.MessageSid ?? Sid.ForMessage(media.Count > 0);
        var from = Address.Normalise(request.From!);
        var to = request.To is { Length: > 0 } shop ? Address.Normalise(shop) : book.DefaultShop;
        var named = request.ProfileName is null ? request with { ProfileName = book.NameOf(from) } : request;
        var mediaBase = $"{own.BaseUrl}/2010-04-01/Accounts/{account.Value.AccountSid}/Messages/{sid}/Media/";
        var message = new SimulatedMessage
        {
            Sid = sid,
            Direction = "inbound",
            From = from,
            To = to,
            Body = InboundForm.BodyOf(request),
            At = time.GetUtcNow(),
            Media = media,
            Location = request.Location,
            RepliedSid = request.RepliedSid,
            Forwarded = request.Forwarded || request.FrequentlyForwarded,
            WebhookForm = InboundForm.Build(named, sid, from, to, account.Value.AccountSid, media, mediaBase),
        };
        message.Advance(MessageStatus.Received, message.At);
        // The same sid again is Twilio's repeat of one message, not a second one.
        messages.Remove(sid);
        messages.Add(message);
        return message;
    }

    private (string Field, string Why)? Attach(IReadOnlyList<InboundMedia> given, out List<SimulatedMedia> media)
    {
        media = [];
        foreach (var one in given)
        {
            if (one.Id is { } id)
            {
                if (mediaStore.Find(id) is not { } uploaded)
                {
                    return ("media", $"There is no upload {id}; upload it again.");
                }

                media.Add(uploaded);
                continue;
            }

            if (Read(one) is not { } read)
            {
                return ("media", "Each attachment needs an id, Base64 data, or an absolute url.");
            }

            media.Add(read);
            if (read.Content is not null)
            {
                mediaStore.Add(read);
            }
        }

        return null;
    }

    private static SimulatedMedia? Read(InboundMedia given)
    {
        var type = given.ContentType ?? "application/octet-stream";
        if (given.Url is { } url)
        {
            return Uri.TryCreate(url, UriKind.Absolute, out var elsewhere)
                ? new SimulatedMedia { Sid = Sid.ForMedia(), ContentType = type, FileName = given.FileName, SourceUrl = elsewhere }
                : null;
        }

        var bytes = new byte[given.Data?.Length ?? 0];
        return given.Data is { } data && Convert.TryFromBase64String(data, bytes, out var length)
            ? new SimulatedMedia { Sid = Sid.ForMedia(), ContentType = type, FileName = given.FileName, Content = bytes[..length] }
            : null;
    }

    private static (string Field, string Why)? Check(InboundRequest request, out Signing signing)
    {
        signing = Signing.Valid;
        if (string.IsNullOrWhiteSpace(request.From))
        {
            return ("from", "Who writes? For example whatsapp:+2348030000101.");
        }

        var from = Address.Normalise(request.From);
        if (!Address.IsPhone(from) && !Address.IsBusinessScoped(from))
        {
            return ("from", "from is whatsapp:+2348030000101 or, with a hidden number, whatsapp:NG.1349….");
        }

        if (request.To is { Length: > 0 } to && !Address.IsPhone(Address.Normalise(to)))
        {
            return ("to", "to is a shop's number, for example whatsapp:+14155238886.");
        }

        if (request.MessageSid is { } sid && !Sid.IsMessage(sid))
        {
            return ("messageSid", "messageSid is SM or MM and 32 hex digits.");
        }

        return Enum.TryParse(request.Signature ?? nameof(Signing.Valid), ignoreCase: true, out signing)
            ? null
            : ("signature", "signature is valid, wrong or missing.");
    }
}
