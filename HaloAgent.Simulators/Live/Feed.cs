using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using HaloAgent.Simulators.Twilio.Messages;

namespace HaloAgent.Simulators.Live;

/// <summary>
/// What happens, told to whoever listens. Costs nothing while nobody does; a listener that is too slow gets one
/// <c>resync</c> in place of what it missed.
/// </summary>
internal sealed class Feed(IHostApplicationLifetime lifetime)
{
    private const int Backlog = 2_000;
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    private readonly ConcurrentDictionary<Listener, byte> _listeners = new();
    private int _phones;

    /// <summary>A phone page is open somewhere.</summary>
    public bool PhoneIsOpen => Volatile.Read(ref _phones) > 0;

    /// <summary>The shop sent a message.</summary>
    public void Accepted(SimulatedMessage message) => Publish("accepted", message);

    /// <summary>A message is new or has changed.</summary>
    public void Message(SimulatedMessage message) => Publish("message", message);

    public void Typing(SimulatedMessage answered) =>
        Publish("typing", answered.Customer, null, new { customer = answered.Customer, shop = answered.Shop, sid = answered.Sid });

    public void Removed(string? customer, string? sid) => Publish("removed", customer, null, new { customer, sid });

    public void PhoneBookChanged() => Publish("book", null, null, new { });

    /// <summary>Everything that concerns phone pages: the people in their phone book.</summary>
    public async IAsyncEnumerable<SseItem<string>> ListenAsPhone(Func<string, bool> isInBook, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Interlocked.Increment(ref _phones);
        try
        {
            await foreach (var item in Listen(item => item.Customer is null || isInBook(item.Customer), cancellation))
            {
                yield return item.ToSse();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _phones);
        }
    }

    /// <summary>Ends with the caller's request or with the process, whichever comes first.</summary>
    public async IAsyncEnumerable<FeedItem> Listen(Func<FeedItem, bool> wanted, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var listener = new Listener(wanted, Channel.CreateBounded<FeedItem>(Backlog));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        _listeners.TryAdd(listener, 0);
        try
        {
            // The first item says that the subscription stands: what is read after it cannot miss anything.
            yield return FeedItem.Ready;
            while (await NextAsync(listener, ending.Token))
            {
                while (listener.Items.Reader.TryRead(out var item))
                {
                    yield return item;
                }

                if (Interlocked.Exchange(ref listener.Missed, 0) == 1)
                {
                    yield return FeedItem.Resync;
                }
            }
        }
        finally
        {
            _listeners.TryRemove(listener, out _);
        }
    }

    private static async ValueTask<bool> NextAsync(Listener listener, CancellationToken ending)
    {
        try
        {
            return await listener.Items.Reader.WaitToReadAsync(ending);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Publish(string kind, SimulatedMessage message)
    {
        if (!_listeners.IsEmpty)
        {
            Publish(kind, message.Customer, message, MessageView.Of(message));
        }
    }

    private void Publish(string kind, string? customer, SimulatedMessage? message, object content)
    {
        FeedItem? item = null;
        foreach (var (listener, _) in _listeners)
        {
            item ??= new FeedItem(kind, customer, message, new Lazy<string>(() => JsonSerializer.Serialize(content, _json)));
            if (listener.Wanted(item) && !listener.Items.Writer.TryWrite(item))
            {
                Volatile.Write(ref listener.Missed, 1);
            }
        }
    }

    private sealed class Listener(Func<FeedItem, bool> wanted, Channel<FeedItem> items)
    {
        public int Missed;

        public Func<FeedItem, bool> Wanted { get; } = wanted;

        public Channel<FeedItem> Items { get; } = items;
    }
}

/// <summary>One thing that happened; its text is made once, however many listen.</summary>
internal sealed record FeedItem(string Kind, string? Customer, SimulatedMessage? Message, Lazy<string> Json)
{
    public static readonly FeedItem Ready = new("ready", null, null, new Lazy<string>("{}"));
    public static readonly FeedItem Resync = new("resync", null, null, new Lazy<string>("{}"));

    public SseItem<string> ToSse() => new(Json.Value, Kind);
}
