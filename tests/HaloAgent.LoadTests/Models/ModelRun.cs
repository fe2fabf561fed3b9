using System.Globalization;
using System.Text.Json;
using HaloAgent.LoadTests.Measure;
using HaloAgent.LoadTests.Target;
using HaloAgent.LoadTests.Turns;
using HaloAgent.LoadTests.Wire;

namespace HaloAgent.LoadTests.Models;

/// <summary>
/// Customers order at a steady rate and every turn asks the model. The agent's own time of a turn is what passes between the webhook
/// and the send, less the time that the model was told to take for each of the turn's calls: all of the HTTP and JSON around a call
/// counts as ours.
/// </summary>
internal sealed class ModelRun(SystemUnderTest system, LoadOptions options)
{
    /// <summary>What the warm-up left behind (three times the rate, its status callbacks still under way) is not the measured rate's.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    /// <summary>Milliseconds of the agent's own at the 99th percentile.</summary>
    private const double Wanted = 100;

    private readonly int count = options.Customers ?? 300;
    private readonly double rate = options.Rate ?? 100;
    private readonly TimeSpan time = TimeSpan.FromSeconds(options.Seconds ?? 30);
    private readonly Sids sids = new();
    private readonly Refusals refusals = new();

    public async Task<string> RunAsync(CancellationToken stop)
    {
        var simulators = system.Simulators ?? throw new InvalidOperationException("model needs the simulators; this system runs without them.");
        var shop = await LoadShop.OpenAsync(system, stop);
        var ledger = new Ledger(system, shop, sids);
        var (bubbles, feed) = (new BubbleCounts(), new AnswerFeed(simulators, shop.Address));
        var crowd = new Crowd(system, shop, sids, bubbles, refusals, feed, count);
        var (early, customers) = (crowd.Call(), crowd.Call());
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await feed.ListenAsync(listening.Token);

        await WarmUp.RunAsync((what, window) => LiveAsync(what, early, null, window, stop), bubbles);
        await LiveAsync("settling", early, new Pacer(rate), Settling, stop);
        Array.ForEach(customers, customer => customer.Connect());
        await LiveAsync($"at {rate} a second", customers, new Pacer(rate), time, stop);
        var megabytes = system.WorkerMegabytes;
        await listening.CancelAsync();

        var (own, whole, calls, without) = await OwnTimesAsync(ledger, customers);
        var perSecond = Math.Round(own.Count / time.TotalSeconds, 1);
        var lost = await ledger.WaitingAsync() + await ledger.UndeliveredAsync() + crowd.Everybody.Sum(customer => customer.Unanswered);
        Say($"{perSecond} turns/s, {calls / (double)Math.Max(1, own.Count):0.00} model calls a turn, turns without a model {without}, refused {refusals}, lost {lost}");
        Say($"own time p50 {own.Percentile(50)} ms, p95 {own.Percentile(95)} ms, p99 {own.Percentile(99)} ms; with the model p50 {whole.Percentile(50)} ms, p99 {whole.Percentile(99)} ms");
        Array.ForEach(crowd.Everybody, customer => customer.Dispose());
        return JsonSerializer.Serialize(
            new Result(
                "model", perSecond, own.Percentile(50), own.Percentile(95), own.Percentile(99), whole.Percentile(50), whole.Percentile(99),
                Math.Round(calls / (double)Math.Max(1, own.Count), 2), without, lost, megabytes),
            JsonSerializerOptions.Web);
    }

    /// <returns>Turns a second.</returns>
    private async Task<double> LiveAsync(string what, Customer[] customers, Pacer? pacer, TimeSpan length, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        end.CancelAfter(length);
        var worker = system.ProcessorTime(SystemUnderTest.IsWorker);
        await LoadThreads.RunAsync(customers.Length, i => customers[i].Live(pacer, end.Token));
        worker = system.ProcessorTime(SystemUnderTest.IsWorker) - worker;
        var answered = customers.Sum(customer => customer.Answered);
        Say($"{what}: {answered / length.TotalSeconds:0.0} turns/s, workers {worker.TotalMilliseconds / Math.Max(1, answered):0.00} ms a turn");
        return answered / length.TotalSeconds;
    }

    private async Task<(Latencies Own, Latencies Whole, long Calls, long Without)> OwnTimesAsync(Ledger ledger, Customer[] customers)
    {
        var asked = await ledger.ModelCallsAsync();
        var (own, whole) = (new Latencies(), new Latencies());
        long calls = 0, without = 0;
        var timed = customers.SelectMany(customer => customer.Timed).ToList();
        var seconds = new Seconds(timed.Min(one => one.Written));
        foreach (var (sid, written, took) in timed)
        {
            var times = asked.GetValueOrDefault(sid);
            var ours = took - TimeSpan.FromMilliseconds(times * options.ModelMilliseconds);
            own.Add(ours);
            seconds.Add(written, ours);
            whole.Add(took);
            calls += times;
            without += times == 0 ? 1 : 0;
        }

        Say($"longest own time of each second, and how many over {Wanted} ms: {seconds.Longest(Wanted)}");
        return (own, whole, calls, without);
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Result(
        string Mode, double TurnsPerSecond, double OwnP50Ms, double OwnP95Ms, double OwnP99Ms, double WholeP50Ms, double WholeP99Ms, double ModelCallsPerTurn,
        long WithoutModel, long Lost, double WorkerMegabytes);
}
