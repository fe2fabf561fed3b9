using HaloAgent.AgentWorker.Agent.Guard;
using HaloAgent.Languages;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>Every sentence of the phrasebooks, as if a model had said it.</summary>
public class OtherLanguageTests
{
    private const double NoticedAtLeast = 0.9;

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var said in LanguageResources.Codes)
            {
                foreach (var customer in LanguageResources.Codes.Where(code => code != said && !(IsEnglish(code) && IsEnglish(said)))) pairs.Add(said, customer);
            }

            return pairs;
        }
    }

    public static TheoryData<string> Languages => [.. LanguageResources.Codes];

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_is_said_in_the_customers_language_is_never_taken_for_another(string language) =>
        Assert.DoesNotContain(Sentences(language), sentence => OtherLanguage.IsOtherThan(language, sentence));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_is_said_in_another_of_the_five_is_noticed(string said, string customer)
    {
        // Of two or three words and names it cannot be told.
        var sentences = Sentences(said).Where(sentence => sentence.Split(' ').Length > 6).ToList();
        Assert.InRange(sentences.Count(sentence => OtherLanguage.IsOtherThan(customer, sentence)), sentences.Count * NoticedAtLeast, sentences.Count);
    }

    private static List<string> Sentences(string language)
    {
        var book = Phrasebook.For(language);
        return [.. book.Phrases.Values.Select(phrase => phrase.Render([.. phrase.Holes.Select(hole => (hole, (object?)3))]))];
    }

    private static bool IsEnglish(string code) => code is "en" or "pcm";
}
