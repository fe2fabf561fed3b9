using System.Globalization;
using System.Text;

namespace HaloAgent.Languages;

/// <param name="Text">Folded, without apostrophes, stretched letters shrunk.</param>
/// <param name="IsName">Written with a capital inside a sentence.</param>
/// <param name="Elided">Begins with n' before a vowel ("n'ulo").</param>
internal readonly record struct ChatWord(string Text, bool IsName, bool Elided);

/// <summary>Cuts a chat line into folded words. Addresses of pages, @names, and what holds a digit are no words.</summary>
internal static class ChatWords
{
    /// <summary>The beginning of a long text says enough.</summary>
    private const int MostWords = 80;
    private const int MostCharacters = 800;

    public static List<ChatWord> In(string decomposed, Func<string, bool> knows)
    {
        List<ChatWord> words = [];
        var word = new StringBuilder();
        var shouted = !decomposed.Any(char.IsLower);
        var (capital, elided) = (false, false);
        var text = decomposed.Length <= MostCharacters ? decomposed : decomposed[..MostCharacters];
        for (var at = 0; at <= text.Length && words.Count < MostWords;)
        {
            if (at < text.Length && word.Length == 0 && Skipped(text, at) is > 0 and var skip)
            {
                at += skip;
                continue;
            }

            if (at < text.Length && IsInside(text, at, word, ref capital, ref elided, out var length))
            {
                at += length;
                continue;
            }

            if (word.Length > 0) words.Add(new ChatWord(Shrunk(word.ToString(), knows), capital && words.Count > 0 && !shouted, elided));
            word.Clear();
            (capital, elided) = (false, false);
            at++;
        }

        return words;
    }

    private static bool IsInside(string text, int at, StringBuilder word, ref bool capital, ref bool elided, out int length)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length);
        var plain = PlainLetters.For(rune);
        if (plain == "'" || rune.Value is '\'' or '`')
        {
            elided |= word is { Length: 1 } && word[0] == 'n' && at + length < text.Length && "aeiouAEIOU".Contains(text[at + length], StringComparison.Ordinal);
            return word.Length > 0 && at + length < text.Length && char.IsLetter(text[at + length]);
        }

        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) return word.Length > 0;
        if (!Rune.IsLetter(rune)) return false;
        if (word.Length == 0) capital = Rune.IsUpper(rune);
        word.Append(plain ?? Rune.ToLowerInvariant(rune).ToString());
        return true;
    }

    private static int Skipped(string text, int at)
    {
        if (at > 0 && !char.IsWhiteSpace(text[at - 1])) return 0;
        var end = at;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        return end > at && IsNoWord(text.AsSpan(at, end - at)) ? end - at : 0;
    }

    // The random letters of a payment reference are no words of any language.
    private static bool IsNoWord(ReadOnlySpan<char> run) =>
        run[0] == '@' || run.ContainsAnyInRange('0', '9') || run.StartsWith("http", StringComparison.OrdinalIgnoreCase) || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || run.StartsWith("HA-", StringComparison.OrdinalIgnoreCase);

    // "abegggg" is "abeg": three and more equal letters are two where that is a word, else one.
    private static string Shrunk(string word, Func<string, bool> knows)
    {
        if (!IsStretched(word)) return word;
        var twice = Runs(word, 2);
        return knows(twice) ? twice : Runs(word, 1);
    }

    private static bool IsStretched(string word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2]) return true;
        }

        return false;
    }

    private static string Runs(string word, int most)
    {
        var shrunk = new StringBuilder(word.Length);
        for (var start = 0; start < word.Length;)
        {
            var end = start;
            while (end < word.Length && word[end] == word[start]) end++;
            shrunk.Append(word[start], end - start >= 3 ? most : end - start);
            start = end;
        }

        return shrunk.ToString();
    }
}
