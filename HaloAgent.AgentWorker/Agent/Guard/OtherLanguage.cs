using System.Globalization;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>
/// A sentence in a language that the agent does not speak: a model's slip, and out of reach of everything that reads statements.
/// Known by its script, or by words that stand in none of the agent's languages.
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
