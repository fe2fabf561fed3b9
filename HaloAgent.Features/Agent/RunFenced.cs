using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Agent;

/// <summary>Which turn acts, and at which epoch of its conversation.</summary>
public sealed record TurnFence(Guid BusinessId, Guid ConversationId, Guid TurnId, long Epoch);

/// <summary>A line for the turn's journal. Arguments and result are JSON; they are encrypted when written.</summary>
/// <param name="OperationId">For effects: unique, so that the same call of the same turn acts once.</param>
public sealed record TurnStepDraft(
    int Ordinal, TurnStepKind Kind, string Name, string? OperationId, string? Arguments, string? Result, TimeSpan Took);

/// <summary>The conversation's epoch has moved on: a person took over, or another activation goes on with this turn. Nothing may commit any more.</summary>
public sealed class TurnSupersededException(Guid turnId) : Exception($"Turn {turnId} has been superseded.");

/// <summary>
/// Runs an effect of a turn exactly once: locks the conversation at the turn's epoch, replays the recorded result if this very
/// operation has committed before, and otherwise commits effect and journal step together. What the turn had done to the cart until
/// then commits with them, because the effect may rest on it.
/// </summary>
public sealed class RunFenced(HaloDbContext db, PersonalDataCipher cipher, CartStore carts, AnnouncementInterceptor announcements, TimeProvider time)
{
    /// <param name="before">The turn's own changes that nothing has committed yet.</param>
    /// <param name="record">Gives the result as JSON, and how long it took, for the journal. Asked before the commit, which may still fail.</param>
    /// <param name="replay">Reads a recorded result back.</param>
    /// <exception cref="TurnSupersededException">The turn's epoch is over.</exception>
    public async Task<Outcome<T>> HandleAsync<T>(
        TurnFence fence, UncommittedChanges before, TurnStepDraft step, Func<Task<Outcome<T>>> effect, Func<T, (string Json, TimeSpan Took)> record,
        Func<string, Task<T>> replay, CancellationToken cancellationToken)
    {
        await using var transaction = await db.BeginAsync(cancellationToken);
        var npgsql = (NpgsqlTransaction)transaction.GetDbTransaction();
        if (await LockAtEpochAsync(npgsql, fence, step.OperationId!, cancellationToken) is { } recorded)
        {
            return await replay(recorded);
        }

        if (before.Cart is { } cart && !await carts.WriteAsync(npgsql.Connection!, npgsql, cart, cancellationToken))
        {
            throw new TurnSupersededException(fence.TurnId);
        }

        // The commit goes out with the last writes: one round trip less during which others wait for what is locked.
        db.Ending = result =>
        {
            var (json, took) = record((T)result);
            return [.. before.Steps.Append(step with { Result = json, Took = took }).Select(one => Command(fence.TurnId, one)), new NpgsqlBatchCommand("COMMIT")];
        };
        var outcome = await effect();
        if (!outcome.Succeeded)
        {
            await transaction.RollbackAsync(cancellationToken);
            return outcome;
        }

        if (!db.HasEnded)
        {
            await db.WriteLastAsync(npgsql, [.. db.EndOfTransaction(outcome.Value!)], cancellationToken);
        }

        announcements.Send(db);
        return outcome;
    }

    /// <returns>The result of this very operation, if it has committed before.</returns>
    private async Task<string?> LockAtEpochAsync(NpgsqlTransaction transaction, TurnFence fence, string operationId, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands =
            {
                // First the lock, then the look: what waited for the lock must see what the other one did.
                new("SELECT 1 FROM conversations WHERE id = $1 AND epoch = $2 FOR NO KEY UPDATE") { Parameters = { new() { Value = fence.ConversationId }, new() { Value = fence.Epoch } } },
                new("SELECT result FROM turn_steps WHERE operation_id = $1 AND result IS NOT NULL") { Parameters = { new() { Value = operationId } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw new TurnSupersededException(fence.TurnId);
        }

        await reader.NextResultAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? cipher.DecryptText(reader.GetFieldValue<byte[]>(0)) : null;
    }

    private NpgsqlBatchCommand Command(Guid turnId, TurnStepDraft step)
    {
        var now = time.GetUtcNow();
        return new NpgsqlBatchCommand(
            """
            INSERT INTO turn_steps (id, turn_id, ordinal, kind, name, operation_id, arguments, result, at, duration_ms)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """)
        {
            Parameters =
            {
                new() { Value = Guid.CreateVersion7(now) },
                new() { Value = turnId },
                new() { Value = step.Ordinal },
                new() { Value = step.Kind.ToString() },
                new() { Value = step.Name },
                new() { Value = step.OperationId },
                new() { Value = step.Arguments is null ? DBNull.Value : cipher.Encrypt(step.Arguments), NpgsqlDbType = NpgsqlDbType.Bytea },
                new() { Value = cipher.Encrypt(step.Result!) },
                new() { Value = now },
                new() { Value = step.Took.TotalMilliseconds },
            },
        };
    }
}

/// <summary>What a turn has done to the cart, and the journal's lines about it and about a model's answers, as long as no commit holds them.</summary>
public sealed record UncommittedChanges(CartChange? Cart, IReadOnlyList<TurnStepDraft> Steps);
