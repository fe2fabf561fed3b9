using System.Globalization;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>
/// A model's slip into another language. One that the agent does not speak is out of reach of everything that reads statements; it is known
/// by its script, or by words that stand in none of the agent's languages. One of the five that is not the customer's is none to answer in.
/// </summary>
internal static class OtherLanguage
{
    private const int MostForeignLetters = 2;

    /// <summary>One of them is enough.</summary>
    private static readonly HashSet<string> Greetings = ["bonjour", "bonsoir", "merci", "guten", "danke", "hola", "gracias", "buenos", "buenas", "obrigado", "obrigada"];

    /// <summary>French, German, Spanish and Portuguese; it takes two.</summary>
    private static readonly HashSet<string> Words =
    [
        "votre", "vous", "nous", "avec", "commande", "livraison", "paiement", "est", "les", "une", "pour", "avons", "recu",
        "ihre", "ihren", "wir", "haben", "und", "der", "das", "ist", "zahlung", "bestellung", "erhalten", "nicht",
        "su", "pedido", "pago", "nuestro", "nuestra", "llegara", "esta", "hemos", "recibido", "por", "favor", "usted",
        "seu", "sua", "voce", "pagamento", "recebemos", "entrega",
    ];

    /// <summary>Fewer words are a greeting or the names of goods.</summary>
    private const int FewestWords = 4;

    /// <summary>Less than this a mixed line or an unknown word can reach.</summary>
    private const double Sure = 0.5;

    /// <summary>Of English and Pidgin the second best is always the other of them.</summary>
    private const double SureOfEnglishWords = 0.1;

    private static readonly string[] WrittenInEnglishWords = ["en", "pcm"];

    /// <summary>
    /// A text in another of the agent's languages than the one that the customer is answered in. English and Pidgin are not told apart:
    /// they are written with the same words, and who reads one reads the other.
    /// </summary>
    public static bool IsOtherThan(string language, string text)
    {
        if (StatementReader.Words(text).Count(word => word.Length > 0) < FewestWords) return false;
        var guess = LanguageDetector.Detect(text, language);
        var inEnglishWords = WrittenInEnglishWords.Contains(guess.Language);
        return guess.Language != language && guess.Confidence >= (inEnglishWords ? SureOfEnglishWords : Sure) && !(inEnglishWords && WrittenInEnglishWords.Contains(language));
    }

    public static bool Is(string sentence)
    {
        if (sentence.Count(IsOfAnotherScript) > MostForeignLetters)
        {
            return true;
        }

        var words = StatementReader.Words(sentence);
        return words.Any(Greetings.Contains) || words.Where(Words.Contains).Distinct().Count() > 1;
    }

    // Latin with its marks ends at U+024F, with the dotted letters of Yoruba and Igbo at U+1EFF.
    private static bool IsOfAnotherScript(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.OtherLetter
        || (char.IsLetter(letter) && letter > '\u024F' && letter is not ((>= '\u0250' and <= '\u02FF') or (>= '\u1E00' and <= '\u1EFF')));
}
