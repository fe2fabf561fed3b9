using System.Text.Json;
using HaloAgent.AgentWorker.Agent;
using StackExchange.Redis;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// Working memory in Redis, by conversation. It is a convenience: a failed read is an empty memory, a failed write is dropped.
/// (Orleans' persistent state was not used, because an activation that cannot read its state fails, and with it the answer.)
/// </summary>
internal sealed partial class WorkingMemoryStore(IConnectionMultiplexer redis, ILogger<WorkingMemoryStore> logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public async Task<WorkingMemory> ReadAsync(Guid conversationId)
    {
        try
        {
            var text = await redis.GetDatabase().StringGetAsync(Key(conversationId));
            return text.IsNullOrEmpty ? WorkingMemory.Empty : JsonSerializer.Deserialize<WorkingMemory>((string)text!) ?? WorkingMemory.Empty;
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or JsonException or ObjectDisposedException)
        {
            Log.NotRead(logger, exception, conversationId);
            return WorkingMemory.Empty;
        }
    }

    public void Write(Guid conversationId, WorkingMemory memory)
    {
        try
        {
            redis.GetDatabase().StringSet(Key(conversationId), JsonSerializer.Serialize(memory), Kept, flags: CommandFlags.FireAndForget);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or ObjectDisposedException)
        {
            Log.NotWritten(logger, exception, conversationId);
        }
    }

    private static RedisKey Key(Guid conversationId) => $"halo:memory:{conversationId:N}";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Working memory of {ConversationId} could not be read; the agent may ask again")]
        public static partial void NotRead(ILogger logger, Exception exception, Guid conversationId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Working memory of {ConversationId} could not be written")]
        public static partial void NotWritten(ILogger logger, Exception exception, Guid conversationId);
    }
}
