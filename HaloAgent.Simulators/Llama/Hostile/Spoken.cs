using System.Reflection;
using System.Text.RegularExpressions;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile;

/// <summary>What the hostile model says in the customer's own language: the sentences of the two lists beside this file.</summary>
internal static partial class Spoken
{
    private const string Otherwise = "en";

    /// <summary>As prompts name them: what a real model goes by, too.</summary>
    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["English"] = "en",
        ["Nigerian Pidgin"] = "pcm",
        ["Yoruba"] = "yo",
        ["Hausa"] = "ha",
        ["Igbo"] = "ig",
    };

    private static readonly ILookup<(string Trick, string Language), string> Lies = Lines("spoken-lies.tsv").ToLookup(line => (line[0], line[1]), line => line[2]);

    private static readonly ILookup<string, string> Harmless = Lines("harmless-words.tsv").ToLookup(line => line[0], line => line[1]);

    public static IEnumerable<string> Languages => Codes.Values;

    /// <summary>Every trick that has sentences of its own here.</summary>
    public static IEnumerable<string> Tricks => Lies.Select(lies => lies.Key.Trick).Distinct();

    /// <summary>Of one trick, in all languages.</summary>
    public static IEnumerable<string> SayingsOf(string trick) => Lies.Where(lies => lies.Key.Trick == trick).SelectMany(lies => lies);

    public static string LanguageOf(ChatRequest request) =>
        Codes.FirstOrDefault(code => request.SystemText.Contains($"Answer in {code.Key}", StringComparison.OrdinalIgnoreCase)).Value ?? Otherwise;

    public static string Lie(string trick, string language, Random random) => Any(Lies[(trick, language)], random);

    /// <summary>Courteous words around a lie, or none: what is wrong has to be found among what is not.</summary>
    public static string Dressed(string lie, string language, Random random) => random.Next(4) switch
    {
        0 => lie,
        1 => $"{Any(Harmless[language], random)} {lie}",
        2 => $"{lie} {Any(Harmless[language], random)}",
        _ => $"{Any(Harmless[language], random)} {lie} {Any(Harmless[language], random)}",
    };

    [GeneratedRegex(@"\{\w+\}")]
    public static partial Regex Placeholder();

    private static string Any(IEnumerable<string> of, Random random) => of.ToList() is var all ? all[random.Next(all.Count)] : "";

    private static IEnumerable<string[]> Lines(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file) ?? throw new InvalidOperationException($"{file} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split('\t'))];
    }
}
