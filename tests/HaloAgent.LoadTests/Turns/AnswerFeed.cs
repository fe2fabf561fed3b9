using System.Collections.Concurrent;
using System.Text.Json;

namespace HaloAgent.LoadTests.Turns;

/// <summary>Hands each message that the simulated Twilio accepts to the customer it is for, over one stream for all of them.</summary>
internal sealed class AnswerFeed(Uri simulators, string shop)
{
    private readonly ConcurrentDictionary<string, Customer> customers = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long accepted;

    /// <summary>Messages of the shop that Twilio took.</summary>
    public long Accepted => Interlocked.Read(ref accepted);

    /// <summary>The stream had a gap: the numbers of this run cannot be trusted.</summary>
    public bool Missed { get; private set; }

    public void Add(Customer customer) => customers[customer.Address] = customer;

    /// <summary>Returns when nothing can be missed any more; listens until cancelled.</summary>
    public async Task ListenAsync(CancellationToken stop)
    {
        var listening = Task.Run(() => ReadAsync(stop), CancellationToken.None);
        await await Task.WhenAny(ready.Task, listening);
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        await using var stream = await http.GetStreamAsync(new Uri(simulators, "/twilio/stream"), stop);
        using var lines = new StreamReader(stream);
        var kind = "";
        try
        {
            while (await lines.ReadLineAsync(stop) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                {
                    kind = line[7..];
                }
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    Hear(kind, line[6..]);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private void Hear(string kind, string data)
    {
        if (kind == "message")
        {
            Deliver(data);
        }
        else if (kind == "ready")
        {
            ready.TrySetResult();
        }
        else if (kind == "resync")
        {
            Missed = true;
        }
    }

    private void Deliver(string data)
    {
        using var message = JsonDocument.Parse(data);
        var root = message.RootElement;
        if (root.GetProperty("from").ValueEquals(shop) && customers.TryGetValue(root.GetProperty("to").GetString()!, out var customer))
        {
            Interlocked.Increment(ref accepted);
            customer.Hear(new Answer(root.GetProperty("sid").GetString()!, root.GetProperty("body").GetString()!, root.GetProperty("at").GetDateTimeOffset()));
        }
    }
}
