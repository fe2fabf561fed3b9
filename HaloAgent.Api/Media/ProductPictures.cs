using HaloAgent.Api.Http;
using Microsoft.Extensions.Caching.Memory;

namespace HaloAgent.Api.Media;

/// <summary>
/// Product pictures in the width that a page asks for, made when they are first asked for and kept for a while: an edited picture
/// gets another id, so a kept one is never stale. Anybody may ask, so there are few widths, one is read and made at a time, and few wait.
/// </summary>
internal sealed class ProductPictures : IDisposable
{
    /// <summary>Pixels; as wide as any page shows one.</summary>
    public const int Widest = 1600;

    /// <summary>Requests that may wait for a picture to be made, the one being made included.</summary>
    public const int MostWaiting = 32;

    public static readonly Failure TooManyAtOnce = new(FailureKind.Busy, "too_many_requests", ProblemWords.Words(StatusCodes.Status429TooManyRequests));

    /// <summary>A page gets the next wider one: each width more is one more to make and to keep.</summary>
    private static readonly int[] Widths = [160, 320, 480, 640, 960, 1280, Widest];

    private const long CacheBytes = 64 * 1024 * 1024;
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);
    private readonly MemoryCache made = new(new MemoryCacheOptions { SizeLimit = CacheBytes });
    private readonly SemaphoreSlim oneAtATime = new(1);
    private int waiting;

    /// <summary>The width in which a picture is made for one that was asked for.</summary>
    public static int RoundUp(int width) => Widths.First(step => step >= width);

    /// <param name="read">Reads the original.</param>
    /// <param name="width">Null for the original.</param>
    public async Task<Outcome<Picture>> ReadAsync(Func<CancellationToken, Task<Outcome<Picture>>> read, Guid id, int? width, CancellationToken stop)
    {
        if (width is not { } pixels) return await read(stop);

        var key = (id, RoundUp(pixels));
        return made.TryGetValue(key, out Picture? kept) ? kept! : await MakeInTurnAsync(read, key, stop);
    }

    public void Dispose()
    {
        made.Dispose();
        oneAtATime.Dispose();
    }

    private async Task<Outcome<Picture>> MakeInTurnAsync(Func<CancellationToken, Task<Outcome<Picture>>> read, (Guid Id, int Width) key, CancellationToken stop)
    {
        try
        {
            return Interlocked.Increment(ref waiting) > MostWaiting ? TooManyAtOnce : await MakeAloneAsync(read, key, stop);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    // The original is read here too: many that wait would each hold one.
    private async Task<Outcome<Picture>> MakeAloneAsync(Func<CancellationToken, Task<Outcome<Picture>>> read, (Guid Id, int Width) key, CancellationToken stop)
    {
        await oneAtATime.WaitAsync(stop);
        try
        {
            if (made.TryGetValue(key, out Picture? kept)) return kept!;
            var original = await read(stop);
            return original.Succeeded ? Keep(key, original.Value) : original;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    // Also what is narrow enough already: to find that out it had to be read.
    private Picture Keep((Guid Id, int Width) key, Picture original)
    {
        var picture = SmallerPicture.Of(original.Bytes, original.ContentType, key.Width) is { } bytes ? original with { Bytes = bytes } : original;
        return made.Set(key, picture, new MemoryCacheEntryOptions { Size = picture.Bytes.Length, AbsoluteExpirationRelativeToNow = KeptFor });
    }
}

internal sealed record Picture(byte[] Bytes, string ContentType);
