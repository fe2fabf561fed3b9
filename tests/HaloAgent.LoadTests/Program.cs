using HaloAgent.LoadTests;
using HaloAgent.LoadTests.Ack;
using HaloAgent.LoadTests.Models;
using HaloAgent.LoadTests.Search;
using HaloAgent.LoadTests.Spike;
using HaloAgent.LoadTests.Target;
using HaloAgent.LoadTests.Turns;

LoadOptions options;
try
{
    options = LoadOptions.Parse(args);
}
catch (FormatException mistake)
{
    Console.Error.WriteLine($"{mistake.Message}\n\n{LoadOptions.Usage}");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

string result;
await using (var system = await SystemUnderTest.StartAsync(options, stop.Token))
{
    result = options.Mode switch
    {
        "ack" => await new AckRun(system, options).RunAsync(stop.Token),
        "turns" => await new TurnsRun(system, options).RunAsync(stop.Token),
        "model" => await new ModelRun(system, options).RunAsync(stop.Token),
        "search" => await new SearchRun(system, options).RunAsync(stop.Token),
        "waiting" => await new WaitingRun(system, options).RunAsync(stop.Token),
        _ => await new SpikeRun(system, options).RunAsync(stop.Token),
    };
}

// The result is the last line, after whatever the system said while it stopped.
Console.WriteLine(result);
return 0;
