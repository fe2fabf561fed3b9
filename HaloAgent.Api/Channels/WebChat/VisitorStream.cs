using HaloAgent.Api.Live;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Live;
using HaloAgent.Conversations;

namespace HaloAgent.Api.Channels.WebChat;

/// <summary>A visitor's open line: reads their chat again whenever something changed in it, and sends what they have not seen on this line.</summary>
internal sealed class VisitorStream(EventStream stream, IServiceScopeFactory scopes, Guid conversationId)
{
    private readonly HashSet<string> sent = [];
    private long last;

    public async Task RunAsync(LiveSubscription subscription, TimeProvider time, CancellationToken stop)
    {
        // What is there already is fetched by the page itself, with the id of the last message it knows.
        foreach (var known in await ReadAsync(null, stop))
        {
            Remember(known);
        }

        await stream.OpenAsync(stop);
        while (true)
        {
            var live = await subscription.NextAsync(EventStream.Heartbeat, time, stop);
            if (live is null or { Kind: LiveEventKinds.CatchUp } || (live.Kind == LiveEventKinds.MessageChanged && live.Id == conversationId))
            {
                // Also without an event: one may have been lost.
                await SendNewAsync(stop);
            }

            if (live is null)
            {
                await stream.CommentAsync(stop);
            }
        }
    }

    private async Task SendNewAsync(CancellationToken stop)
    {
        foreach (var message in await ReadAsync(last, stop))
        {
            if (!sent.Contains(message.Id))
            {
                await stream.SendAsync("message", message, stop);
                Remember(message);
            }
        }
    }

    private void Remember(ChatMessageView message)
    {
        sent.Add(message.Id);
        last = Math.Max(last, long.Parse(message.Id, System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<IReadOnlyList<ChatMessageView>> ReadAsync(long? after, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReadVisitorChat>().HandleAsync(conversationId, after, stop);
    }
}
