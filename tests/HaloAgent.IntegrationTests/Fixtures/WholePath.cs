using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.Api.Conversations;
using HaloAgent.Data;
using HaloAgent.DevHost.Ports;
using HaloAgent.Simulators;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>
/// The whole message path in this process: the Api behind Kestrel, a silo with a scripted brain, the simulated Twilio, over a
/// real PostgreSQL and Garnet. <c>IClassFixture&lt;WholePath&gt;</c>; the waits are shortened, nothing else is changed.
/// </summary>
public sealed class WholePath(PostgresFixture postgres, GarnetFixture garnet) : IAsyncLifetime
{
    public const string AuthToken = "sim-twilio-auth-token";
    private const string AccountSid = "ACsimulated000000000000000000000000";

    private readonly HaloDatabase database = new(postgres);
    private readonly string cluster = "test-" + Guid.CreateVersion7().ToString("N");
    private readonly List<Silo> silos = [];
    private Front api = null!;
    private WebApplication simulators = null!;
    private string redis = "";

    public Uri ApiAddress { get; } = new($"http://127.0.0.1:{FreePorts.Next()}");

    public Uri SimulatorsAddress { get; } = new($"http://127.0.0.1:{FreePorts.Next()}");

    internal ScriptedBrain Brain { get; } = new();

    /// <summary>False: the worker's own brain thinks, as its settings choose.</summary>
    internal bool IsScripted { get; init; } = true;

    /// <summary>Settings of the worker on top of the usual ones, for a fixture of its own.</summary>
    internal Dictionary<string, string> WorkerOptions { get; } = [];

    internal MessageLog Log { get; private set; } = null!;

    internal Shop Shop { get; private set; } = null!;

    internal HaloDatabase Database => database;

    internal HttpClient Simulators { get; private set; } = null!;

    /// <summary>Straight to the Api, as anybody may try.</summary>
    internal HttpClient Http { get; private set; } = null!;

