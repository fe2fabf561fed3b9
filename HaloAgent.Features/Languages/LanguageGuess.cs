namespace HaloAgent.Languages;

/// <summary>In which language something was said.</summary>
/// <param name="Language">Code, for example "pcm".</param>
/// <param name="Confidence">0 (the words carry no language: it is the one spoken before) to 1.</param>
/// <param name="Asked">The customer asked for this language ("speak English"), whatever the words are in.</param>
public readonly record struct LanguageGuess(string Language, double Confidence, bool Asked = false)
{
    /// <summary>What a long message that asks for a language is written in itself; null where asking is all it does.</summary>
    public string? Written { get; init; }
}
