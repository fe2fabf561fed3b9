using HaloAgent.Data;
using Npgsql;
using NpgsqlTypes;

namespace HaloAgent.Agent;

/// <summary>
/// Puts down what somebody outside (a model) answered a turn, before it is acted on: a turn that is run again goes on from the same
/// answer. Fenced like every other step, in a statement of its own: no transaction waits for a model.
/// </summary>
public sealed class RecordAnswer(NpgsqlDataSource database, PersonalDataCipher cipher, TimeProvider time)
{
    /// <exception cref="TurnSupersededException">The turn's epoch is over.</exception>
    public async Task HandleAsync(TurnFence fence, TurnStepDraft step, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand(Sql);
        command.Parameters.AddWithValue("conversation", fence.ConversationId);
        command.Parameters.AddWithValue("epoch", fence.Epoch);
        command.Parameters.AddWithValue("id", Guid.CreateVersion7(now));
        command.Parameters.AddWithValue("turn", fence.TurnId);
        command.Parameters.AddWithValue("ordinal", step.Ordinal);
        command.Parameters.AddWithValue("kind", step.Kind.ToString());
        command.Parameters.AddWithValue("name", step.Name);
        command.Parameters.AddWithValue("operation", step.OperationId!);
        command.Parameters.Add(new NpgsqlParameter("result", NpgsqlDbType.Bytea) { Value = cipher.Encrypt(step.Result!) });
        command.Parameters.AddWithValue("at", now);
        command.Parameters.AddWithValue("took", step.Took.TotalMilliseconds);
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            throw new TurnSupersededException(fence.TurnId);
        }
    }

    private const string Sql =
        """
        INSERT INTO turn_steps (id, turn_id, ordinal, kind, name, operation_id, result, at, duration_ms)
        SELECT @id, @turn, @ordinal, @kind, @name, @operation, @result, @at, @took
        FROM conversations WHERE id = @conversation AND epoch = @epoch
        """;
}
