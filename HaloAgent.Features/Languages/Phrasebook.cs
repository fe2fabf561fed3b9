using System.Collections.Concurrent;
using System.Text.Json;
using HaloAgent.Businesses;

namespace HaloAgent.Languages;

/// <summary>
/// Every sentence the shop can say in one language, by key, in the shop's tone. Only a warm shop uses an emoji.
/// The choice is always the same for the same key and tone: a customer who writes twice reads the same words.
/// </summary>
public sealed class Phrasebook
{
    private static readonly ConcurrentDictionary<(string, Tone), Phrasebook> Loaded = new();
    private readonly Dictionary<string, PhraseTemplate> phrases;

    private Phrasebook(string language, Tone tone)
    {
        Language = language;
        Tone = tone;
        phrases = LanguageResources.Read<Dictionary<string, JsonElement>>(language, "phrases.json")
            .ToDictionary(phrase => phrase.Key, phrase => new PhraseTemplate(InTone(phrase.Value, tone)), StringComparer.Ordinal);
    }

    public string Language { get; }
    public Tone Tone { get; }

    internal IReadOnlyDictionary<string, PhraseTemplate> Phrases => phrases;

    /// <summary>The phrasebook of a language, or the English one where the language has no folder.</summary>
    public static Phrasebook For(string? language, Tone tone = Tone.Plain) =>
        Loaded.GetOrAdd((LanguageResources.Has(language) ? language! : LanguageResources.Fallback, tone), key => new Phrasebook(key.Item1, key.Item2));

    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        phrases.TryGetValue(key, out var phrase)
            ? phrase.Render(values)
            : throw new InvalidOperationException($"The language {Language} has no phrase {key}.");

    // A phrase is one sentence, or one for each tone; a tone without its own speaks plainly.
    private static string InTone(JsonElement phrase, Tone tone)
    {
        if (phrase.ValueKind == JsonValueKind.String) return phrase.GetString()!;
        var own = tone switch { Tone.Warm => "warm", Tone.Formal => "formal", _ => "plain" };
        return (phrase.TryGetProperty(own, out var said) ? said : phrase.GetProperty("plain")).GetString()!;
    }
}
