using HaloAgent.Data;

namespace HaloAgent.Evals.Format;

/// <summary>Reads one scenario. Indentation, capitals and empty lines make no difference; every mistake is reported with its line.</summary>
internal sealed class ScenarioReader
{
    public static readonly string[] Languages = ["en", "pcm", "yo", "ha", "ig"];

    public static readonly string[] Categories =
        ["ordering", "changing", "asking", "paying", "complaining", "switching language", "digressing", "attacking"];

    private readonly Dictionary<string, string> header = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> mistakes = [];
    private readonly string file;
    private readonly ScriptReader script = new();
    private ExpectationReader? expectation;

    private ScenarioReader(string file) => this.file = file;

    /// <exception cref="ScenarioFormatException">Something in it cannot be understood.</exception>
    public static Scenario Read(string file, string name, IReadOnlyList<string> lines)
    {
        var reader = new ScenarioReader(file);
        for (var i = 0; i < lines.Count; i++)
        {
            reader.Take(lines[i].Trim(), i + 1);
        }

        return reader.Finish(name, lines.Count);
    }

    private void Take(string line, int number)
    {
        if (line.Length == 0 || line[0] == '#') return;
        try
        {
            if (expectation is not null) expectation.Take(line);
            else if (ExpectationReader.Begins(line)) (expectation = new ExpectationReader(Shop())).Take(line);
            else if (!script.Take(line, number, Shop)) TakeHeader(line);
        }
        catch (FormatException wrong)
        {
            mistakes.Add($"{file}:{number}: {wrong.Message}");
        }
    }

    private void TakeHeader(string line)
    {
        var (key, value) = ScriptReader.Split(line);
        if (value is null || key.ToLowerInvariant() is not ("shop" or "language" or "category" or "about"))
        {
            throw new FormatException($"\"{line}\" is not understood: the top of a scenario has Shop, Language, Category and About; a line of the chat begins with Customer or Owner.");
        }

        header[key] = value;
    }

    private DemoShop Shop() => header.TryGetValue("shop", out var name)
        ? DemoShops.Find(name) ?? throw new FormatException($"There is no shop \"{name}\"; there are: {string.Join(", ", DemoShops.All.Select(shop => shop.Slug))}.")
        : throw new FormatException($"The line Shop is missing above this one; the shops are: {string.Join(", ", DemoShops.All.Select(shop => shop.Slug))}.");

    private Scenario Finish(string name, int lastLine)
    {
        var language = Header("language", Languages);
        var category = Header("category", Categories);
        if (!script.Steps.OfType<CustomerStep>().Any()) mistakes.Add($"{file}:{lastLine}: The customer says nothing.");
        if (expectation is null) mistakes.Add($"{file}:{lastLine}: The part Expect is missing.");
        if (mistakes.Count > 0) throw new ScenarioFormatException(mistakes);
        return new Scenario
        {
            File = file,
            Name = name,
            Shop = Shop(),
            Language = language,
            Category = category,
            About = header.GetValueOrDefault("about", ""),
            Steps = script.Steps,
            Expected = expectation!.Finish(language),
        };
    }

    private string Header(string key, string[] known)
    {
        var value = header.GetValueOrDefault(key, "").Trim();
        if (known.FirstOrDefault(one => string.Equals(one, value, StringComparison.OrdinalIgnoreCase)) is { } found) return found;
        mistakes.Add($"{file}:1: {char.ToUpperInvariant(key[0])}{key[1..]} is \"{value}\", it has to be one of: {string.Join(", ", known)}.");
        return known[0];
    }
}
