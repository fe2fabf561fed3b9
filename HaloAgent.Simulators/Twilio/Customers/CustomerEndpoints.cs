using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HaloAgent.Simulators.Live;
using HaloAgent.Simulators.Twilio.Messages;
using HaloAgent.Simulators.Twilio.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Simulators.Twilio.Customers;

/// <summary>What customers have received, for tests and load tests.</summary>
internal static class CustomerEndpoints
{
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(60);

    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/twilio/messages", List);
        routes.MapDelete("/twilio/messages", Forget);
        routes.MapGet("/twilio/stream", Stream);
        routes.MapGet("/twilio/stats", (StatusCallbacks callbacks, MessageStore messages) => TypedResults.Ok(new { messages = messages.Count, callbacks = callbacks.Counts }));
    }

    /// <summary>
    /// In the order in which they came. With <paramref name="after"/> (a sid) only what came later, and with
    /// <paramref name="wait"/> (seconds) the answer comes as soon as there is something, or empty when the time is up.
    /// </summary>
    private static async Task<IResult> List(string? to, string? from, string? after, int? wait, MessageStore messages, Feed feed, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(to))
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["to"] = ["to is the customer, for example whatsapp:%2B2348030000101."] });
        }

        var customer = Address.Normalise(to);
        var shop = string.IsNullOrWhiteSpace(from) ? null : Address.Normalise(from);
        ReceivedMessage[] Read() => Received(messages, customer, shop, after);

        var received = Read();
        if (received.Length > 0 || wait is not > 0)
        {
            return TypedResults.Ok(received);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(Math.Min(wait.Value, _longestWait.TotalSeconds)));
        await foreach (var _ in feed.Listen(item => item.Customer == customer, patience.Token))
        {
            received = Read();
            if (received.Length > 0)
            {
                break;
            }
        }

        return TypedResults.Ok(received);
    }

    private static NoContent Forget(string? to, MessageStore messages, Feed feed)
    {
        var customer = string.IsNullOrWhiteSpace(to) ? null : Address.Normalise(to);
        messages.RemoveAll(customer);
        feed.Removed(customer, null);
        return TypedResults.NoContent();
    }

    /// <summary>Each message to a customer once, when Twilio accepts it; <c>ready</c> first, <c>resync</c> after a gap.</summary>
    private static ServerSentEventsResult<string> Stream(Feed feed, CancellationToken cancellation) =>
        TypedResults.ServerSentEvents(Accepted(feed, cancellation));

    private static async IAsyncEnumerable<SseItem<string>> Accepted(Feed feed, [EnumeratorCancellation] CancellationToken cancellation)
    {
        static bool IsNew(FeedItem item) => item is { Kind: "accepted" };

        await foreach (var item in feed.Listen(IsNew, cancellation))
        {
            yield return item.Message is { } message
                ? new SseItem<string>(JsonSerializer.Serialize(ReceivedMessage.Of(message), JsonSerializerOptions.Web), "message")
                : item.ToSse();
        }
    }

    private static ReceivedMessage[] Received(MessageStore messages, string customer, string? shop, string? after)
    {
        var received = messages.OfCustomer(customer).Where(message => !message.IsInbound && (shop is null || message.Shop == shop));
        if (after is not null && messages.Find(after) is not null)
        {
            received = received.SkipWhile(message => message.Sid != after).Skip(1);
        }

        return [.. received.Select(ReceivedMessage.Of)];
    }
}

/// <summary><c>MediaUrls</c> are the addresses that the shop gave.</summary>
internal sealed record ReceivedMessage(string Sid, string From, string To, string Body, string[] MediaUrls, DateTimeOffset At, string Status, int? ErrorCode)
{
    public static ReceivedMessage Of(SimulatedMessage message) => new(
        message.Sid,
        message.From,
        message.To,
        message.Body,
        [.. message.Media.Select(media => media.SourceUrl?.OriginalString ?? "")],
        message.At,
        message.Status,
        message.ErrorCode);
}
