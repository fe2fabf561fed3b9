using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Evals.Format;
using HaloAgent.Languages;

namespace HaloAgent.Evals.Scoring;

/// <summary>Asks our own functions about other people's labelled lines.</summary>
internal static class ScoreRun
{
    public const string OfLanguage = "language";
    public const string OfIntent = "intent";

    /// <exception cref="FormatException">A file cannot be understood; the message names file and line.</exception>
    public static Score Run(string what, IReadOnlyList<string> files, string? labels) =>
        what == OfLanguage ? Languages(files, labels) : Intents(files, labels);

    /// <summary>Each line is the first of its customer: nothing is known of them.</summary>
    private static Score Languages(IReadOnlyList<string> files, string? labels) => Score.Of(
        files.SelectMany(file => LabelledLines.Read(file, columns: 2)), LabelMap.Read(labels, ScenarioReader.Languages.ToHashSet(StringComparer.OrdinalIgnoreCase)),
        line => LanguageDetector.Detect(line.Text).Language);

    /// <summary>Heard in the language of the file, as of a customer whose language is known, among the goods of both shops.</summary>
    private static Score Intents(IReadOnlyList<string> files, string? labels)
    {
        var ears = ScenarioReader.Languages.ToDictionary(language => language, Ear);
        return Score.Of(
            files.SelectMany(file => LabelledLines.Read(file, columns: 3)), LabelMap.Read(labels, MainIntent.Names.ToHashSet(StringComparer.OrdinalIgnoreCase)),
            line => MainIntent.Of(line.Text, ears.GetValueOrDefault(line.Language) ?? ears["en"]).Name);
    }

    private static Listener Ear(string language) => new(
        language,
        [
            .. DemoShops.All.SelectMany(shop => shop.Products).Select(product => new CatalogItem(
                Guid.CreateVersion7(), product.Name, product.Category, product.Synonyms.Split(',', StringSplitOptions.TrimEntries),
                [.. product.Sizes.Select(size => new CatalogVariant(Guid.CreateVersion7(), size.Name))])),
        ],
        [.. DemoShops.All.SelectMany(shop => shop.Areas).Select(area => new PlaceName(area.Names))]);
}
