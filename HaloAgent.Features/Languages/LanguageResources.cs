using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HaloAgent.Languages;

/// <summary>The language folders embedded in this assembly. Adding a language is adding a folder with the two files.</summary>
public static class LanguageResources
{
    public const string Fallback = "en";

    private const string Folder = "Languages/";
    private static readonly Assembly Home = typeof(LanguageResources).Assembly;
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Codes of every language that has a folder, for example "en".</summary>
    public static IReadOnlyList<string> Codes { get; } = With("phrases.json");

    /// <summary>Codes of every language that is recognised; one without sentences yet is answered in <see cref="Fallback"/>.</summary>
    public static IReadOnlyList<string> Detectable { get; } = With("cues.json");

    public static bool Has(string? language) => language is not null && Codes.Contains(language);

    private static string[] With(string file) =>
    [
        .. Home.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith("/" + file, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..name.LastIndexOf('/')])
            .Order(StringComparer.Ordinal),
    ];

    internal static T Read<T>(string language, string file)
    {
        var name = $"{Folder}{language}/{file}";
        using var stream = Home.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The language file {name} is missing.");
        return JsonSerializer.Deserialize<T>(stream, Strict)
            ?? throw new InvalidOperationException($"The language file {name} is empty.");
    }
}