    internal IServiceProvider Worker => silos[0].Services;

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        redis = await garnet.ConnectionStringAsync();
        Shop = await Shop.OpenAsync(database);
        Log = new MessageLog(database.ConnectionString, SecurityKeys.From(TestServices.Configuration));
        simulators = SimulatorApp.Build(
            [$"--urls={SimulatorsAddress}", $"--Simulators:ApiBaseUrl={Text(ApiAddress)}", "--Simulators:CallbackDelayMs=1", "--Simulators:ReadReceipts=Shown", "--Logging:LogLevel:Default=None"]);
        await simulators.StartAsync();
        Simulators = new HttpClient { BaseAddress = SimulatorsAddress };
        Http = new HttpClient { BaseAddress = ApiAddress };
        api = new Front(ApiAddress.Port, ApiSettings());
        api.StartServer();
        await AddSiloAsync();
        await Eventually.IsTrueAsync(async () => (await Http.GetAsync("/health")).IsSuccessStatusCode, "the Api is healthy");
    }

    /// <summary>One more silo of the same cluster, in this process.</summary>
    internal async Task<IServiceProvider> AddSiloAsync()
    {
        var silo = new Silo(WorkerSettings(), IsScripted ? Brain : null);
        silo.StartServer();
        silos.Add(silo);
        await Eventually.IsTrueAsync(async () => (await silo.CreateClient().GetAsync("/health")).IsSuccessStatusCode, "the silo is healthy");
        return silo.Services;
    }

    internal Chat NewChat() => new(this);

    internal TwilioPhone NewPhone() => TwilioPhone.New(Simulators, Shop.Account.Address);

    /// <summary>Calls a use case inside the worker, with its announcements.</summary>
    internal async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Worker.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Posts a form as Twilio does, signed over the configured public address.</summary>
    internal async Task<HttpResponseMessage> PostAsync(IReadOnlyCollection<KeyValuePair<string, string>> form, string path = "/webhooks/whatsapp", string? signedUrl = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", HaloAgent.Simulators.Twilio.TwilioSignature.Compute(AuthToken, signedUrl ?? PublicBase + path, form));
        return await Http.SendAsync(request);
    }

    internal string PublicBase => Text(ApiAddress);

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in silos)
        {
            await silo.DisposeAsync();
        }

        await api.DisposeAsync();
        Http.Dispose();
        Simulators.Dispose();
        await simulators.StopAsync();
        await simulators.DisposeAsync();
        await Log.DisposeAsync();
        await database.DisposeAsync();
        FreePorts.Release(ApiAddress.Port);
        FreePorts.Release(SimulatorsAddress.Port);
    }

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private Dictionary<string, string> ApiSettings() => new()
    {
        ["ConnectionStrings:halodb"] = database.ConnectionString,
        ["ConnectionStrings:redis"] = redis,
        ["Orleans:ClusterId"] = cluster,
        ["Orleans:ServiceId"] = "haloagent",
        ["Orleans:Clustering:ProviderType"] = "Redis",
        ["Orleans:Clustering:ServiceKey"] = "redis",
        ["Security:DataKeys:1"] = TestServices.Configuration["Security:DataKeys:1"]!,
        ["Security:CurrentDataKey"] = "1",
        ["Security:IndexKey"] = TestServices.Configuration["Security:IndexKey"]!,
        ["Security:TokenKey"] = TestServices.Configuration["Security:TokenKey"]!,
        ["Twilio:AccountSid"] = AccountSid,
        ["Twilio:AuthToken"] = AuthToken,
        ["Twilio:ApiBaseUrl"] = Text(SimulatorsAddress),
        ["Twilio:PublicBaseUrl"] = Text(ApiAddress),
        ["Twilio:MediaHosts:0"] = SimulatorsAddress.Authority,
        ["Logging:LogLevel:Default"] = "None",
        ["Logging:EventLog:LogLevel:Default"] = "None",
    };

    private Dictionary<string, string> WorkerSettings() => new(ApiSettings().Concat(UsualWorkerSettings()).Concat(WorkerOptions).GroupBy(one => one.Key).Select(same => same.Last()));

    private static Dictionary<string, string> UsualWorkerSettings() => new()
    {
        ["Orleans:GrainStorage:Default:ProviderType"] = "Redis",
        ["Orleans:GrainStorage:Default:ServiceKey"] = "redis",
        ["Orleans:Endpoints:SiloPort"] = $"{FreePorts.Next()}",
        ["Orleans:Endpoints:GatewayPort"] = $"{FreePorts.Next()}",
        ["Orleans:Endpoints:AdvertisedIPAddress"] = "127.0.0.1",
        ["Agent:SweepEvery"] = "00:00:00.300",
        ["Agent:UnknownAfter"] = "00:00:01",
        ["Agent:TurnIsStuckAfter"] = "00:00:02",
        ["Agent:GiveUpDeliveryAfter"] = "00:00:04",
        ["Agent:MessagesPerMinute"] = "0",
        ["Agent:GatherBursts"] = "false",
    };

    private sealed class Front : WebApplicationFactory<SiloConnection>
    {
        private readonly Dictionary<string, string> settings;

        public Front(int port, Dictionary<string, string> settings)
        {
            this.settings = settings;
            UseKestrel(port);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder) => Apply(builder, settings);
    }

    private sealed class Silo : WebApplicationFactory<AgentOptions>
    {
        private readonly Dictionary<string, string> settings;
        private readonly ScriptedBrain? brain;

        public Silo(Dictionary<string, string> settings, ScriptedBrain? brain)
        {
            (this.settings, this.brain) = (settings, brain);
            UseKestrel(0);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            Apply(builder, settings);
            // The process is the tests': no silo in it may end it.
            builder.ConfigureTestServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(BoundedStop))));
            if (brain is not null)
            {
                builder.ConfigureTestServices(services => services.AddSingleton<IAgentBrain>(brain));
            }
        }
    }

    private static void Apply(IWebHostBuilder builder, Dictionary<string, string> settings)
    {
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
