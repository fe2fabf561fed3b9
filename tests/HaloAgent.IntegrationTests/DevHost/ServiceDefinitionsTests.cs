using HaloAgent.DevHost;
using HaloAgent.DevHost.Data;
using HaloAgent.DevHost.Services;
using Npgsql;
using Xunit;

namespace HaloAgent.IntegrationTests.DevHost;

public sealed class ServiceDefinitionsTests
{
    private static readonly HaloSecrets Secrets = HaloSecrets.Create();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void All_pools_together_stay_under_a_hundred_connections(int workers)
    {
        var definitions = Definitions(new() { Workers = workers });

        var total = Enumerable.Range(0, workers).Select(definitions.Worker).Append(definitions.Api()).Append(definitions.Web())
            .Sum(d => new NpgsqlConnectionStringBuilder(d.Environment["ConnectionStrings__halodb"]).MaxPoolSize);

        Assert.InRange(total, 20, 99);
    }

    [Fact]
    public void The_Api_is_told_the_simulators_address_and_its_own_public_one()
    {
        var definitions = Definitions(new());
        var (api, simulators) = (definitions.Api(), definitions.Simulators()!);

        Assert.Equal(Text(simulators.Address), api.Environment["Twilio__ApiBaseUrl"]);
        Assert.Equal(Text(api.Address), api.Environment["Twilio__PublicBaseUrl"]);
        Assert.Equal(simulators.Address.Authority, api.Environment["Twilio__MediaHosts__0"]);
        Assert.Equal(Text(api.Address), simulators.Environment["Simulators__ApiBaseUrl"]);
        Assert.Equal(api.Environment["Twilio__AuthToken"], simulators.Environment["Twilio__AuthToken"]);
    }

    [Fact]
    public void Only_a_silo_gets_grain_storage_and_endpoints()
    {
        var definitions = Definitions(new());

        Assert.Contains("Orleans__GrainStorage__Default__ProviderType", definitions.Worker(0).Environment.Keys);
        Assert.DoesNotContain("Orleans__GrainStorage__Default__ProviderType", definitions.Api().Environment.Keys);
        Assert.DoesNotContain(definitions.Web().Environment.Keys, key => key.StartsWith("Orleans__", StringComparison.Ordinal));
    }

    [Fact]
    public void The_web_never_sees_a_key_of_personal_data() =>
        Assert.DoesNotContain(Definitions(new()).Web().Environment.Keys, key => key.StartsWith("Security__", StringComparison.Ordinal));

    [Fact]
    public void The_workers_are_told_where_the_simulated_Llama_of_that_temper_is()
    {
        var definitions = Definitions(new() { SimulatedLlama = "quirky" });
        var (worker, simulators) = (definitions.Worker(0), definitions.Simulators()!);

        Assert.Equal(Text(simulators.Address) + "/llama/quirky/v1", worker.Environment["Llama__Endpoint"]);
        Assert.Equal(worker.Environment["Llama__Endpoint"], worker.Environment["Embeddings__Endpoint"]);
        Assert.Equal(simulators.Environment["Llama__ApiKey"], worker.Environment["Llama__ApiKey"]);
        Assert.Equal(simulators.Environment["Llama__ApiKey"], worker.Environment["Embeddings__ApiKey"]);
        Assert.Equal(simulators.Environment["Llama__Model"], worker.Environment["Llama__Model"]);
        Assert.DoesNotContain(Definitions(new()).Worker(0).Environment.Keys, key => key.StartsWith("Llama__", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_simulators_nothing_points_at_one()
    {
        var definitions = Definitions(new() { Simulators = false });

        Assert.Null(definitions.Simulators());
        Assert.DoesNotContain(definitions.Api().Environment.Keys, key => key.StartsWith("Twilio__", StringComparison.Ordinal));
    }

    [Fact]
    public void Further_configuration_goes_from_all_services_to_the_one_named()
    {
        var definitions = Definitions(new()
        {
            Workers = 2,
            Environment = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                [HaloSystemOptions.EveryService] = new Dictionary<string, string> { ["Colour"] = "all" },
                ["worker"] = new Dictionary<string, string> { ["Colour"] = "workers" },
                ["worker-1"] = new Dictionary<string, string> { ["Colour"] = "second" },
            },
        });

        Assert.Equal(("all", "workers", "second"),
            (definitions.Api().Environment["Colour"], definitions.Worker(0).Environment["Colour"], definitions.Worker(1).Environment["Colour"]));
    }

    private static ServiceDefinitions Definitions(HaloSystemOptions options) => new(options, Secrets, "Host=127.0.0.1;Database=halo", "127.0.0.1:6379");

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
