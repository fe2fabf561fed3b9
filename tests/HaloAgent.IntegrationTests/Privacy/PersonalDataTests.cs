using System.Text;
using HaloAgent.IntegrationTests.Fixtures;
using Npgsql;
using Xunit;

namespace HaloAgent.IntegrationTests.Privacy;

/// <summary>A customer's name, number, address and words stand nowhere in plain: not in a log, not in a trace, not in a column.</summary>
[Collection(RunningSystemCollection.Name)]
public sealed class PersonalDataTests(RunningSystem system)
{
    [Fact]
    public async Task Nothing_personal_is_in_logs_traces_metrics_or_any_column()
    {
        await system.WithWorkersAsync(1);
        var phone = system.NewPhone();
        string[] personal = ["Zebulon", "Qwertyson", phone.Number[1..], "0" + phone.Number[4..], "Quixotic", "purple elephants", "kumquat"];
        await system.Simulators.GetStringAsync($"/twilio/messages?to={Uri.EscapeDataString(phone.Address)}");

        await HaveAConversationAsync(phone);

        // The words really went through: they are in the log, encrypted.
        var inbound = await system.Log.InboundAsync(phone.ConversationId(system.Log.Index));
        Assert.Contains(inbound, row => row.Text.Contains("Quixotic", StringComparison.Ordinal));
        Assert.Equal("Zebulon Qwertyson", inbound[0].Sender!.ProfileName);
        foreach (var word in personal)
        {
            Assert.Empty(LogsWith(word));
            Assert.DoesNotContain(system.Telemetry.Received, one => Contains(one.Body, word));
        }

        Assert.Empty(await ColumnsWithAsync(personal));
        Assert.Contains(system.Telemetry.Received, one => one.Path == "/v1/logs");
        Assert.Contains(system.Telemetry.Received, one => one.Path == "/v1/traces");
    }

    /// <summary>With an order, a delivery, failures of all kinds and a complaint: whatever might write something down.</summary>
    private async Task HaveAConversationAsync(TwilioPhone phone)
    {
        await phone.SendAsync(new { from = phone.Address, to = RunningSystem.Shop, body = "hello, purple elephants", profileName = "Zebulon Qwertyson" });
        await phone.HearAsync(all => all.Count > 0, TimeSpan.FromSeconds(60));
        await phone.SwitchAsync("500");
        await phone.SayAsync("I want 1 jollof rice without kumquat, deliver to 77 Quixotic Crescent, Ikeja");
        await phone.HearAsync(all => all.Any(text => text.Contains("to confirm", StringComparison.Ordinal)), TimeSpan.FromSeconds(60));
        await phone.SwitchAsync("429");
        await phone.AskAsync("yes", "HA-", TimeSpan.FromSeconds(60));
        await phone.SwitchAsync("21610");
        await phone.SayAsync("I have paid, kumquat");
        await phone.SendAsync(new { from = phone.Address, to = RunningSystem.Shop, body = "kumquat", media = new[] { new { url = "http://kumquat.example/Quixotic.png", contentType = "image/png" } } });
        await phone.SayAsync("I want to talk to a person about purple elephants");
        using var forged = await system.Simulators.PostAsync("/twilio/inbound", JsonContentOf(new { from = phone.Address, to = RunningSystem.Shop, body = "kumquat", signature = "wrong" }));
        await Eventually.IsTrueAsync(async () => (await system.Log.InboundAsync(phone.ConversationId(system.Log.Index))).TrueForAll(row => row.TurnId is not null), "all is answered");

        // One export after the last answer.
        var seen = system.Telemetry.Received.Count;
        await Eventually.IsTrueAsync(() => Task.FromResult(system.Telemetry.Received.Count > seen + 2), "telemetry was sent once more");
    }

    private static System.Net.Http.Json.JsonContent JsonContentOf(object value) => System.Net.Http.Json.JsonContent.Create(value);

    /// <summary>The simulators are the outside world: their log is not ours.</summary>
    private List<string> LogsWith(string word) =>
    [
        .. Directory.EnumerateFiles(system.Halo.LogDirectory, "*.log").Where(file => !Path.GetFileName(file).StartsWith("simulators", StringComparison.Ordinal))
            .SelectMany(ReadLines).Where(line => line.Contains(word, StringComparison.OrdinalIgnoreCase)),
    ];

    private static IEnumerable<string> ReadLines(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        while (reader.ReadLine() is { } line)
        {
            yield return Path.GetFileName(file) + ": " + line;
        }
    }

    private static bool Contains(byte[] body, string word) => body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;

    private async Task<List<string>> ColumnsWithAsync(string[] words)
    {
        await using var database = NpgsqlDataSource.Create(system.Halo.DatabaseConnectionString);
        var columns = new List<(string Table, string Column, bool Bytes)>();
        await using (var command = database.CreateCommand(
            """
            SELECT table_name, column_name, data_type = 'bytea' FROM information_schema.columns
            WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'bytea', 'json', 'jsonb', 'ARRAY')
            """))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                columns.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
            }
        }

        Assert.True(columns.Count > 50);
        var found = new List<string>();
        foreach (var (table, column, bytes) in columns)
        {
            var test = bytes ? $"position(convert_to(w, 'UTF8') in \"{column}\") > 0" : $"\"{column}\"::text ILIKE '%' || w || '%'";
            await using var command = database.CreateCommand($"SELECT w FROM unnest($1) AS w WHERE EXISTS (SELECT 1 FROM \"{table}\" WHERE {test})");
            command.Parameters.AddWithValue(words);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                found.Add($"{table}.{column}: {reader.GetString(0)}");
            }
        }

        return found;
    }
}
