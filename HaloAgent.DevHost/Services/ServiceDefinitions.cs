using System.Globalization;
using HaloAgent.DevHost.Data;
using Npgsql;

namespace HaloAgent.DevHost.Services;

/// <summary>The configuration of every service: the same keys that the AppHost sets, so that none can tell who started it.</summary>
internal sealed class ServiceDefinitions
{
    // All pools together stay under PostgreSQL's default of 100 connections, whoever's server it is.
    // And few are faster than many here: each connection prepares every statement for itself, and no two cores run fifty at once.
    private const int ApiConnections = 16;
    private const int AllWorkersConnections = 20;
    private const int WebConnections = 6;

    // What a service says itself stands out; libraries speak up only when something is wrong. StackExchange.Redis reports
    // every broken connection a dozen times, and /health says so too.
    private static readonly (string Key, string Value)[] QuietLibraries =
    [
        ("Logging__LogLevel__Microsoft", "Warning"),
        ("Logging__LogLevel__Microsoft.Extensions.Diagnostics.HealthChecks", "None"),
        ("Logging__LogLevel__Npgsql", "Warning"),
        ("Logging__LogLevel__Orleans", "Error"),
        ("Logging__LogLevel__Polly", "Warning"),
        ("Logging__LogLevel__System.Net.Http.HttpClient", "Warning"),
        ("Logging__LogLevel__StackExchange.Redis", "None"),
    ];

    private readonly HaloSystemOptions _options;
    private readonly HaloSecrets _secrets;
    private readonly string _database;
    private readonly string _redis;
    private readonly Uri _apiAddress;
    private readonly Uri _webAddress;
    private readonly Uri? _simulatorsAddress;

    // A new cluster every time: silos of an earlier run that died without a word would hold this one up for minutes.
    private readonly string _clusterId = "haloagent-" + Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture)[..12];

    public ServiceDefinitions(HaloSystemOptions options, HaloSecrets secrets, string database, string redis)
    {
        (_options, _secrets, _database, _redis) = (options, secrets, database, redis);
        _webAddress = At(options.Ports.Web);
        _apiAddress = At(options.Ports.Api);
        _simulatorsAddress = options.Simulators ? At(options.Ports.Simulators) : null;
    }

    public ServiceDefinition Api() => Define("api", "HaloAgent.Api", _apiAddress, [], [
        .. Data(ApiConnections), .. Orleans(), .. Keys(), .. Twilio(), ("DemoData__Enabled", _options.DemoData ? "true" : "false"), .. Llama()]);

    public ServiceDefinition Web() => Define("web", "HaloAgent.Web", _webAddress, [], Data(WebConnections));

    public ServiceDefinition? Simulators() => _simulatorsAddress is null ? null : Define("simulators", "HaloAgent.Simulators", _simulatorsAddress, [], [
        ("Simulators__ApiBaseUrl", Text(_apiAddress)),
        ("Twilio__AccountSid", HaloSecrets.TwilioAccountSid), ("Twilio__AuthToken", HaloSecrets.TwilioAuthToken),
        ("Llama__ApiKey", HaloSecrets.LlamaApiKey), ("Llama__Model", HaloSecrets.LlamaModel)]);

    public ServiceDefinition Worker(int index)
    {
        var ports = _options.Ports;
        var (http, silo, gateway) = (ports.WorkerHttp(index), ports.WorkerSilo(index), ports.WorkerGateway(index));
        var worker = Define($"worker-{index}", "HaloAgent.AgentWorker", At(http), ["worker"], [
            .. Data(Math.Max(8, AllWorkersConnections / _options.Workers)), .. Orleans(), .. Keys(), .. Twilio(), .. Llama(),
            ("Orleans__GrainStorage__Default__ProviderType", "Redis"), ("Orleans__GrainStorage__Default__ServiceKey", "redis"),
            ("Orleans__Endpoints__SiloPort", $"{silo}"), ("Orleans__Endpoints__GatewayPort", $"{gateway}"), ("Orleans__Endpoints__AdvertisedIPAddress", "127.0.0.1")]);
        return worker with { SiloPort = silo, GatewayPort = gateway };
    }

    private ServiceDefinition Define(string name, string project, Uri address, string[] alsoKnownAs, IEnumerable<(string Key, string Value)> own)
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = Text(address),
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["OTEL_SERVICE_NAME"] = alsoKnownAs is ["worker"] ? "agentworker" : name,
            ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={name}",
            ["services__api__http__0"] = Text(_apiAddress),
            ["services__web__http__0"] = Text(_webAddress),
        };
        foreach (var (key, value) in QuietLibraries.Where(level => System.Environment.GetEnvironmentVariable(level.Key) is null))
            environment[key] = value;
        foreach (var (key, value) in own)
            environment[key] = value;
        foreach (var who in (string[])[HaloSystemOptions.EveryService, .. alsoKnownAs, name])
        {
            foreach (var (key, value) in _options.Environment.GetValueOrDefault(who) ?? new Dictionary<string, string>())
                environment[key] = value;
        }
        return new(name, project, address, environment);
    }

    private IEnumerable<(string, string)> Data(int connections) => [
        ("ConnectionStrings__halodb", new NpgsqlConnectionStringBuilder(_database) { MaxPoolSize = connections }.ConnectionString),
        ("ConnectionStrings__redis", _redis)];

    private IEnumerable<(string, string)> Orleans() => [
        ("Orleans__ClusterId", _clusterId), ("Orleans__ServiceId", "haloagent"),
        ("Orleans__Clustering__ProviderType", "Redis"), ("Orleans__Clustering__ServiceKey", "redis")];

    private IEnumerable<(string, string)> Keys() => [
        .. _secrets.DataKeys.Select(key => ($"Security__DataKeys__{key.Key}", key.Value)),
        ("Security__CurrentDataKey", _secrets.CurrentDataKey), ("Security__IndexKey", _secrets.IndexKey), ("Security__TokenKey", _secrets.TokenKey)];

    // Without simulators the developer's own Twilio settings, if any, come through from the environment.
    private IEnumerable<(string, string)> Twilio() => _simulatorsAddress is null ? [] : [
        ("Twilio__AccountSid", HaloSecrets.TwilioAccountSid), ("Twilio__AuthToken", HaloSecrets.TwilioAuthToken),
        ("Twilio__ApiBaseUrl", Text(_simulatorsAddress)), ("Twilio__PublicBaseUrl", Text(_apiAddress)), ("Twilio__MediaHosts__0", _simulatorsAddress.Authority)];

    private IEnumerable<(string, string)> Llama() => _options switch
    {
        { SimulatedLlama: { } temper } when _simulatorsAddress is not null => [
            ("Llama__Endpoint", $"{Text(_simulatorsAddress)}/llama/{temper}/v1"), ("Llama__Model", _options.LlamaModel ?? HaloSecrets.LlamaModel), ("Llama__ApiKey", HaloSecrets.LlamaApiKey),
            ("Embeddings__Endpoint", $"{Text(_simulatorsAddress)}/llama/{temper}/v1"), ("Embeddings__Model", HaloSecrets.LlamaModel), ("Embeddings__ApiKey", HaloSecrets.LlamaApiKey)],
        { LlamaEndpoint: { } endpoint } => [("Llama__Endpoint", endpoint), ("Llama__Model", _options.LlamaModel ?? "")],
        _ => [],
    };

    private static Uri At(int port) => new($"http://localhost:{port}");

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
