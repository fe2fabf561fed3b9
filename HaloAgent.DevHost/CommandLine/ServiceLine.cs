namespace HaloAgent.DevHost.CommandLine;

internal enum LineLevel { Plain, Debug, Information, Warning, Failure }

/// <summary>One line for the console, from the two that .NET's console logger writes: level and category, then the message.</summary>
internal sealed record ServiceLine(LineLevel Level, string? Category, string Text);

/// <summary>Puts the lines of one service together again.</summary>
internal sealed class ServiceLineReader
{
    private const string Indent = "      ";
    private (LineLevel Level, string Category)? _header;
    private LineLevel _last;

    public ServiceLine? Read(string line)
    {
        if (Header(line) is { } header)
        {
            _header = header;
            return null;
        }
        var continues = line.StartsWith(Indent, StringComparison.Ordinal);
        if (_header is not { } begun || !continues)
        {
            _header = null;
            return new(continues ? _last : _last = LineLevel.Plain, null, line);
        }
        _header = null;
        _last = begun.Level;
        return new(begun.Level, begun.Category, line[Indent.Length..]);
    }

    // "warn: HaloAgent.Api.Channels.TwilioWebhook[12]"
    private static (LineLevel, string)? Header(string line)
    {
        if (line.Length < 7 || line[4] != ':' || line[5] != ' ' || line[^1] != ']')
            return null;
        LineLevel? level = line[..4] switch
        {
            "trce" or "dbug" => LineLevel.Debug,
            "info" => LineLevel.Information,
            "warn" => LineLevel.Warning,
            "fail" or "crit" => LineLevel.Failure,
            _ => null,
        };
        var category = line[6..line.LastIndexOf('[')];
        return level is null ? null : (level.Value, category[(category.LastIndexOf('.') + 1)..]);
    }
}
