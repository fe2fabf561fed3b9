using HaloAgent.Data;
using HaloAgent.DevHost;
using HaloAgent.DevHost.Data;
using HaloAgent.DevHost.Services;
using HaloAgent.IntegrationTests.Telemetry;
using HaloAgent.Messaging;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>
/// The services as processes, for what only processes can show: crashes, planned stops, a Redis or PostgreSQL that goes away, one
/// trace across all of them. PostgreSQL is durable here; only waits are shortened. Tests run one after the other and begin with
/// the workers they ask for.
/// </summary>
public class RunningSystem : IAsyncLifetime
{
    public const string Shop = "whatsapp:+14155238886";

    private readonly string faults = Path.Combine(Path.GetTempPath(), $"haloagent-faults-{Guid.CreateVersion7():N}");

    /// <summary>The temper of the simulated model that every turn asks; null: none is asked.</summary>
    private protected virtual string? Model => null;

    internal HaloSystem Halo { get; private set; } = null!;

    internal OtlpReceiver Telemetry { get; private set; } = null!;

    internal MessageLog Log { get; private set; } = null!;

    internal HttpClient Simulators { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Telemetry = await OtlpReceiver.StartAsync();
        var every = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Telemetry.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "300",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "300",
            ["Logging__LogLevel__HaloAgent"] = "Debug",
        };
        var worker = new Dictionary<string, string>
        {
            ["Faults__CrashFile"] = faults,
            ["Agent__SweepEvery"] = "00:00:00.500",
            ["Agent__UnknownAfter"] = "00:00:03",
            ["Agent__TurnIsStuckAfter"] = "00:00:02",
            ["Agent__GatherBursts"] = "false",
            ["Agent__Brain"] = Model is null ? "Guided" : "Llama",
        };
        Halo = await HaloSystem.StartAsync(new HaloSystemOptions
        {
            Workers = 2,
            Web = false,
            SimulatedLlama = Model,
            Environment = new Dictionary<string, IReadOnlyDictionary<string, string>> { [HaloSystemOptions.EveryService] = every, ["worker"] = worker },
            ReadyWithin = TimeSpan.FromMinutes(3),
        });
        Log = new MessageLog(Halo.DatabaseConnectionString, Keys(Halo.Secrets));
        Simulators = new HttpClient { BaseAddress = Halo.Simulators };
        await Halo.Worker(1).StopAsync();
    }

    internal TwilioPhone NewPhone() => TwilioPhone.New(Simulators, Shop);

    /// <summary>Exactly this many workers, all healthy.</summary>
    internal async Task WithWorkersAsync(int count)
    {
        for (var i = 0; i < Halo.Workers.Count; i++)
        {
            await (i < count ? StartAsync(Halo.Worker(i)) : Halo.Worker(i).StopAsync());
        }
    }

    internal static async Task StartAsync(ServiceProcess service)
    {
        await service.StartAsync();
        await service.WaitUntilHealthyAsync(TimeSpan.FromMinutes(3));
    }

    /// <summary>"crash after-claim", "pause before-complete": the next worker that gets there does so, once.</summary>
    internal async Task OrderFaultAsync(string what)
    {
        File.Delete(faults + ".reached");
        await File.WriteAllTextAsync(faults + ".new", what);
        File.Move(faults + ".new", faults, overwrite: true);
    }

    internal Task FaultReachedAsync() => Eventually.IsTrueAsync(() => Task.FromResult(File.Exists(faults + ".reached")), "the fault is reached");

    /// <summary>Every message of the customer was taken by a turn, and every reply of the log arrived once, in order.</summary>
    internal async Task AssertNothingLostOrTwiceAsync(TwilioPhone phone, TimeSpan? within = null)
    {
        var conversation = phone.ConversationId(Log.Index);
        var rows = await Eventually.BecomesAsync(
            () => Log.ReadAtRestAsync(conversation),
            all => all.Count > 0 && all.TrueForAll(row => row.Direction == MessageDirection.Inbound ? row.TurnId is not null : row.Status >= DeliveryStatus.Sent),
            within ?? TimeSpan.FromSeconds(60), all => string.Join("; ", all));
        Assert.Equal(rows.Where(row => row.Arrived).Select(row => row.Text), await phone.ReceivedAsync());
    }

    internal Task<long> OrdersAsync(TwilioPhone phone) =>
        Log.ScalarAsync<long>("SELECT count(*) FROM orders WHERE conversation_id = $1", phone.ConversationId(Log.Index));

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Simulators.Dispose();
        await Log.DisposeAsync();
        await Halo.DisposeAsync();
        await Telemetry.DisposeAsync();
        File.Delete(faults);
        File.Delete(faults + ".reached");
    }

    private static SecurityKeys Keys(HaloSecrets secrets) => SecurityKeys.From(new ConfigurationBuilder().AddInMemoryCollection(
    [
        .. secrets.DataKeys.Select(key => KeyValuePair.Create($"Security:DataKeys:{key.Key}", (string?)key.Value)),
        new("Security:CurrentDataKey", secrets.CurrentDataKey), new("Security:IndexKey", secrets.IndexKey), new("Security:TokenKey", secrets.TokenKey),
    ]).Build());
}

/// <summary>Tests that share one system of processes, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RunningSystemCollection : ICollectionFixture<RunningSystem>
{
    public const string Name = "running system";
}

/// <summary>The same, with a model that every turn asks.</summary>
public sealed class RunningSystemWithModel : RunningSystem
{
    private protected override string Model => "scripted";
}
