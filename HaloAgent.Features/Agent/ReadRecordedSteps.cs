using HaloAgent.Data;
using Npgsql;

namespace HaloAgent.Agent;

/// <summary>What a turn that is run again had already committed: its operations and their results.</summary>
public sealed class ReadRecordedSteps(NpgsqlDataSource database, PersonalDataCipher cipher)
{
    public async Task<IReadOnlyDictionary<string, string>> HandleAsync(TurnFence fence, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            SELECT s.operation_id, s.result FROM turn_steps s JOIN turns t ON t.id = s.turn_id
            WHERE t.id = $1 AND t.business_id = $2 AND s.operation_id IS NOT NULL AND s.result IS NOT NULL
            """);
        command.Parameters.AddWithValue(fence.TurnId);
        command.Parameters.AddWithValue(fence.BusinessId);
        var results = new Dictionary<string, string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            results[reader.GetString(0)] = cipher.DecryptText(reader.GetFieldValue<byte[]>(1));
        }

        return results;
    }
}
