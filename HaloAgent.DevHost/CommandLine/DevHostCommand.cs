using HaloAgent.DevHost.Ports;

namespace HaloAgent.DevHost.CommandLine;

/// <summary>One run of DevHost from the command line: take the folder, start, wait for the signal, stop.</summary>
internal sealed class DevHostCommand(DevHostArguments arguments, ConsoleView view)
{
    private static readonly string[] TwilioSettings = ["Twilio__AccountSid", "Twilio__AuthToken", "Twilio__PublicBaseUrl"];

    public async Task<int> RunAsync()
    {
        using var signals = new StopSignals();
        var (home, refusal) = HaloHome.Take(arguments.Directory);
        if (home is null)
        {
            view.Fail(refusal!);
            return 1;
        }
        using (home)
        {
            try
            {
                return await RunAsync(home, signals);
            }
            catch (DevHostException e)
            {
                view.Fail(e.Message);
                return 1;
            }
            catch (OperationCanceledException) when (signals.Asked.IsCancellationRequested)
            {
                view.Say("Stopped before it was ready.");
                return 1;
            }
        }
    }

    private async Task<int> RunAsync(HaloHome home, StopSignals signals)
    {
        RequireTwilio(arguments.Simulators, Given);
        var options = Options(home.Directory);
        if (arguments.Fresh)
            await home.WipeAsync(keepSecrets: options.Database is not null, signals.Asked);
        await using var system = await view.ShowProgressAsync(() => HaloSystem.StartAsync(options, view, signals.Asked));
        using var file = await DevHostFileWriter.StartAsync(system);
        view.Ready(system);
        view.ShowServices = true;
        await UntilAsync(signals.Asked);
        view.ShowServices = false;
        view.Say("Stopping …");
        var stopping = system.StopAsync();
        if (await Task.WhenAny(stopping, UntilAsync(signals.Insisted)) != stopping)
            await system.KillAsync();
        await stopping;
        view.Say("Stopped. Data stays in " + home.Directory);
        return 0;
    }

    private HaloSystemOptions Options(string folder) => new()
    {
        DataDirectory = folder,
        Ports = PortPlan.From(arguments.PortsFrom),
        Workers = arguments.Workers,
        Simulators = arguments.Simulators,
        LlamaEndpoint = arguments.LlamaEndpoint,
        SimulatedLlama = arguments.SimulatedLlama,
        LlamaModel = arguments.LlamaModel,
        Database = Given("ConnectionStrings__halodb"),
        Redis = Given("ConnectionStrings__redis"),
        MayInstallPostgres = true,
    };

    /// <summary>Api and workers need a real account then, and would stop without a word that helps.</summary>
    internal static void RequireTwilio(bool simulators, Func<string, string?> given)
    {
        string[] missing = simulators ? [] : [.. TwilioSettings.Where(name => given(name) is null)];
        if (missing.Length > 0)
        {
            throw new DevHostException(
                $"Without simulators the messages go by your own Twilio account: set {string.Join(", ", missing)} in the environment ({TwilioSettings[^1]} is the address under which Twilio reaches the Api), or leave out --no-simulators.");
        }
    }

    private static string? Given(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static async Task UntilAsync(CancellationToken token)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = token.Register(reached.SetResult);
        await reached.Task;
    }
}
