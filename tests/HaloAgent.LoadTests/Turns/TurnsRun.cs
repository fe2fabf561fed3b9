using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HaloAgent.LoadTests.Measure;
using HaloAgent.LoadTests.Target;
using HaloAgent.LoadTests.Wire;

namespace HaloAgent.LoadTests.Turns;

/// <summary>
/// Customers order as fast as they are answered; then at half that rate, which shows what one of them waits when the
/// system is not pressed. A turn counts when Twilio has taken its answer.
/// </summary>
internal sealed class TurnsRun(SystemUnderTest system, LoadOptions options)
{
    private static readonly TimeSpan ToFinish = TimeSpan.FromSeconds(30);

    private readonly int count = options.Customers ?? 200;
    private readonly TimeSpan time = TimeSpan.FromSeconds(options.Seconds ?? 30);
    private readonly Sids sids = new();
    private readonly Refusals refusals = new();

    public async Task<string> RunAsync(CancellationToken stop)
    {
        var simulators = system.Simulators ?? throw new InvalidOperationException("turns needs the simulated Twilio; this system runs without simulators.");
        var shop = await LoadShop.OpenAsync(system, stop);
        var ledger = new Ledger(system, shop, sids);
        var bubbles = new BubbleCounts();
        var feed = new AnswerFeed(simulators, shop.Address);
        var crowd = new Crowd(system, shop, sids, bubbles, refusals, feed, count);
        var (early, customers, later) = (crowd.Call(), crowd.Call(), crowd.Call());
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await feed.ListenAsync(listening.Token);

        await WarmUp.RunAsync(async (what, window) => (await LiveAsync(what, early, null, window, stop)).PerSecond, bubbles);
        var (perSecond, latencies) = options.Rate is { } rate
            ? await LiveAsync($"at {rate} a second", customers, new Pacer(rate), time, stop)
            : await LiveAsync("as fast as answered", customers, null, time, stop);
        var half = options.Rate is null ? (await LiveAsync("at half the rate", later, new Pacer(perSecond / 2), time, stop)).Latencies : latencies;
        var (workers, services) = (system.WorkerMegabytes, system.ServicesMegabytes);
        Say($"memory: workers {workers:0} MB, the three services together {services:0} MB");

        await SettleAsync(ledger, stop);
        var (lost, duplicated) = (await LostAsync(ledger, crowd.Everybody), await DuplicatedAsync(ledger, feed, crowd.Everybody));
        var wrong = await WrongOrdersAsync(ledger, shop, crowd.Everybody);
        await listening.CancelAsync();
        Array.ForEach(crowd.Everybody, customer => customer.Dispose());
        return JsonSerializer.Serialize(
            new Result(
                "turns", Math.Round(perSecond, 1), latencies.Percentile(50), latencies.Percentile(95), latencies.Percentile(99), lost, duplicated, wrong, workers,
                half.Percentile(50), half.Percentile(99), services),
            JsonSerializerOptions.Web);
    }

    private async Task<(double PerSecond, Latencies Latencies)> LiveAsync(string what, Customer[] customers, Pacer? pacer, TimeSpan time, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watch = Stopwatch.StartNew();
        var (worker, api, client) = (system.ProcessorTime(SystemUnderTest.IsWorker), system.ProcessorTime(IsApi), Environment.CpuUsage.TotalTime);
        end.CancelAfter(time);
        await LoadThreads.RunAsync(customers.Length, i => customers[i].Live(pacer, end.Token));
        var elapsed = watch.Elapsed;
        (worker, api, client) = (system.ProcessorTime(SystemUnderTest.IsWorker) - worker, system.ProcessorTime(IsApi) - api, Environment.CpuUsage.TotalTime - client);
        var latencies = new Latencies();
        Array.ForEach(customers, customer => latencies.Add(customer.Latencies));
        var answered = customers.Sum(customer => customer.Answered);
        var perSecond = answered / elapsed.TotalSeconds;
        Say($"{what}: {perSecond:0.0} turns/s, webhook to send p50 {latencies.Percentile(50)} ms, p95 {latencies.Percentile(95)} ms, p99 {latencies.Percentile(99)} ms");
        Say($"  processor time a turn: workers {worker.TotalMilliseconds / answered:0.00} ms, Api {api.TotalMilliseconds / answered:0.00} ms, this client {client.TotalMilliseconds / answered:0.00} ms");
        return (perSecond, latencies);
    }

    private static bool IsApi(string name) => name == "api";

    private static async Task SettleAsync(Ledger ledger, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < ToFinish && (await ledger.WaitingAsync() > 0 || await ledger.UndeliveredAsync() > 0))
        {
            await Task.Delay(250, stop);
        }
    }

    private async Task<long> LostAsync(Ledger ledger, Customer[] customers)
    {
        var (waiting, undelivered) = (await ledger.WaitingAsync(), await ledger.UndeliveredAsync());
        var unanswered = customers.Sum(customer => customer.Unanswered);
        Say($"in without a finished turn {waiting}, out not taken by Twilio {undelivered}, customers left without an answer for 30 s {unanswered}, webhooks refused {refusals}");
        return Math.Max(unanswered, waiting + undelivered);
    }

    /// <summary>Twilio took more messages than there are rows, or a customer got more bubbles than such a message gets.</summary>
    private static async Task<long> DuplicatedAsync(Ledger ledger, AnswerFeed feed, Customer[] customers)
    {
        var (outbound, turns, extra) = (await ledger.OutboundAsync(), await ledger.TurnsAsync(), customers.Sum(customer => customer.Extra));
        Say($"turns {turns}, bubbles written {outbound}, taken by Twilio {feed.Accepted}{(feed.Missed ? " (the stream had a gap: not reliable)" : "")}, beyond what was expected {extra}");
        return Math.Max(0, feed.Accepted - outbound) + extra;
    }

    /// <summary>Each customer's orders must be exactly those it was told were placed.</summary>
    private static async Task<long> WrongOrdersAsync(Ledger ledger, LoadShop shop, Customer[] customers)
    {
        var orders = await ledger.OrdersAsync();
        long wrong = 0;
        foreach (var customer in customers)
        {
            var (placed, stored) = (customer.Script.Placed, orders[shop.ConversationWith(customer.Address)].ToList());
            wrong += Math.Abs(placed.Count - stored.Count);
            wrong += placed.Zip(stored).Count(pair => pair.First.Count != pair.Second.Count || pair.First.Except(pair.Second).Any());
        }

        var (all, astray) = (customers.Sum(customer => customer.Script.Placed.Count), customers.Sum(customer => customer.Script.Astray));
        Say($"orders placed {all}, wrong {wrong}, conversations gone astray {astray}");
        if (customers.Select(customer => customer.Script.LastAstray).FirstOrDefault(text => text is not null) is { } example)
        {
            Say($"for example {example}");
        }

        return wrong;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Result(
        string Mode, double TurnsPerSecond, double P50Ms, double P95Ms, double P99Ms, long Lost, long Duplicated, long WrongOrders, double WorkerMegabytes,
        double HalfLoadP50Ms, double HalfLoadP99Ms, double ServicesMegabytes);
}
