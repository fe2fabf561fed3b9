using System.Collections.Concurrent;
using HaloAgent.Simulators.Live;
using HaloAgent.Simulators.Phone;
using HaloAgent.Simulators.Twilio.Messages;
using HaloAgent.Simulators.Twilio.Webhooks;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Twilio.Inbound;

/// <summary>
/// Posts a customer's message to our Api. Not repeated when that fails, as Twilio does not by default: the phone page
/// shows it and offers to send it again, under the same MessageSid.
/// </summary>
internal sealed class DeliverWebhook(
    WebhookClient webhooks,
    MessageStore messages,
    CustomerReading reading,
    Feed feed,
    IOptions<SimulatorOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Task> _lastOf = new();

    private string WebhookUrl => options.Value.ApiBaseUrl.TrimEnd('/') + "/webhooks/whatsapp";

    public async Task<InboundResult> HandleAsync(SimulatedMessage message, Signing signing, bool inOrder)
    {
        message.NoteWebhook(WebhookState.Sending, null, time.GetUtcNow());
        feed.Message(message);
        return inOrder ? await AfterEarlierOnesAsync(message, signing) : await PostAsync(message, signing);
    }

    private async Task<InboundResult> AfterEarlierOnesAsync(SimulatedMessage message, Signing signing)
    {
        var done = new TaskCompletionSource();
        var earlier = Task.CompletedTask;
        _ = _lastOf.AddOrUpdate(message.Customer, done.Task, (_, last) =>
        {
            earlier = last;
            return done.Task;
        });
        try
        {
            await earlier;
            return await PostAsync(message, signing);
        }
        finally
        {
            done.SetResult();
            _lastOf.TryRemove(new(message.Customer, done.Task));
        }
    }

    private async Task<InboundResult> PostAsync(SimulatedMessage message, Signing signing)
    {
        var answer = await webhooks.PostAsync(WebhookUrl, message.WebhookForm, signing, lifetime.ApplicationStopping);
        var now = time.GetUtcNow();
        message.NoteWebhook(answer.IsSuccess ? WebhookState.Accepted : WebhookState.Failed, answer.Problem, now);
        message.Note(new MessageStep(now, "webhook", answer.Status, answer.Problem));
        feed.Message(message);
        foreach (var text in answer.IsSuccess ? TwiMl.Messages(answer.Body) : [])
        {
            Reply(message, text);
        }

        return new InboundResult(message.Sid, answer.Status, answer.IsSuccess, answer.Problem);
    }

    /// <summary>What the webhook's own answer says to the customer; it has no status callback.</summary>
    private void Reply(SimulatedMessage to, string text)
    {
        var now = time.GetUtcNow();
        var reply = new SimulatedMessage { Sid = Sid.ForMessage(withMedia: false), Direction = "outbound-reply", From = to.Shop, To = to.Customer, Body = text, At = now };
        reply.Advance(MessageStatus.Delivered, now);
        messages.Add(reply);
        feed.Message(reply);
        reading.Delivered(reply);
    }
}
