using System.Threading.Channels;

namespace HaloAgent.Data;

/// <summary>The queue before the database is full: the caller answers "try again later".</summary>
public sealed class WriterBusyException() : Exception("Too many writes are waiting.");

/// <summary>
/// Groups concurrent small writes: each lane has one writer that takes whatever waits and writes it in one statement, so that a
/// commit is shared by many. Items with the same key stay in one lane and therefore in order (with shared lanes, repeats of one
/// message deadlocked when this was tried). A caller goes on only after its own group has committed.
/// </summary>
public sealed class GroupedWriter<TItem> : IAsyncDisposable
{
    private const int CallersInOneGo = 16;

    // So many share a statement well enough: they do not wait for more.
    private const int Crowd = 4;
    private readonly Channel<Waiting>[] lanes;
    private readonly Task[] writers;
    private readonly CancellationTokenSource stopping = new();
    private readonly Func<IReadOnlyList<TItem>, CancellationToken, Task> write;
    private readonly int groupSize;
    private readonly TimeSpan gather;
    private readonly TimeSpan breath;
    private readonly TimeProvider time;

    /// <param name="gather">How long the first of a group waits for others, where nobody is kept waiting by it. Zero: it takes what is there.</param>
    /// <param name="breath">How long a lane that has just written lets the next group grow. Who comes to a lane at rest is written at once.</param>
    /// <param name="time">The clock of the pauses; the system's where none is given.</param>
    public GroupedWriter(
        int laneCount, int capacity, int groupSize, Func<IReadOnlyList<TItem>, CancellationToken, Task> write, TimeSpan gather = default, TimeSpan breath = default,
        TimeProvider? time = null)
    {
        this.write = write;
        this.groupSize = groupSize;
        this.gather = gather;
        this.breath = breath;
        this.time = time ?? TimeProvider.System;
        lanes = [.. Enumerable.Range(0, laneCount).Select(_ => Channel.CreateBounded<Waiting>(new BoundedChannelOptions(capacity) { SingleReader = true }))];
        writers = [.. lanes.Select(lane => Task.Run(() => DrainAsync(lane.Reader)))];
    }

    /// <exception cref="WriterBusyException">The lane is full.</exception>
    public Task WriteAsync(Guid key, TItem item)
    {
        var waiting = new Waiting(item, new TaskCompletionSource());
        var lane = lanes[(uint)key.GetHashCode() % (uint)lanes.Length];
        return lane.Writer.TryWrite(waiting) ? waiting.Done.Task : Task.FromException(new WriterBusyException());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lane in lanes)
        {
            lane.Writer.TryComplete();
        }

        // What was accepted is written before the process goes.
        await Task.WhenAny(Task.WhenAll(writers), Task.Delay(TimeSpan.FromSeconds(10)));
        await stopping.CancelAsync();
        stopping.Dispose();
    }

    private async Task DrainAsync(ChannelReader<Waiting> reader)
    {
        long? wrote = null;
        while (await reader.WaitToReadAsync())
        {
            var pause = wrote is { } last && reader.Count < Crowd ? Longer(gather, breath - time.GetElapsedTime(last)) : gather;
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time);
            }

            var group = new List<Waiting>();
            while (group.Count < groupSize && reader.TryRead(out var waiting))
            {
                group.Add(waiting);
            }

            await WriteGroupAsync(group);
            wrote = time.GetTimestamp();
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private async Task WriteGroupAsync(List<Waiting> group)
    {
        try
        {
            await write([.. group.Select(waiting => waiting.Item)], stopping.Token);
            Answer(group, null);
        }
        catch (Exception) when (group.Count > 1)
        {
            // One bad row must not refuse its neighbours; each row then meets its own fate.
            foreach (var waiting in group)
            {
                await WriteGroupAsync([waiting]);
            }
        }
        catch (Exception failure)
        {
            // Not swallowed: it is the answer to the caller that waits for this very row.
            Answer(group, failure);
        }
    }

    /// <summary>
    /// The lane goes on at once, and the callers on the pool, several in one go: a hand-over for each of them cost more than
    /// answering them.
    /// </summary>
    private static void Answer(List<Waiting> group, Exception? failure)
    {
        foreach (var some in group.Chunk(CallersInOneGo))
        {
            ThreadPool.UnsafeQueueUserWorkItem(Go, (some, failure), preferLocal: false);
        }
    }

    private static void Go((Waiting[] Callers, Exception? Failure) answer)
    {
        foreach (var waiting in answer.Callers)
        {
            if (answer.Failure is null)
            {
                waiting.Done.SetResult();
            }
            else
            {
                waiting.Done.SetException(answer.Failure);
            }
        }
    }

    private readonly record struct Waiting(TItem Item, TaskCompletionSource Done);
}
