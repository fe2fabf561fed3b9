using System.Text.RegularExpressions;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Businesses;
using HaloAgent.Languages;
using HaloAgent.UnitTests.Guided;
using Xunit;

namespace HaloAgent.UnitTests.Languages;

/// <summary>What every language but English must keep: its sentences are its own, and what it tells people to write it understands.</summary>
public sealed partial class SentencesTests
{
    /// <summary>Sentences that may read as in English, because Nigerians say them so.</summary>
    private static readonly HashSet<(string Language, string Key)> LikeEnglish =
    [
        ("yo", PhraseKeys.PaymentReference), ("yo", PhraseKeys.OrderChoiceLine), ("yo", PhraseKeys.StatusLine),
        ("ig", PhraseKeys.PaymentReference), ("ig", PhraseKeys.OrderChoiceLine), ("ig", PhraseKeys.StatusLine),
        ("pcm", "cart_total"), ("pcm", "day_friday"), ("pcm", "day_monday"), ("pcm", "day_saturday"), ("pcm", "day_sunday"), ("pcm", "day_thursday"),
        ("pcm", "day_tuesday"), ("pcm", "day_wednesday"), ("pcm", "delivery_or_pickup"), ("pcm", "hours_line"), ("pcm", "menu_line_from"),
        ("pcm", "order_choice_line"), ("pcm", "payment_account_name"), ("pcm", "payment_account_number"), ("pcm", "payment_amount"),
        ("pcm", "payment_bank"), ("pcm", "payment_reference"), ("pcm", "status_line"), ("pcm", "summary_delivery"), ("pcm", "summary_title"),
        ("pcm", "summary_total"), ("pcm", "thanks"),
    ];

    public static TheoryData<string> Languages => [.. LanguageResources.Codes.Where(code => code != LanguageResources.Fallback)];

    public static TheoryData<string> Everywhere => [.. LanguageResources.Codes];

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_sentence_was_left_in_English(string language)
    {
        foreach (var tone in Enum.GetValues<Tone>())
        {
            var english = Phrasebook.For("en", tone).Phrases;
            var left = Phrasebook.For(language, tone).Phrases
                .Where(phrase => Hole().Replace(phrase.Value.Text, "").Any(char.IsLetter) && phrase.Value.Text == english[phrase.Key].Text && !LikeEnglish.Contains((language, phrase.Key)))
                .Select(phrase => phrase.Key);
            Assert.Empty(left);
        }
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void Every_hole_of_the_English_sentence_is_filled(string language)
    {
        foreach (var (key, phrase) in Phrasebook.For(language).Phrases)
        {
            (string, object?)[] values = [.. Phrasebook.For("en").Phrases[key].Holes.Select((hole, i) => (hole, (object?)(7100 + i)))];
            var said = phrase.Render(values);

            Assert.All(values, value => Assert.Contains($"{value.Item2}", said, StringComparison.Ordinal));
            Assert.DoesNotContain('{', said);
        }
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public void What_a_customer_is_told_to_write_is_understood(string language)
    {
        var listener = new Listener(language, Shops.Kitchen, Shops.Areas);
        var told = Phrasebook.For(language).Phrases
            .SelectMany(phrase => Quoted().Matches(phrase.Value.Text).Select(match => (phrase.Key, Words: match.Groups[1].Value)))
            .Where(told => !told.Words.Contains('…', StringComparison.Ordinal) && !IsHeading(told.Key));

        Assert.All(told, word => Assert.False(listener.Hear(Hole().Replace(word.Words.Replace("{name}", "zobo", StringComparison.Ordinal), "2")).IsNothing, $"{word.Key}: {word.Words}"));
    }

    // Stars also make headings and amounts stand out.
    private static bool IsHeading(string key) => key is PhraseKeys.SummaryTitle or PhraseKeys.SummaryTotal or PhraseKeys.EffectOrderPlaced || key.StartsWith("payment_", StringComparison.Ordinal) && key is not (PhraseKeys.PaymentNext or PhraseKeys.PaymentByTransfer or PhraseKeys.PaymentWhenReady);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\*([^*]*[^*{}\d][^*]*)\*")]
    private static partial Regex Quoted();
}
