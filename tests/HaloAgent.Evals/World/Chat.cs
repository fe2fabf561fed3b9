using System.Diagnostics;
using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.Channels;
using HaloAgent.Data;
using HaloAgent.Evals.Format;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaloAgent.Evals.World;

/// <summary>A customer's chat with a shop: records what they write as the front door does, and runs the turn as the conversation's actor does.</summary>
internal sealed class Chat(EvalWorld world, ShopCopy shop)
{
    private const int Attempts = 4;

    private static int customers;

    private readonly string address = $"whatsapp:+234803{1_000_000 + Interlocked.Increment(ref customers):D7}";
    private readonly ConversationMind mind = new() { Memory = WorkingMemory.Empty };
    private readonly Pump signals = new(_ => new NoTimer(), _ => Task.CompletedTask);
    private readonly MessageCodec codec = world.Services.GetRequiredService<MessageCodec>();
    private long readUpTo;

    public Guid ConversationId => mind.ConversationId;

    /// <summary>Says it all at once, and lets the agent answer.</summary>
    /// <returns>How long the turn took, from claim to commit.</returns>
    public async Task<TimeSpan> SayAsync(IReadOnlyList<Bubble> bubbles, CancellationToken cancellationToken)
    {
        foreach (var bubble in bubbles)
        {
            await WriteAsync(bubble);
        }

        var started = Stopwatch.GetTimestamp();
        await AnswerAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>What has come from the shop since it was last asked: the agent's replies, a member's words, notifications.</summary>
    public Task<List<(MessageAuthor Author, string Text)>> HearAsync(CancellationToken cancellationToken) =>
        world.UseAsync<HaloDbContext, List<(MessageAuthor, string)>>(async db =>
        {
            var rows = await db.Messages.AsNoTracking()
                .Where(m => m.ConversationId == ConversationId && m.Direction == MessageDirection.Outbound && m.Id > readUpTo)
                .OrderBy(m => m.Id).Select(m => new { m.Id, m.Author, m.Content }).ToListAsync(cancellationToken);
            readUpTo = rows.Count == 0 ? readUpTo : rows[^1].Id;
            return rows.ConvertAll(row => (row.Author, codec.Decode(row.Content).Content.Text));
        });

    /// <summary>As after a commit of somebody else that interrupts the turn: what was known is read again.</summary>
    public void LookAgain() => mind.Interrupt();

    private async Task WriteAsync(Bubble bubble)
    {
        var sender = new MessageSender(shop.WhatsAppAddress, address, null, "Tolu", address["whatsapp:".Length..]);
        var message = new InboundMessage(Channel.WhatsappTwilio, sender, "EV" + Guid.CreateVersion7().ToString("N"), Content(bubble), null, "{}"u8.ToArray());
        mind.ConversationId = await world.Services.GetRequiredService<ReceiveMessage>().HandleAsync(message);
    }

    private static MessageContent Content(Bubble bubble) => bubble.Kind switch
    {
        BubbleKind.Picture => new MessageContent { Kind = MessageKind.Image, Text = bubble.Text, Media = [new MediaItem("https://evals.invalid/picture", "image/png")] },
        BubbleKind.Document => new MessageContent { Kind = MessageKind.Document, Text = bubble.Text, Media = [new MediaItem("https://evals.invalid/document", "application/pdf")] },
        BubbleKind.Voice => new MessageContent { Kind = MessageKind.Voice, Text = bubble.Text, Media = [new MediaItem("https://evals.invalid/voice", "audio/ogg")] },
        BubbleKind.Location => new MessageContent { Kind = MessageKind.Location, Location = new SharedLocation(6.59, 3.35, bubble.Text.Length == 0 ? null : bubble.Text, null) },
        _ => MessageContent.OfText(bubble.Text),
    };

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        var runner = world.Services.GetRequiredService<TurnRunner>();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await runner.RunAsync(mind, signals, onCommitted: () => { }, cancellationToken);
                return;
            }
            catch (Exception) when (attempt < Attempts && !cancellationToken.IsCancellationRequested)
            {
                // As the actor does: whatever it was, the rows are still there. A turn that keeps failing is dead-lettered, and the judge sees that.
                mind.Forget();
            }
        }
    }

    /// <summary>Nothing is woken here: turns are run by hand.</summary>
    private sealed class NoTimer : IGrainTimer
    {
        public void Change(TimeSpan dueTime, TimeSpan period)
        {
        }

        public void Dispose()
        {
        }
    }
}
