using System.Collections.Concurrent;
using HaloAgent.DevHost.Data;
using HaloAgent.LoadTests.Measure;
using HaloAgent.LoadTests.Target;
using HaloAgent.LoadTests.Wire;

namespace HaloAgent.LoadTests.Turns;

/// <summary>A person with a phone: writes, waits for the answer, writes again. Lives on a thread of its own.</summary>
internal sealed class Customer(SystemUnderTest system, LoadShop shop, Sids sids, BubbleCounts bubbles, Refusals refusals, string digits, int seed) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebhookConnection connection = new(system.Api);
    private readonly WebhookWriter webhook = new(system.Api, HaloSecrets.TwilioAccountSid, HaloSecrets.TwilioAuthToken, shop.Address);
    private readonly BlockingCollection<Answer> answers = [];

    public string Address { get; } = "whatsapp:+" + digits;

    public OrderScript Script { get; } = new(seed);

    /// <summary>From the webhook to the moment in which Twilio took the answer.</summary>
    public Latencies Latencies { get; private set; } = new();

    public int Answered { get; private set; }

    /// <summary>Each answered message by its id, when it was written and how long its answer took.</summary>
    public List<(string Sid, DateTimeOffset Written, TimeSpan Took)> Timed { get; private set; } = [];

    /// <summary>Accepted with 200 and not answered within half a minute.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Bubbles beyond those that such a message gets.</summary>
    public int Extra { get; private set; }

    /// <inheritdoc cref="WebhookConnection.Open"/>
    public void Connect() => connection.Open();

    public void Hear(Answer answer) => answers.Add(answer);

    /// <summary>Until <paramref name="end"/>; the message in hand is still waited for.</summary>
    public void Live(Pacer? pacer, CancellationToken end)
    {
        Latencies = new Latencies();
        Answered = 0;
        Timed = [];
        while (!end.IsCancellationRequested && (pacer is null || pacer.Wait(end, out _)))
        {
            Write(Script.Next());
        }
    }

    public void Dispose()
    {
        connection.Dispose();
        answers.Dispose();
    }

    private void Write(string text)
    {
        while (answers.TryTake(out _))
        {
            Extra++;
        }

        var sid = sids.Next();
        var request = webhook.Write(digits, sid, text);
        var written = TimeProvider.System.GetUtcNow();
        if (!refusals.Accepts(connection, request))
        {
            return;
        }

        if (!answers.TryTake(out var answer, Patience))
        {
            Unanswered++;
        }
        else
        {
            Answered++;
            Latencies.Add(answer.At - written);
            Timed.Add((sid, written, answer.At - written));
            Script.Hear(string.Join('\n', bubbles.Rest(Script.Topic, answers).Prepend(answer).Select(bubble => bubble.Text)));
        }
    }
}
