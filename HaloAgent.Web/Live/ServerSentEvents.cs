using System.Runtime.CompilerServices;

namespace HaloAgent.Web.Live;

/// <param name="Name">The event's name, "message" when it has none.</param>
/// <param name="Data">Its data lines, joined by line feeds.</param>
internal readonly record struct ServerSentEvent(string Name, string Data);

/// <summary>
/// Reads text/event-stream. The framework's parser swallows comment lines, and those are the sign of life here: a
/// connection on which nothing came for the given time counts as dead (a phone that slept, a proxy that forgot us).
/// </summary>
internal static class ServerSentEvents
{
    public static async IAsyncEnumerable<ServerSentEvent> ReadAsync(
        Stream stream, TimeSpan silence, TimeProvider time, [EnumeratorCancellation] CancellationToken stop)
    {
        using var reader = new StreamReader(stream);
        var name = "message";
        var data = new List<string>();
        while (await ReadLineAsync(reader, silence, time, stop) is { } line)
        {
            if (line.Length == 0)
            {
                if (data.Count > 0)
                {
                    yield return new(name, string.Join('\n', data));
                }

                name = "message";
                data.Clear();
            }
            else if (line.StartsWith("event:", StringComparison.Ordinal))
            {
                name = line[6..].Trim();
            }
            else if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                data.Add(line.StartsWith("data: ", StringComparison.Ordinal) ? line[6..] : line[5..]);
            }
        }
    }

    private static async Task<string?> ReadLineAsync(StreamReader reader, TimeSpan silence, TimeProvider time, CancellationToken stop)
    {
        using var quiet = new CancellationTokenSource(silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(quiet.Token, stop);
        try
        {
            return await reader.ReadLineAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new IOException("The event stream fell silent.");
        }
    }
}
