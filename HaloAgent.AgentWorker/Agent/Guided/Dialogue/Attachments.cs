using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Payments;
using HaloAgent.Languages;
using HaloAgent.Messaging;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// Pictures, documents and the like: the receipt of an order that owes is passed on as such, everything else is
/// acknowledged for what it is. Nothing is claimed to have been read.
/// </summary>
internal static class Attachments
{
    private const string ReceiptSlot = "receipt";

    public static async Task TakeAsync(Talk talk)
    {
        foreach (var message in talk.Turn.Messages)
        {
            if (IsSpokenInWords(message)) continue;
            if (message.Files.Count > 0) await TakeFilesAsync(talk, message);
            else if (message.Content.Location is { } location) await TakeLocationAsync(talk, location);
            else Acknowledge(talk, message);
        }
    }

    /// <summary>The receipt that waited to be told which order it is for.</summary>
    public static async Task AttachKeptAsync(Talk talk, Guid order)
    {
        if (Guid.TryParse(talk.Slot(ReceiptSlot), out var asset)) await AttachAsync(talk, asset, order);
        else talk.Say(PhraseKeys.AttachmentSeen);
    }

    // A voice note whose words are there was heard, and is answered like any other message.
    private static bool IsSpokenInWords(TurnMessage message) => message.Content.Kind is MessageKind.Voice or MessageKind.Audio && !string.IsNullOrWhiteSpace(message.Content.Text);

    private static async Task TakeFilesAsync(Talk talk, TurnMessage message)
    {
        talk.Digress();
        foreach (var file in message.Files)
        {
            if (file.AssetId is not { } asset) talk.Say(PhraseKeys.AttachmentFailed);
            else if (message.Content.Kind is MessageKind.Image or MessageKind.Document) await AttachAsync(talk, asset, null);
            else Acknowledge(talk, message);
        }
    }

    // A pin with a name is an address; one without says only where the finger was.
    private static async Task TakeLocationAsync(Talk talk, SharedLocation location)
    {
        var named = string.Join(", ", new[] { location.Label, location.Address }.Where(part => !string.IsNullOrWhiteSpace(part)).Distinct());
        if (named.Length > 0)
        {
            talk.Heard = talk.Heard with { Address = new SaidAddress(named, Announced: true), Area = talk.Listener.AreaIn(named) };
            return;
        }

        talk.Say(PhraseKeys.LocationSeen);
        if ((await talk.CartAsync()).IsEmpty) talk.Digress();
        else talk.Ask(Asked.Address);
    }

    private static async Task AttachAsync(Talk talk, Guid asset, Guid? order)
    {
        var attached = await talk.CallAsync(new AttachReceiptCall(asset, order, SaysPaid: talk.Heard.Has(Intent.Paid)));
        if (attached.Failure is SeveralOrders several)
        {
            talk.Keep(ReceiptSlot, asset.ToString());
            ChosenOrder.Ask(talk, PhraseKeys.ReceiptWhich, Asked.ReceiptOrder, several.Orders);
            return;
        }

        talk.Keep(ReceiptSlot, null);
        if (!attached.Succeeded) talk.Say(PhraseKeys.AttachmentSeen);
        else if (attached.Value.NotPossible) talk.Say(PhraseKeys.ClaimNotPossible, ("number", attached.Value.Order.Number));
        else talk.Say(attached.Value.Repeated ? PhraseKeys.ReceiptRepeated : PhraseKeys.ReceiptReceived, ("number", attached.Value.Order.Number));

        // "I have paid" under the picture is the same claim; an amount that stands there too goes to the shop with it.
        if (attached.Succeeded && talk.Take(Intent.Paid) && Paying.AmountIn(talk.Heard) is { } named)
        {
            await talk.CallAsync(new ClaimPaymentCall(attached.Value.Order.Id, null, named));
        }
    }

    private static void Acknowledge(Talk talk, TurnMessage message)
    {
        var key = message.Content.Kind switch
        {
            MessageKind.Voice or MessageKind.Audio => PhraseKeys.VoiceSeen,
            MessageKind.Image or MessageKind.Document or MessageKind.Video or MessageKind.Sticker => PhraseKeys.AttachmentSeen,
            MessageKind.ContactCard => PhraseKeys.ContactCardSeen,
            MessageKind.Unsupported => PhraseKeys.UnsupportedSeen,
            _ => null,
        };
        if (key is null) return;
        talk.Say(key);
        talk.Digress();
    }
}
