using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using HaloAgent.DevHost.Data;
using HaloAgent.LoadTests.Measure;
using HaloAgent.LoadTests.Target;
using HaloAgent.LoadTests.Turns;
using HaloAgent.LoadTests.Wire;

namespace HaloAgent.LoadTests.Models;

/// <summary>Thousands of customers write within a moment, and all of their turns wait for a slow model together.</summary>
internal sealed class WaitingRun(SystemUnderTest system, LoadOptions options)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly int customers = options.Customers ?? 2_000;
    private readonly int connections = options.Connections ?? 64;
    private readonly Sids sids = new();
    private readonly Refusals refusals = new();
    private double megabytes;
    private long accepted;

    public async Task<string> RunAsync(CancellationToken stop)
    {
        using var simulators = new HttpClient { BaseAddress = system.Simulators ?? throw new InvalidOperationException("waiting needs the simulators; this system runs without them.") };
        var shop = await LoadShop.OpenAsync(system, stop);
        var ledger = new Ledger(system, shop, sids);
        // Once before it is measured: compiled, connected, and each conversation known.
        await RoundAsync(shop, ledger, stop);
        (await simulators.DeleteAsync("/llama/requests", stop)).Dispose();
        megabytes = 0;
        var took = await RoundAsync(shop, ledger, stop);

        var most = (await simulators.GetFromJsonAsync<JsonElement>("/llama/stats", stop)).GetProperty("mostWaiting").GetInt32();
        var lost = accepted - await ledger.StoredAsync() + await ledger.WaitingAsync() + await ledger.UndeliveredAsync();
        var without = (await ledger.ModelCallsAsync()).Count(turn => turn.Value == 0);
        Say($"{customers} customers, {most} waiting for the model at once, answered after {took.TotalSeconds:0.0} s, workers at most {megabytes:0} MB, lost {lost}, refused {refusals}, turns without a model {without}");
        return JsonSerializer.Serialize(
            new Result("waiting", customers, most, Math.Round(took.TotalSeconds, 1), megabytes, lost, refusals.Count, without), JsonSerializerOptions.Web);
    }

    /// <summary>Everybody writes once; returns when everybody is answered.</summary>
    private async Task<TimeSpan> RoundAsync(LoadShop shop, Ledger ledger, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var sending = LoadThreads.RunAsync(connections, index => Send(index, shop, stop));
        while (watch.Elapsed < LongestWait)
        {
            megabytes = Math.Max(megabytes, system.WorkerMegabytes);
            if (sending.IsCompleted && await ledger.WaitingAsync() == 0 && await ledger.UndeliveredAsync() == 0)
            {
                break;
            }

            await Task.Delay(Look, stop);
        }

        await sending;
        return watch.Elapsed;
    }

    private void Send(int index, LoadShop shop, CancellationToken stop)
    {
        using var connection = new WebhookConnection(system.Api);
        var webhook = new WebhookWriter(system.Api, HaloSecrets.TwilioAccountSid, HaloSecrets.TwilioAuthToken, shop.Address);
        for (var customer = index; customer < customers && !stop.IsCancellationRequested; customer += connections)
        {
            var request = webhook.Write((2348100000000 + customer).ToString(CultureInfo.InvariantCulture), sids.Next(), "Good morning, can you help me to choose something nice?");
            if (refusals.Accepts(connection, request))
            {
                Interlocked.Increment(ref accepted);
            }
        }
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Result(string Mode, int Customers, int MostWaiting, double AnsweredAfterSeconds, double WorkerMegabytes, long Lost, long Errors, int WithoutModel);
}
