using System.Collections.Concurrent;
using HaloAgent.Data;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaloAgent.UnitTests.Data;

public sealed class GroupedWriterTests
{
    private static readonly Guid Key = Guid.CreateVersion7();
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);
    private readonly ConcurrentQueue<int[]> written = new();
    private readonly TaskCompletionSource opened = new();
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task What_waits_meanwhile_is_written_together_and_in_order()
    {
        await using var writer = Writer(items => items.Contains(0) ? opened.Task : Task.CompletedTask);
        var first = writer.WriteAsync(Key, 0);
        await UntilTakenAsync(1);
        var others = Enumerable.Range(1, 99).Select(i => writer.WriteAsync(Key, i)).ToArray();

        Assert.DoesNotContain(others.Prepend(first), write => write.IsCompleted);
        opened.SetResult();
        await Task.WhenAll(others.Prepend(first));

        Assert.Equal([1, 64, 35], written.Select(group => group.Length));
        Assert.Equal(Enumerable.Range(0, 100), written.SelectMany(group => group));
    }

    [Fact]
    public async Task A_row_that_cannot_be_written_fails_alone()
    {
        await using var writer = Writer(items => items is [0] ? opened.Task : items.Contains(7) ? throw new InvalidOperationException("seven") : Task.CompletedTask);
        var all = Enumerable.Range(0, 20).Select(i => writer.WriteAsync(Key, i)).ToArray();
        opened.SetResult();

        await Task.WhenAll(all.Where((_, i) => i != 7));
        Assert.Equal("seven", (await Assert.ThrowsAsync<InvalidOperationException>(() => all[7])).Message);
    }

    [Fact]
    public async Task A_full_lane_says_so_at_once_and_loses_nothing_that_it_took()
    {
        await using var writer = new GroupedWriter<int>(laneCount: 1, capacity: 5, groupSize: 64, (items, _) => RecordAsync(items, _ => opened.Task));
        var first = writer.WriteAsync(Key, 0);
        await UntilTakenAsync(1);
        var waiting = Enumerable.Range(1, 5).Select(i => writer.WriteAsync(Key, i)).ToArray();

        await Assert.ThrowsAsync<WriterBusyException>(() => writer.WriteAsync(Key, 6));
        opened.SetResult();
        await Task.WhenAll(waiting.Append(first));
    }

    [Fact]
    public async Task What_was_accepted_is_written_before_it_is_gone()
    {
        var writer = Writer(_ => opened.Task);
        var all = Enumerable.Range(0, 50).Select(i => writer.WriteAsync(Key, i)).ToArray();
        var gone = writer.DisposeAsync().AsTask();
        opened.SetResult();

        await gone;
        await Task.WhenAll(all);
        Assert.Equal(50, written.Sum(group => group.Length));
        await Assert.ThrowsAsync<WriterBusyException>(() => writer.WriteAsync(Key, 51));
    }

    [Fact]
    public async Task Who_comes_to_a_lane_at_rest_is_written_at_once()
    {
        await using var writer = BreathingWriter(_ => Task.CompletedTask);

        await writer.WriteAsync(Key, 0);
    }

    [Fact]
    public async Task A_lane_that_has_just_written_lets_the_next_group_grow()
    {
        await using var writer = BreathingWriter(_ => Task.CompletedTask);
        await writer.WriteAsync(Key, 0);

        var next = Task.WhenAll(writer.WriteAsync(Key, 1), writer.WriteAsync(Key, 2));
        while (!next.IsCompleted)
        {
            time.Advance(Breath / 10);
            await Task.Yield();
        }

        Assert.Equal([[0], [1, 2]], written);
    }

    [Fact]
    public async Task A_crowd_does_not_wait_for_more()
    {
        await using var writer = BreathingWriter(items => items.Contains(0) ? opened.Task : Task.CompletedTask);
        var first = writer.WriteAsync(Key, 0);
        await UntilTakenAsync(1);
        var crowd = Enumerable.Range(1, 4).Select(i => writer.WriteAsync(Key, i)).ToArray();
        opened.SetResult();

        await Task.WhenAll(crowd.Append(first));
    }

    private GroupedWriter<int> BreathingWriter(Func<IReadOnlyList<int>, Task> write) =>
        new(laneCount: 1, capacity: 1000, groupSize: 64, (items, _) => RecordAsync(items, write), breath: Breath, time: time);

    private GroupedWriter<int> Writer(Func<IReadOnlyList<int>, Task> write) =>
        new(laneCount: 2, capacity: 1000, groupSize: 64, (items, _) => RecordAsync(items, write));

    private async Task RecordAsync(IReadOnlyList<int> items, Func<IReadOnlyList<int>, Task> write)
    {
        written.Enqueue([.. items]);
        await write(items);
    }

    private async Task UntilTakenAsync(int groups)
    {
        while (written.Count < groups)
        {
            await Task.Yield();
        }
    }
}
