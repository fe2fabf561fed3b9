using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent;

/// <summary>In which language a turn's burst came, and in which it is answered.</summary>
/// <param name="Heard">Of the words.</param>
/// <param name="Answered">The same, unless the customer asked for another one.</param>
/// <param name="Confidence">Of the detection; 0 when the words carry no language and the one spoken before holds.</param>
/// <param name="Asked">The burst itself asks for the language ("speak English").</param>
public sealed record SpokenLanguage(string Heard, string Answered, double Confidence, bool Asked)
{
    /// <summary>With the lexicon of which language it is understood.</summary>
    public string Lexicon { get; init; } = Heard;
}

/// <summary>
/// Station 7, language: before anything is understood or said, the turn gets its language. Before: the burst is complete.
/// After: the turn's gates. What was answered last is the contact's language; a wish for one is kept in the working memory.
/// </summary>
public static class TurnLanguage
{
    /// <summary>Where the working memory keeps a language that was asked for. It holds until another one is asked for.</summary>
    public const string AskedSlot = "language";

    private const string English = "en";
    private const string Pidgin = "pcm";
    private const int FewWords = 8;

    /// <summary>The turn with its language, the contact's own included: every sentence of the turn is said in it.</summary>
    public static TurnContext Hear(TurnContext turn)
    {
        var text = string.Join('\n', turn.Messages.Select(message => message.Content.Text).Where(text => !string.IsNullOrWhiteSpace(text)));
        var guess = LanguageDetector.Detect(text, turn.FirstContact ? null : turn.Contact.Language);
        var answered = guess.Asked ? guess.Language : turn.Memory.Slots.GetValueOrDefault(AskedSlot) ?? guess.Language;
        var written = guess.Written ?? guess.Language;
        return turn with
        {
            Spoken = new SpokenLanguage(written, answered, guess.Confidence, guess.Asked) { Lexicon = LexiconFor(written, text, turn) },
            Contact = turn.Contact with { Language = answered },
        };
    }

    // A few words of English from who has written Pidgin may well be Pidgin ("all of am correct, thank you my sister"): its lexicon holds both.
    private static string LexiconFor(string written, string text, TurnContext turn) =>
        written == English && !turn.FirstContact && turn.Contact.Language == Pidgin && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= FewWords ? Pidgin : written;

    /// <summary>How sure it is that the words were in this language; null: it was not read from them, but asked for.</summary>
    public static double? ConfidenceIn(SpokenLanguage? spoken, string language) => spoken is { Asked: false } && spoken.Heard == language ? spoken.Confidence : null;

    /// <summary>A wish for a language outlives the turn.</summary>
    public static WorkingMemory Remember(SpokenLanguage? spoken, WorkingMemory memory) => spoken is not { Asked: true } ? memory : memory with
    {
        Slots = new Dictionary<string, string>(memory.Slots) { [AskedSlot] = spoken.Answered },
    };
}
