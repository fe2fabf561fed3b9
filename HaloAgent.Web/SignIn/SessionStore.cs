using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using StackExchange.Redis;

namespace HaloAgent.Web.SignIn;

/// <summary>
/// Keeps sessions in Redis, encrypted, so that every replica knows them, and a copy in this process, so that nobody is
/// signed out while Redis is away or after it was wiped. A sign-out leaves a mark instead of nothing: without it, the copy
/// in another replica could not tell "signed out" from "wiped".
/// </summary>
internal sealed partial class SessionStore(
    IDataProtectionProvider protection, IMemoryCache copies, IServiceProvider services, TimeProvider time, ILogger<SessionStore> logger)
{
    private static readonly byte[] SignedOut = [0];
    private static readonly TimeSpan MarkLifetime = TimeSpan.FromDays(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);
    private readonly IDataProtector _protector = protection.CreateProtector("HaloAgent.Web.Sessions.v1");

    private int _away;

    // Absent when the service was started without a connection string.
    private readonly IConnectionMultiplexer? _redis = services.GetService<IConnectionMultiplexer>();

    public async Task<byte[]?> GetAsync(string key)
    {
        var (answered, stored) = await TryAsync(database => database.StringGetAsync(key));
        var copy = copies.Get<byte[]>(key);
        if (!answered && copy is null)
        {
            stored = await InsistAsync(key);
        }

        var bytes = stored.HasValue ? (byte[]?)stored : copy;
        return bytes is null || bytes.AsSpan().SequenceEqual(SignedOut) ? null : Open(bytes);
    }

    /// <summary>A process that has just started knows nobody yet: a Redis that is a moment late must not sign everybody out.</summary>
    private async Task<RedisValue> InsistAsync(string key)
    {
        var (answered, stored) = (_redis is null, RedisValue.Null);
        for (var since = time.GetTimestamp(); !answered && time.GetElapsedTime(since) < Patience;)
        {
            await Task.Delay(BetweenTries, time);
            (answered, stored) = await TryAsync(database => database.StringGetAsync(key));
        }

        return stored;
    }

    public async Task SetAsync(string key, byte[] value, TimeSpan lifetime)
    {
        var sealedValue = _protector.Protect(value);
        copies.Set(key, sealedValue, lifetime);
        await TryAsync(async database => (RedisValue)await database.StringSetAsync(key, sealedValue, lifetime));
    }

    public async Task RemoveAsync(string key)
    {
        copies.Set(key, SignedOut, MarkLifetime);
        await TryAsync(async database => (RedisValue)await database.StringSetAsync(key, SignedOut, MarkLifetime));
    }

    /// <summary>True when this process may act for the key. Without Redis there is nobody to share with, so always.</summary>
    public async Task<bool> TryLockAsync(string key, string owner, TimeSpan lifetime)
    {
        var (answered, taken) = await TryAsync(async database => (RedisValue)await database.LockTakeAsync(key, owner, lifetime));
        return !answered || (bool)taken;
    }

    public Task UnlockAsync(string key, string owner) => TryAsync(async database => (RedisValue)await database.LockReleaseAsync(key, owner));

    private byte[]? Open(byte[] bytes)
    {
        try
        {
            return _protector.Unprotect(bytes);
        }
        catch (CryptographicException)
        {
            // The key ring was replaced: the session is worth nothing any more.
            return null;
        }
    }

    private async Task<(bool Answered, RedisValue Value)> TryAsync(Func<IDatabase, Task<RedisValue>> act)
    {
        if (_redis is null)
        {
            return (false, RedisValue.Null);
        }

        try
        {
            var value = await act(_redis.GetDatabase());
            if (Interlocked.Exchange(ref _away, 0) == 1)
            {
                Log.RedisIsBack(logger);
            }

            return (true, value);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            if (Interlocked.Exchange(ref _away, 1) == 0)
            {
                // Not the exception: it names the key.
                Log.RedisIsAway(logger);
            }

            return (false, RedisValue.Null);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is away; sessions are served from this process")]
        public static partial void RedisIsAway(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message = "Redis is back")]
        public static partial void RedisIsBack(ILogger logger);
    }
}
