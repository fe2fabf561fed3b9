using HaloAgent.DevHost.CommandLine;
using Spectre.Console;

// A log file or a pipe has no width at which lines must break.
if (!AnsiConsole.Profile.Out.IsTerminal)
    AnsiConsole.Profile.Width = 10_000;
var view = new ConsoleView(AnsiConsole.Console);
var (arguments, error) = DevHostArguments.Parse(args);
if (arguments is null)
{
    view.Fail(error!);
    view.Say(DevHostArguments.Usage);
    return 2;
}
if (arguments.Help)
{
    view.Say(DevHostArguments.Usage);
    return 0;
}
return await new DevHostCommand(arguments, view).RunAsync();
