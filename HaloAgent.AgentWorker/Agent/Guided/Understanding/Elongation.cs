using System.Text;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>"pleaseee", "okayyy": three or more equal letters are one or two; the vocabulary decides which.</summary>
internal static class Elongation
{
    public static string Shrink(string word, Vocabulary vocabulary)
    {
        if (!IsStretched(word)) return word;

        var twice = Runs(word, 2);
        if (vocabulary.Knows(twice)) return twice;
        var once = Runs(word, 1);
        return once;
    }

    private static bool IsStretched(string word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (char.IsAsciiLetter(word[i]) && word[i] == word[i - 1] && word[i] == word[i - 2]) return true;
        }

        return false;
    }

    // Only the stretched runs shrink: the double l of "jollofff" stays.
    private static string Runs(string word, int most)
    {
        var shrunk = new StringBuilder(word.Length);
        for (var start = 0; start < word.Length;)
        {
            var end = start;
            while (end < word.Length && word[end] == word[start]) end++;
            var length = end - start;
            shrunk.Append(word[start], length >= 3 && char.IsAsciiLetter(word[start]) ? most : length);
            start = end;
        }

        return shrunk.ToString();
    }
}
