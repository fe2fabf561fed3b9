using System.Diagnostics;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>Waits for a state instead of for a time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The first value that is as wanted. When it never is, the last one seen is in the message.</summary>
    public static async Task<T> BecomesAsync<T>(Func<Task<T>> read, Predicate<T> wanted, TimeSpan? within = null, Func<T, string>? describe = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var seen = await read();
            if (wanted(seen))
            {
                return seen;
            }

            if (watch.Elapsed > (within ?? Patience))
            {
                throw new TimeoutException($"After {watch.Elapsed.TotalSeconds:0.0} s it is still: {describe?.Invoke(seen) ?? seen?.ToString()}");
            }

            await Task.Delay(Look);
        }
    }

    public static Task IsTrueAsync(Func<Task<bool>> condition, string what, TimeSpan? within = null) =>
        BecomesAsync(condition, seen => seen, within, _ => $"not so: {what}");
}
