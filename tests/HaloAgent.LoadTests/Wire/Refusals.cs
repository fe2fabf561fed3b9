using System.Collections.Concurrent;
using System.Net.Sockets;

namespace HaloAgent.LoadTests.Wire;

/// <summary>Webhooks that were not answered with 200, by what came instead.</summary>
internal sealed class Refusals
{
    private readonly ConcurrentDictionary<string, int> kinds = new();

    public long Count => kinds.Values.Sum(count => (long)count);

    /// <summary>Whether it was accepted; anything else is counted.</summary>
    public bool Accepts(WebhookConnection connection, ReadOnlySpan<byte> request)
    {
        try
        {
            var status = connection.Post(request);
            if (status == 200)
            {
                return true;
            }

            Add($"HTTP {status}");
        }
        catch (SocketException broken)
        {
            Add(broken.SocketErrorCode.ToString());
        }

        return false;
    }

    public override string ToString() => kinds.IsEmpty ? "none" : string.Join(", ", kinds.OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Value} {kind.Key}"));

    private void Add(string kind) => kinds.AddOrUpdate(kind, 1, (_, count) => count + 1);
}
