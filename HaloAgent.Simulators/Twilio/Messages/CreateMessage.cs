using System.Globalization;
using HaloAgent.Simulators.Live;
using HaloAgent.Simulators.Phone;
using HaloAgent.Simulators.Twilio.Media;
using HaloAgent.Simulators.Twilio.Switches;
using HaloAgent.Simulators.Twilio.Templates;
using HaloAgent.Simulators.Twilio.Webhooks;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Twilio.Messages;

/// <summary>
/// <c>POST Messages.json</c>: switch, form, message, 201, and only after the 201 the callbacks, as long as no switch says otherwise.
/// </summary>
internal sealed class CreateMessage(
    MessageStore messages,
    SwitchBoard switches,
    StatusCallbacks callbacks,
    CustomerReading reading,
    ContentTemplates templates,
    PhoneBook book,
    Feed feed,
    IOptions<TwilioOptions> account,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    private static readonly string[] _untilDelivered = [MessageStatus.Queued, MessageStatus.Sent, MessageStatus.Delivered];
    private static readonly string[] _backwards = [MessageStatus.Delivered, MessageStatus.Sent, MessageStatus.Queued];
    private static readonly string[] _undelivered = [MessageStatus.Queued, MessageStatus.Sent, MessageStatus.Undelivered];

    public async Task<IResult> HandleAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var fault = switches.Take((string?)form["To"] ?? "");
        if (fault.DelayMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), time, http.RequestAborted);
        }

        if (await RefuseAsync(http, fault) is { } refusal)
        {
            return refusal;
        }

        if (CreateMessageForm.Read(form, templates, book.DefaultShop, out var wanted) is { } wrong)
        {
            return TwilioResults.Error(wrong);
        }

        var message = Accept(wanted, fault.Mode);
        // The resource of the answer is the message as it was accepted, whatever the callbacks do meanwhile.
        var resource = MessageResource.Of(message, account.Value.AccountSid);
        await CallBackAsync(http, message, fault);
        return TwilioResults.Json(resource, TwilioWire.Json.MessageResource, StatusCodes.Status201Created);
    }

    /// <summary>The answers for which nothing is accepted.</summary>
    private async Task<IResult?> RefuseAsync(HttpContext http, Switch fault)
    {
        switch (fault.Mode)
        {
            case SwitchMode.TooManyRequests:
                if (fault.RetryAfterSeconds is { } seconds)
                {
                    http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                }

                return TwilioResults.Error(TwilioErrors.TooManyRequests);
            case SwitchMode.ServerError:
                return TwilioResults.Error(TwilioErrors.InternalServerError);
            case SwitchMode.OptedOut:
                return TwilioResults.Error(TwilioErrors.OptedOut);
            case SwitchMode.OutsideWindow:
                return TwilioResults.Error(TwilioErrors.OutsideWindow);
            case SwitchMode.Hang:
                await HangAsync(http);
                return TypedResults.Empty;
            default:
                return null;
        }
    }

    private SimulatedMessage Accept(CreateMessageForm wanted, SwitchMode mode)
    {
        var now = time.GetUtcNow();
        var message = new SimulatedMessage
        {
            Sid = Sid.ForMessage(wanted.MediaUrls.Count > 0),
            Direction = "outbound-api",
            From = wanted.From,
            To = wanted.To,
            Body = wanted.Body,
            At = now,
            MessagingServiceSid = wanted.MessagingServiceSid,
            StatusCallback = mode == SwitchMode.NoCallbacks ? null : wanted.StatusCallback,
            Media = [.. wanted.MediaUrls.Select(url => new SimulatedMedia { Sid = Sid.ForMedia(), SourceUrl = url })],
            Location = wanted.Location,
            Choices = wanted.Choices,
        };
        message.Advance(MessageStatus.Queued, now);
        messages.Add(message);
        feed.Accepted(message);
        return message;
    }

    private async Task CallBackAsync(HttpContext http, SimulatedMessage message, Switch fault)
    {
        switch (fault.Mode)
        {
            case SwitchMode.CallbackBefore201:
                await callbacks.PlayAsync(message, new CallbackPlan(_untilDelivered, null, null), lifetime.ApplicationStopping);
                http.Response.OnCompleted(() => Task.Run(() => reading.Delivered(message)));
                break;
            case SwitchMode.DropAfterAccept:
                callbacks.Start(message, new CallbackPlan(_untilDelivered, null, reading.Delivered));
                http.Abort();
                break;
            default:
                var plan = fault.Mode switch
                {
                    SwitchMode.OutOfOrder => new CallbackPlan(_backwards, null, reading.Delivered),
                    SwitchMode.FailAsync => new CallbackPlan(_undelivered, fault.ErrorCode, null),
                    _ => new CallbackPlan(_untilDelivered, null, reading.Delivered),
                };
                http.Response.OnCompleted(() =>
                {
                    callbacks.Start(message, plan);
                    return Task.CompletedTask;
                });
                break;
        }
    }

    /// <summary>Until the caller gives up, or the process ends.</summary>
    private async Task HangAsync(HttpContext http)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var never = new TaskCompletionSource();
        await using (ending.Token.Register(never.SetResult))
        {
            await never.Task;
        }

        http.Abort();
    }
}
