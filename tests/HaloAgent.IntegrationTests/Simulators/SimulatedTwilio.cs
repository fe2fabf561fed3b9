using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HaloAgent.Simulators;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>The simulators on a free port, with a recording server in place of our Api.</summary>
internal sealed class SimulatedTwilio : IAsyncDisposable
{
    public const string Account = "ACsimulated000000000000000000000000";
    public const string Token = "sim-twilio-auth-token";
    public const string Shop = "whatsapp:+14155238886";
    public const string Customer = "whatsapp:+2348030000101";

    private readonly WebApplication _app;

    private SimulatedTwilio(WebApplication app, RecordingApi api)
    {
        _app = app;
        Api = api;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        Twilio = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single() + $"/2010-04-01/Accounts/{Account}/") };
        Twilio.DefaultRequestHeaders.Authorization = Basic(Account, Token);
    }

    public RecordingApi Api { get; }

    /// <summary>A test pulling strings, or a customer: no credentials.</summary>
    public HttpClient Http { get; }

    /// <summary>Our sender: the account's address and credentials.</summary>
    public HttpClient Twilio { get; }

    public static async Task<SimulatedTwilio> StartAsync(params string[] settings)
    {
        var api = await RecordingApi.StartAsync();
        var app = SimulatorApp.Build(["--urls=http://127.0.0.1:0", $"--Simulators:ApiBaseUrl={api.BaseUrl}", "--Simulators:CallbackDelayMs=1", "--Logging:LogLevel:Default=None", .. settings]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new SimulatedTwilio(app, api);
    }

    public static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    public Task<HttpResponseMessage> CreateAsync(params (string Key, string Value)[] fields) =>
        Twilio.PostAsync("Messages.json", Form(fields), TestContext.Current.CancellationToken);

    /// <summary>Sends "Hello" to the customer with a status callback.</summary>
    public Task<HttpResponseMessage> SayHelloAsync(string to = Customer, string body = "Hello") =>
        CreateAsync(("To", to), ("From", Shop), ("Body", body), ("StatusCallback", Api.StatusUrl));

    public static async Task<JsonElement> SentAsync(HttpResponseMessage response)
    {
        Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
        return await JsonAsync(response);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    public async Task<JsonElement> GetAsync(string path) =>
        await Http.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    public async Task SwitchAsync(object one)
    {
        using var answer = await Http.PostAsJsonAsync("/twilio/switches", one, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<JsonElement> InboundAsync(object request)
    {
        using var answer = await Http.PostAsJsonAsync("/twilio/inbound", request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await JsonAsync(answer);
    }

    /// <summary>What the customer has received.</summary>
    public async Task<JsonElement[]> ReceivedAsync(string to = Customer) =>
        [.. (await GetAsync($"/twilio/messages?to={Uri.EscapeDataString(to)}")).EnumerateArray()];

    public static FormUrlEncodedContent Form(params (string Key, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Key, field.Value)));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Twilio.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await Api.DisposeAsync();
    }
}
