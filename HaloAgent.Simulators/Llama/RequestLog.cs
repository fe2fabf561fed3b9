using System.Text.Json.Nodes;

namespace HaloAgent.Simulators.Llama;

/// <summary>The last requests, so that a test can look at a prompt or count rounds; and how many wait for an answer right now.</summary>
internal sealed class RequestLog
{
    private const int Kept = 20_000;

    /// <summary>A prompt may have 12 kB.</summary>
    private const int KeptBodies = 1_000;

    private readonly Lock gate = new();
    private readonly Queue<LoggedRequest> requests = new();
    private readonly Queue<LoggedRequest> withBodies = new();
    private long total;
    private int waiting;
    private int mostWaiting;

    public void Add(LoggedRequest one)
    {
        lock (gate)
        {
            total++;
            requests.Enqueue(one);
            withBodies.Enqueue(one);
            if (requests.Count > Kept)
            {
                requests.Dequeue();
            }

            if (withBodies.Count > KeptBodies)
            {
                withBodies.Dequeue().ForgetBody();
            }
        }
    }

    public IReadOnlyList<LoggedRequest> Read()
    {
        lock (gate)
        {
            return [.. requests];
        }
    }

    public RequestStats Stats()
    {
        lock (gate)
        {
            return new RequestStats(total, waiting, mostWaiting);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            requests.Clear();
            withBodies.Clear();
            (total, mostWaiting) = (0, waiting);
        }
    }

    public void Begin()
    {
        lock (gate)
        {
            mostWaiting = Math.Max(mostWaiting, ++waiting);
        }
    }

    public void End()
    {
        lock (gate)
        {
            waiting--;
        }
    }
}

/// <param name="MostWaiting">At one moment, since the log was cleared.</param>
internal sealed record RequestStats(long Total, int Waiting, int MostWaiting);

/// <param name="played">The quirk or trick that was played, or null.</param>
/// <param name="turn">The same for all requests of a turn, and no other.</param>
/// <param name="round">How often the model had answered in this turn before.</param>
/// <param name="tookMs">From the request's arrival to its answer; what a model may be blamed for.</param>
internal sealed class LoggedRequest(string temper, string? played, string turn, int round, string lastUserText, double tookMs, byte[] body)
{
    // As it came: thousands of parsed prompts are millions of objects, and a collection that walks them stops this process for 200 ms,
    // which a load test would take for the agent's time.
    private volatile byte[]? kept = body;

    public string Temper => temper;

    public string? Played => played;

    public string Turn => turn;

    public int Round => round;

    public string LastUserText => lastUserText;

    public double TookMs => tookMs;

    /// <summary>The words of the answer; null: it had none, or never came.</summary>
    public string? Said { get; init; }

    /// <summary>What it said is known to be untrue, or somebody else's.</summary>
    public bool Lied { get; init; }

    /// <summary>Null for an old one.</summary>
    public JsonNode? Body => kept is { } json ? JsonNode.Parse(json) : null;

    public void ForgetBody() => kept = null;
}
