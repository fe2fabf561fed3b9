using System.Collections.Concurrent;
using System.Text.Json;
using HaloAgent.Contracts.Live;
using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Live;

/// <summary>One open feed, read line by line as the wire has it: a parser would leave the comments out.</summary>
internal sealed class LiveListener : IAsyncDisposable
{
    private readonly HttpClient client;
    private readonly HttpResponseMessage response;
    private readonly CancellationTokenSource left = new();
    private readonly ConcurrentQueue<LiveEvent> heard = new();
    private readonly Task reading;
    private int comments;

    private LiveListener(HttpClient client, HttpResponseMessage response)
    {
        (this.client, this.response) = (client, response);
        reading = Task.Run(ReadAsync);
    }

    public IReadOnlyList<LiveEvent> Heard => [.. heard];

    public int Comments => Volatile.Read(ref comments);

    public bool Ended => reading.IsCompleted;

    public string? ContentType => response.Content.Headers.ContentType?.MediaType;

    public static async Task<LiveListener> OpenAsync(HttpClient client)
    {
        var response = await client.GetAsync("/api/live", HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        var listener = new LiveListener(client, response);
        await Eventually.IsTrueAsync(() => Task.FromResult(listener.Comments > 0), "the feed is open");
        return listener;
    }

    public Task<IReadOnlyList<LiveEvent>> HearsAsync(Predicate<IReadOnlyList<LiveEvent>> wanted) =>
        Eventually.BecomesAsync(() => Task.FromResult(Heard), wanted, describe: all => string.Join("; ", all));

    /// <summary>The line drops.</summary>
    public async ValueTask DisposeAsync()
    {
        await left.CancelAsync();
        response.Dispose();
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        client.Dispose();
        left.Dispose();
    }

    private async Task ReadAsync()
    {
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(left.Token));
        var name = "";
        while (await lines.ReadLineAsync(left.Token) is { } line)
        {
            if (line.StartsWith(':'))
            {
                Interlocked.Increment(ref comments);
            }
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line["event: ".Length..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                var live = JsonSerializer.Deserialize<LiveEvent>(line["data: ".Length..], JsonSerializerOptions.Web)!;
                Assert.Equal(name, live.Kind);
                heard.Enqueue(live);
            }
        }
    }
}
