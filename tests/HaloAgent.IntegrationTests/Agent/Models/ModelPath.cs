using System.Net.Http.Json;
using System.Text.Json;
using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Agent.Models;

/// <summary>The whole message path with the real Llama brain, which asks the simulated Llama for every turn.</summary>
internal sealed class ModelPath : IAsyncLifetime
{
    private const string Key = "sim-llama-key";

    private ModelPath(WholePath path) => Path = path;

    public WholePath Path { get; }

    private HttpClient Simulators => Path.Simulators;

    public static ModelPath Of(PostgresFixture postgres, GarnetFixture garnet, string temper, params (string Key, string Value)[] options)
    {
        var path = new WholePath(postgres, garnet) { IsScripted = false };
        (string Key, string Value)[] all =
        [
            ("Agent:Brain", "Llama"),
            ("Llama:Endpoint", $"{path.SimulatorsAddress.GetLeftPart(UriPartial.Authority)}/llama/{temper}/v1"),
            ("Llama:Model", "llama-sim"),
            ("Llama:ApiKey", Key),
            .. options,
        ];
        foreach (var (key, value) in all)
        {
            path.WorkerOptions[key] = value;
        }

        return new ModelPath(path);
    }

    public ValueTask InitializeAsync() => Path.InitializeAsync();

    public ValueTask DisposeAsync() => Path.DisposeAsync();

    public async Task SwitchAsync(object one)
    {
        using var answer = await Simulators.PostAsJsonAsync("/llama/switches", one);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task TakeSwitchesBackAsync() => (await Simulators.DeleteAsync("/llama/switches")).Dispose();

    /// <param name="containing">Only requests in whose last customer's words this stands.</param>
    public async Task<List<AskedModel>> AskedAsync(bool bodies = true, string? containing = null)
    {
        var which = containing is null ? "" : $"&containing={Uri.EscapeDataString(containing)}";
        var asked = await Simulators.GetFromJsonAsync<JsonElement>($"/llama/requests?bodies={(bodies ? "true" : "false")}{which}");
        return [.. asked.GetProperty("requests").EnumerateArray().Select(one => new AskedModel(
            one.GetProperty("played").GetString(), one.GetProperty("turn").GetString()!, one.GetProperty("round").GetInt32(), one.GetProperty("said").GetString(),
            one.GetProperty("lied").GetBoolean(), one.GetProperty("body").ToString()))];
    }
}

/// <summary>One request as the simulated Llama got it.</summary>
/// <param name="Round">How often the model had answered in this turn before.</param>
/// <param name="Said">The words of its answer; null: it had none.</param>
/// <param name="Lied">They state what nobody knows, or what is true of something else.</param>
internal sealed record AskedModel(string? Played, string Turn, int Round, string? Said, bool Lied, string Body)
{
    /// <summary>What tools answered in it: what the system told the customer stands there too, and a model may repeat it.</summary>
    public IReadOnlyList<string> ToolResults
    {
        get
        {
            if (Body.Length == 0) return [];
            using var body = JsonDocument.Parse(Body);
            return [.. body.RootElement.GetProperty("messages").EnumerateArray().Where(message => message.GetProperty("role").GetString() == "tool").Select(message => message.GetProperty("content").ToString())];
        }
    }
}
