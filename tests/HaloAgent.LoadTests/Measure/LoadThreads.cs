using System.Collections.Concurrent;

namespace HaloAgent.LoadTests.Measure;

/// <summary>A blocking thread for every connection or customer: cheaper here than the asynchronous machinery, and simpler to read.</summary>
internal static class LoadThreads
{
    private const int StackBytes = 256 * 1024;

    /// <summary>Returns when all have ended. The first failure is thrown.</summary>
    public static async Task RunAsync(int count, Action<int> body)
    {
        var failures = new ConcurrentQueue<Exception>();
        using var done = new CountdownEvent(count);
        for (var i = 0; i < count; i++)
        {
            var index = i;
            new Thread(() => Run(index, body, failures, done), StackBytes) { IsBackground = true }.Start();
        }

        await Task.Run(() => done.Wait());
        if (!failures.IsEmpty)
        {
            throw new AggregateException(failures.Take(5));
        }
    }

    private static void Run(int index, Action<int> body, ConcurrentQueue<Exception> failures, CountdownEvent done)
    {
        try
        {
            body(index);
        }
        catch (Exception failure)
        {
            // A thread's exception would end the process; it is thrown again where the run is awaited.
            failures.Enqueue(failure);
        }
        finally
        {
            done.Signal();
        }
    }
}
