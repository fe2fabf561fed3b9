using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HaloAgent.LoadTests.Measure;
using HaloAgent.LoadTests.Target;
using HaloAgent.LoadTests.Wire;

namespace HaloAgent.LoadTests.Ack;

/// <summary>
/// How many signed webhooks the front door takes with nobody behind it, each connection sending the next when the last was
/// acknowledged; before and after it, the same number of connections insert bare rows.
/// </summary>
internal sealed class AckRun(SystemUnderTest system, LoadOptions options)
{
    private const int Customers = 5_000;
    private const string Shop = "whatsapp:+14155230001";
    /// <summary>So many that what is measured is compiled for good, within so much time.</summary>
    private const int WarmUpCount = 30_000;
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(60);

    private readonly int connections = options.Connections ?? 32;
    private readonly TimeSpan time = TimeSpan.FromSeconds(options.Seconds ?? 20);
    private readonly Sids sids = new();
    private readonly Refusals refusals = new();
    private readonly Lock gate = new();
    private long accepted;

    public async Task<string> RunAsync(CancellationToken stop)
    {
        if (system.WorkerRuns)
        {
            Console.WriteLine("The worker of this system is running and takes its share of the machine; stop it, or leave --system out.");
        }

        await WarmUpAsync(stop);
        if (accepted == 0)
        {
            throw new InvalidOperationException($"{system.Api} accepted none of the first webhooks: {refusals}.");
        }

        var bare = new BareInserts(system, sids.Prefix);
        await bare.PrepareAsync(stop);
        await bare.RunAsync(connections, TimeSpan.FromSeconds(2), stop);

        var before = await bare.RunAsync(connections, time / 2, stop);
        Say($"bare inserts: {before:0}/s");
        var (api, client, count) = (system.ProcessorTime(name => name == "api"), Environment.CpuUsage.TotalTime, accepted);
        var (perSecond, latencies) = await PostAsync(time, stop);
        (api, client, count) = (system.ProcessorTime(name => name == "api") - api, Environment.CpuUsage.TotalTime - client, accepted - count);
        Say($"webhooks accepted: {perSecond:0}/s, p50 {latencies.Percentile(50)} ms, p95 {latencies.Percentile(95)} ms, p99 {latencies.Percentile(99)} ms");
        Say($"processor time a webhook: Api {api.TotalMicroseconds / count:0} us, this client {client.TotalMicroseconds / count:0} us");
        var after = await bare.RunAsync(connections, time / 2, stop);
        Say($"bare inserts: {after:0}/s");
        await bare.DropAsync();

        var baseline = (before + after) / 2;
        var lost = accepted - await StoredAsync();
        Say($"accepted in all {accepted}, lost {lost}, refused {refusals}; services together {system.ServicesMegabytes:0} MB");
        return JsonSerializer.Serialize(
            new Result("ack", Math.Round(perSecond), Math.Round(baseline), Math.Round(perSecond / baseline, 2), latencies.Percentile(50), latencies.Percentile(95), latencies.Percentile(99), lost, refusals.Count),
            JsonSerializerOptions.Web);
    }

    private async Task WarmUpAsync(CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < LongestWarmUp && accepted + refusals.Count < WarmUpCount)
        {
            await PostAsync(TimeSpan.FromSeconds(1), stop);
        }
    }

    private async Task<(double PerSecond, Latencies Latencies)> PostAsync(TimeSpan time, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var before = Interlocked.Read(ref accepted);
        var all = new Latencies();
        var watch = Stopwatch.StartNew();
        end.CancelAfter(time);
        await LoadThreads.RunAsync(connections, index =>
        {
            var own = PostUntil(index, end.Token);
            lock (gate)
            {
                all.Add(own);
            }
        });
        return ((Interlocked.Read(ref accepted) - before) / watch.Elapsed.TotalSeconds, all);
    }

    private Latencies PostUntil(int index, CancellationToken end)
    {
        using var connection = new WebhookConnection(system.Api);
        var webhook = new WebhookWriter(system.Api, DevHost.Data.HaloSecrets.TwilioAccountSid, DevHost.Data.HaloSecrets.TwilioAuthToken, Shop);
        var latencies = new Latencies();
        for (var i = index; !end.IsCancellationRequested; i += connections)
        {
            var customer = (2348050000000 + (i % Customers)).ToString(CultureInfo.InvariantCulture);
            var request = webhook.Write(customer, sids.Next(), "Good morning, do you have jollof rice today?");
            var start = Stopwatch.GetTimestamp();
            if (refusals.Accepts(connection, request))
            {
                latencies.Add(Stopwatch.GetElapsedTime(start));
                Interlocked.Increment(ref accepted);
            }
        }

        return latencies;
    }

    private async Task<long> StoredAsync()
    {
        await using var count = system.Database.CreateCommand("SELECT count(*) FROM message_logs WHERE direction = 0 AND provider_message_id LIKE $1");
        count.Parameters.AddWithValue(sids.Prefix + "%");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Result(string Mode, double PerSecond, double BaselinePerSecond, double Ratio, double P50Ms, double P95Ms, double P99Ms, long Lost, long Errors);
}
