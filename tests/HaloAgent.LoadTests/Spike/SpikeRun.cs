using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HaloAgent.DevHost.Data;
using HaloAgent.LoadTests.Measure;
using HaloAgent.LoadTests.Target;
using HaloAgent.LoadTests.Turns;
using HaloAgent.LoadTests.Wire;

namespace HaloAgent.LoadTests.Spike;

/// <summary>
/// Webhooks come at a fixed rate, whether the system keeps up or not, while the worker runs. Each customer's messages go
/// over one connection, each sent after the last was acknowledged, so their order is known.
/// </summary>
internal sealed class SpikeRun(SystemUnderTest system, LoadOptions options)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly int connections = options.Connections ?? 64;
    private readonly int customers = options.Customers ?? 1_000;
    private readonly double rate = options.Rate ?? 5_000;
    private readonly TimeSpan time = TimeSpan.FromSeconds(options.Seconds ?? 10);
    private readonly Sids sids = new();
    private readonly Latencies latencies = new();
    private readonly Refusals refusals = new();
    private readonly Lock gate = new();
    private long accepted;

    public async Task<string> RunAsync(CancellationToken stop)
    {
        var shop = await LoadShop.OpenAsync(system, stop);
        var ledger = new Ledger(system, shop, sids);
        var total = (long)(rate * time.TotalSeconds);

        var watch = Stopwatch.StartNew();
        await LoadThreads.RunAsync(connections, index => Send(index, total, shop, stop));
        var perSecond = accepted / watch.Elapsed.TotalSeconds;
        Say($"accepted {accepted} of {total} ({perSecond:0}/s), refused {refusals}, from due to acknowledged p50 {latencies.Percentile(50)} ms, p99 {latencies.Percentile(99)} ms");

        var workedOff = await WaitUntilWorkedOffAsync(ledger, stop);
        var (lost, outOfOrder) = (accepted - await ledger.StoredAsync() + await ledger.WaitingAsync(), await ledger.OutOfOrderAsync());
        Say($"worked off {workedOff.TotalSeconds:0.0} s after the last webhook; turns {await ledger.TurnsAsync()}, lost {lost}, out of order {outOfOrder}");
        return JsonSerializer.Serialize(
            new Result(
                "spike", Math.Round(perSecond), latencies.Percentile(50), latencies.Percentile(95), latencies.Percentile(99), lost, refusals.Count, outOfOrder,
                Math.Round(workedOff.TotalSeconds, 1), system.WorkerMegabytes),
            JsonSerializerOptions.Web);
    }

    private void Send(int index, long total, LoadShop shop, CancellationToken stop)
    {
        using var connection = new WebhookConnection(system.Api);
        var webhook = new WebhookWriter(system.Api, HaloSecrets.TwilioAccountSid, HaloSecrets.TwilioAuthToken, shop.Address);
        var own = new Latencies();
        var pacer = new Pacer(rate / connections);
        var customer = index;
        for (long i = index; i < total && pacer.Wait(stop, out var due); i += connections)
        {
            var request = webhook.Write((2348070000000 + customer).ToString(CultureInfo.InvariantCulture), sids.Next(), "Good morning, what do you have today?");
            customer = customer + connections < customers ? customer + connections : index;
            if (refusals.Accepts(connection, request))
            {
                own.Add(Stopwatch.GetElapsedTime(due));
                Interlocked.Increment(ref accepted);
            }
        }

        lock (gate)
        {
            latencies.Add(own);
        }
    }

    private static async Task<TimeSpan> WaitUntilWorkedOffAsync(Ledger ledger, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < LongestWait)
        {
            var (waiting, undelivered) = (await ledger.WaitingAsync(), await ledger.UndeliveredAsync());
            if (waiting == 0 && undelivered == 0)
            {
                break;
            }

            await Task.Delay(500, stop);
        }

        return watch.Elapsed;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Result(
        string Mode, double PerSecond, double P50Ms, double P95Ms, double P99Ms, long Lost, long Errors, long OutOfOrder, double WorkedOffSeconds, double WorkerMegabytes);
}
