using HaloAgent.Simulators.Live;
using HaloAgent.Simulators.Twilio.Messages;
using HaloAgent.Simulators.Twilio.Webhooks;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Phone;

/// <summary>
/// When a customer has read a message: the phone page showed it, or nobody has that customer's phone open and it counts
/// as read at once (see <see cref="ReadReceipts"/>). The receipt follows <em>delivered</em> and is sent once.
/// </summary>
internal sealed class CustomerReading(StatusCallbacks callbacks, PhoneBook book, Feed feed, IOptions<SimulatorOptions> options)
{
    private static readonly CallbackPlan _read = new([MessageStatus.Read], null, null);

    public void Delivered(SimulatedMessage message)
    {
        if (!MessageStatus.IsFailure(message.Status) && message.FinishDelivery(IsReadAtOnce(message)))
        {
            callbacks.Start(message, _read, firstWaits: true);
        }
    }

    public void Shown(SimulatedMessage message)
    {
        if (!message.IsInbound && message.Show())
        {
            callbacks.Start(message, _read);
        }
    }

    private bool IsReadAtOnce(SimulatedMessage message) => options.Value.ReadReceipts switch
    {
        ReadReceipts.Always => true,
        ReadReceipts.Shown => false,
        _ => !(feed.PhoneIsOpen && book.Contains(message.Customer)),
    };
}
