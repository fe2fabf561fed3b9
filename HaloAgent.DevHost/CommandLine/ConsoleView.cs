using System.Globalization;
using Spectre.Console;

namespace HaloAgent.DevHost.CommandLine;

/// <summary>What a person sees: first what is being started, then what the services say. Without a terminal, plain lines.</summary>
internal sealed class ConsoleView(IAnsiConsole console) : IProgress<HaloEvent>
{
    private static readonly string[] Colours = ["deepskyblue1", "mediumpurple1", "springgreen2", "orange1", "hotpink", "khaki1", "turquoise2"];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ServiceLineReader> _readers = [];
    private readonly Dictionary<string, string> _colours = [];
    private readonly List<string> _steps = [];
    private StatusContext? _status;

    /// <summary>
    /// While this is false the services' own lines go to their log files only. While everything starts and stops at
    /// once, they complain about one another.
    /// </summary>
    public bool ShowServices { get; set; }

    public async Task<T> ShowProgressAsync<T>(Func<Task<T>> work)
    {
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Out.IsTerminal)
            return await work();
        return await console.Status().Spinner(Spinner.Known.Dots).StartAsync("starting", async status =>
        {
            _status = status;
            try
            {
                return await work();
            }
            finally
            {
                _status = null;
            }
        });
    }

    public void Report(HaloEvent value)
    {
        lock (_gate)
            Write(value);
    }

    public void Ready(HaloSystem system)
    {
        lock (_gate)
        {
            console.WriteLine();
            Row("Shops and dashboard", Link(system.Web));
            if (system.HasSimulators)
                Row("Phone", Link(system.Simulators));
            Row("Api", Link(system.Api));
            foreach (var signIn in DemoSignIns.All)
                Row("Sign in as", $"{signIn.Email.EscapeMarkup()}  [grey]{signIn.Password.EscapeMarkup()}[/]");
            Row("Logs", system.LogDirectory.EscapeMarkup());
            console.WriteLine();
            console.MarkupLine("[bold green]HaloAgent is ready[/]");
            console.MarkupLine("[grey]Ctrl+C stops it; data stays.[/]");
        }
    }

    public void Say(string text) => console.WriteLine(text);

    public void Fail(string text) => console.MarkupLine($"[red]{text.EscapeMarkup()}[/]");

    private void Write(HaloEvent e)
    {
        switch (e.Kind)
        {
            case HaloEventKind.Step:
                _steps.Add(e.Source);
                if (_status is null)
                    Line("grey", $"… {e.Text}");
                break;
            case HaloEventKind.Done:
                _steps.Remove(e.Source);
                console.MarkupLine($"  [green]✓[/] {e.Text.EscapeMarkup()}");
                break;
            case HaloEventKind.Output:
                WriteOutput(e);
                break;
            default:
                WriteLine(e.Source, e.Kind switch { HaloEventKind.Warning => LineLevel.Warning, HaloEventKind.Failure => LineLevel.Failure, _ => LineLevel.Information }, null, e.Text);
                break;
        }
        _status?.Status(_steps.Count == 0 ? "nearly there" : $"starting {string.Join(", ", _steps)}");
    }

    private void WriteOutput(HaloEvent e)
    {
        if (e.Source is "postgres" or "redis")
        {
            WriteServer(e);
            return;
        }
        if (!_readers.TryGetValue(e.Source, out var reader))
            _readers[e.Source] = reader = new();
        if (reader.Read(e.Text) is { } line && ShowServices)
            WriteLine(e.Source, line.Level, line.Category, line.Text);
    }

    // The servers' log files have everything; here only what must not be overlooked.
    private void WriteServer(HaloEvent e)
    {
        if (ShowServices && (e.Text.Contains(" FATAL: ", StringComparison.Ordinal) || e.Text.Contains(" PANIC: ", StringComparison.Ordinal)))
            WriteLine(e.Source, LineLevel.Failure, null, e.Text);
    }

    private void WriteLine(string source, LineLevel level, string? category, string text)
    {
        var time = TimeProvider.System.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var colour = level switch
        {
            LineLevel.Warning => "yellow",
            LineLevel.Failure => "red",
            LineLevel.Debug => "grey",
            _ => "default",
        };
        var mark = level switch { LineLevel.Warning => "! ", LineLevel.Failure => "✗ ", _ => "" };
        var from = category is null ? "" : $"[grey]{category.EscapeMarkup()}[/] ";
        console.MarkupLine($"[grey]{time}[/] [{Colour(source)}]{source,-10}[/] [grey]│[/] [{colour}]{mark}[/]{from}[{colour}]{text.EscapeMarkup()}[/]");
    }

    private void Line(string colour, string text) => console.MarkupLine($"  [{colour}]{text.EscapeMarkup()}[/]");

    private string Colour(string source)
    {
        if (!_colours.TryGetValue(source, out var colour))
            _colours[source] = colour = Colours[_colours.Count % Colours.Length];
        return colour;
    }

    private void Row(string label, string markup) => console.MarkupLine($"  {label,-21}{markup}");

    private static string Link(Uri address)
    {
        var text = address.GetLeftPart(UriPartial.Authority);
        return $"[link={text}]{text}[/]";
    }
}
