using System.Collections.Concurrent;
using System.Text.Json.Serialization;

namespace HaloAgent.Languages;

/// <summary>
/// The words that a model may put together by itself. A list of what must not be said is never complete; this one need not be: a word that
/// stands in none of them, and is no name of goods, no proven fact and no word of a text on record, makes a sentence one that is not said.
/// </summary>
/// <param name="Neutral">Pronouns and the like: in every sentence.</param>
/// <param name="Courtesy">In sentences that state nothing: greetings, thanks, not knowing.</param>
/// <param name="Frame">Around a fact that was proven: "… is …", "the price of …".</param>
/// <param name="Asked">In questions and in what the customer is asked to tell.</param>
/// <param name="Questions">In what ends with a question mark only: "Please come today" would say that something is ready.</param>
/// <param name="Requests">Beginnings of sentences that ask the customer for something.</param>
/// <param name="Unsure">Beginnings of sentences that say that something is not known.</param>
/// <param name="Whether">What such a beginning leads to when it names what is not known: "when" and "who" would say that it has happened.</param>
/// <param name="Asking">What is asked of the customer may be named behind these; "do you know that …?" tells.</param>
/// <param name="Turns">Here what is not known or is asked ends, and something may be told again.</param>
/// <param name="Sentences">Whole ones that say nothing.</param>
public sealed record Speech(
    HashSet<string> Neutral, HashSet<string> Courtesy, HashSet<string> Frame, HashSet<string> Asked, HashSet<string> Questions, IReadOnlyList<string> Requests,
    IReadOnlyList<string> Unsure, IReadOnlyList<string> Whether, IReadOnlyList<string> Asking, HashSet<string> Turns, IReadOnlyList<string> Sentences)
{
    private const string Pidgin = "pcm";

    /// <summary>Words of every day in the customer's language, harmless where the customer is asked something.</summary>
    [JsonIgnore]
    public HashSet<string> Everyday { get; private init; } = [];

    private static readonly ConcurrentDictionary<string, Speech> Spoken = new();

    /// <summary>Of a customer's language together with English, of which every language borrows; who reads English or Pidgin reads both.</summary>
    public static Speech For(string language) => Spoken.GetOrAdd(language, static spoken => (spoken switch
    {
        LanguageResources.Fallback or Pidgin => Read(LanguageResources.Fallback).With(Read(Pidgin)),
        _ when LanguageResources.Has(spoken) => Read(LanguageResources.Fallback).With(Read(spoken)),
        _ => Read(LanguageResources.Fallback),
    }) with
    {
        Everyday = [.. Lexicon.For(spoken).CommonWords],
    });

    private static Speech Read(string language) => LanguageResources.Read<Speech>(language, "speech.json");

    private Speech With(Speech other) => new(
        Both(Neutral, other.Neutral), Both(Courtesy, other.Courtesy), Both(Frame, other.Frame), Both(Asked, other.Asked), Both(Questions, other.Questions), [.. Requests, .. other.Requests],
        [.. Unsure, .. other.Unsure], [.. Whether, .. other.Whether], [.. Asking, .. other.Asking], Both(Turns, other.Turns), [.. Sentences, .. other.Sentences]);

    private static HashSet<string> Both(HashSet<string> one, HashSet<string> other) => [.. one, .. other];
}
