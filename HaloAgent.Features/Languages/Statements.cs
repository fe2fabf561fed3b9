using System.Reflection;

namespace HaloAgent.Languages;

/// <summary>
/// Phrases that state something about an order, the money or the goods, by what they state. A model may write any language, so a
/// sentence is held against those of every language. Written folded; "~" stands for up to five other words.
/// </summary>
public sealed record Statements(IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases)
{
    private const string Suffix = "/statements.json";

    /// <summary>The key under which a language keeps the words that turn a statement into its opposite, or make it a condition.</summary>
    public const string Not = "not";

    /// <summary>Those of each language that has any.</summary>
    public static IReadOnlyList<Statements> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith("Languages/", StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new Statements(LanguageResources.Read<Dictionary<string, IReadOnlyList<string>>>(name["Languages/".Length..^Suffix.Length], "statements.json"))),
    ];
}
