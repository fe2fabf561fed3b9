using System.Reflection;
using System.Text;
using HaloAgent.Web.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StackExchange.Redis;
using Xunit;

namespace HaloAgent.Web.Tests.SignIn;

/// <summary>Two processes over one Redis that comes and goes.</summary>
public sealed class SessionStoreTests
{
    private readonly EphemeralDataProtectionProvider keys = new();
    private readonly FakeTimeProvider time = new();
    private readonly FlakyRedis redis = FlakyRedis.New();

    [Fact]
    public async Task A_process_that_has_just_started_waits_for_redis_before_it_calls_a_session_over()
    {
        await NewProcess().SetAsync("ticket", "Ngozi"u8.ToArray(), TimeSpan.FromDays(1));
        var restarted = NewProcess();
        redis.Refusals = 3;

        Assert.Equal("Ngozi", Text(await WithTimePassingAsync(restarted.GetAsync("ticket"))));
    }

    [Fact]
    public async Task It_does_not_wait_for_ever()
    {
        redis.Refusals = int.MaxValue;
        var began = time.GetUtcNow();

        Assert.Null(await WithTimePassingAsync(NewProcess().GetAsync("ticket")));

        Assert.InRange(time.GetUtcNow() - began, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Who_is_known_here_waits_for_nobody()
    {
        var process = NewProcess();
        await process.SetAsync("ticket", "Ngozi"u8.ToArray(), TimeSpan.FromDays(1));
        redis.Refusals = int.MaxValue;

        Assert.Equal("Ngozi", Text(await process.GetAsync("ticket")));
    }

    [Fact]
    public async Task A_sign_out_in_one_process_is_one_in_the_other()
    {
        var (here, there) = (NewProcess(), NewProcess());
        await here.SetAsync("ticket", "Ngozi"u8.ToArray(), TimeSpan.FromDays(1));
        Assert.NotNull(await there.GetAsync("ticket"));

        await there.RemoveAsync("ticket");

        Assert.Null(await here.GetAsync("ticket"));
    }

    private SessionStore NewProcess() => new(
        keys, new MemoryCache(new MemoryCacheOptions()), new ServiceCollection().AddSingleton(redis.Multiplexer).BuildServiceProvider(), time, NullLogger<SessionStore>.Instance);

    private async Task<byte[]?> WithTimePassingAsync(Task<byte[]?> answer)
    {
        while (!answer.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await answer;
    }

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.UTF8.GetString(bytes);

    /// <summary>Keeps strings, and refuses as often as it is told. Only what <see cref="SessionStore"/> calls.</summary>
    public class FlakyRedis : DispatchProxy
    {
        private readonly Dictionary<string, RedisValue> kept = [];

        public int Refusals { get; set; }

        public IConnectionMultiplexer Multiplexer { get; private set; } = null!;

        public static FlakyRedis New()
        {
            var database = Create<IDatabase, FlakyRedis>();
            var redis = (FlakyRedis)(object)database;
            redis.Multiplexer = Create<IConnectionMultiplexer, OneDatabase>();
            ((OneDatabase)(object)redis.Multiplexer).Database = database;
            return redis;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (Refusals > 0)
            {
                Refusals--;
                throw new RedisConnectionException(ConnectionFailureType.UnableToConnect, "not yet");
            }

            var key = (string)((RedisKey)args![0]!)!;
            switch (targetMethod!.Name)
            {
                case nameof(IDatabase.StringGetAsync):
                    return Task.FromResult(kept.GetValueOrDefault(key));
                case nameof(IDatabase.StringSetAsync):
                    kept[key] = (RedisValue)args[1]!;
                    return Task.FromResult(true);
                default:
                    throw new NotSupportedException(targetMethod.Name);
            }
        }
    }

    public class OneDatabase : DispatchProxy
    {
        public IDatabase Database { get; set; } = null!;

        protected override object Invoke(MethodInfo? targetMethod, object?[]? args) => Database;
    }
}
