using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaloAgent.Simulators;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators.Llama;

/// <summary>The simulated Llama on a free port, asked as any client of OpenAI's wire asks.</summary>
internal sealed class SimulatedLlama : IAsyncDisposable
{
    public const string Key = "sim-llama-key";

    private readonly WebApplication app;

    private SimulatedLlama(WebApplication app)
    {
        this.app = app;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public HttpClient Http { get; }

    public static async Task<SimulatedLlama> StartAsync(params string[] settings)
    {
        var app = SimulatorApp.Build(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", .. settings]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new SimulatedLlama(app);
    }

    public Task<HttpResponseMessage> PostAsync(string temper, string body) => PostAsync(temper, body, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> PostAsync(string temper, string body, CancellationToken cancellationToken) => Http.PostAsync(
        $"/llama/{temper}/v1/chat/completions", new StringContent(body, Encoding.UTF8, "application/json"), cancellationToken);

    public Task<HttpResponseMessage> PostAsync(string temper, JsonNode body) => PostAsync(temper, body.ToJsonString());

    /// <summary>What a completion says when a customer writes this, and nothing else was said before.</summary>
    public async Task<JsonElement> AskAsync(string temper, string customer, params string[] tools)
    {
        using var response = await PostAsync(temper, Request(customer, tools));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await JsonAsync(response);
    }

    public async Task SwitchAsync(object one)
    {
        using var answer = await Http.PostAsJsonAsync("/llama/switches", one, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The names at <c>/llama/quirks</c> or <c>/llama/tricks</c>.</summary>
    public async Task<string[]> NamesAsync(string list) =>
        [.. (await Http.GetFromJsonAsync<JsonElement>("/llama/" + list, TestContext.Current.CancellationToken)).EnumerateArray().Select(one => one.GetProperty("name").GetString()!)];

    public static JsonObject Request(string customer, params string[] tools) => new()
    {
        ["model"] = "llama-sim",
        ["messages"] = new JsonArray(
            new JsonObject { ["role"] = "system", ["content"] = "You take orders for Halo Kitchen." },
            new JsonObject { ["role"] = "user", ["content"] = customer }),
        ["tools"] = new JsonArray([.. OfferedTools.Named(tools)]),
    };

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    public static JsonElement Message(JsonElement completion) => completion.GetProperty("choices")[0].GetProperty("message");

    public static IEnumerable<JsonElement> Functions(JsonElement completion) =>
        Message(completion).TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array
            ? calls.EnumerateArray().Select(call => call.GetProperty("function"))
            : [];

    /// <summary>As a test writes it: <c>add_to_cart {"product":"zobo","quantity":2}</c>.</summary>
    public static string[] Calls(JsonElement completion) =>
        [.. Functions(completion).Select(function => $"{function.GetProperty("name").GetString()} {function.GetProperty("arguments").GetString()}")];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
