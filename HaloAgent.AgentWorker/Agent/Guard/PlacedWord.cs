using System.Text;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>A folded word of a sentence and where it stands in it. A comma or the like is an empty one.</summary>
internal readonly record struct PlacedWord(string Text, int At, int End)
{
    private static readonly Dictionary<string, string> NoEmoji = [];

    public bool IsBreak => Text.Length == 0;

    public bool IsNumber => Text.Length > 0 && Text.All(char.IsAsciiDigit);

    public static IReadOnlyList<PlacedWord> In(string text)
    {
        var words = new List<PlacedWord>();
        var word = new StringBuilder();
        var start = 0;
        var said = Folding.Fold(text, NoEmoji);
        var folded = said.Text + " ";
        for (var at = 0; at < folded.Length; at++)
        {
            var letter = folded[at];
            if (letter is ',' or '.' && at > 0 && char.IsAsciiDigit(folded[at - 1]) && char.IsAsciiDigit(folded[at + 1]))
            {
                continue; // 3,500 is one word
            }

            if (char.IsLetterOrDigit(letter) || letter is '\'' or '%')
            {
                if (word.Length == 0) start = at;
                if (letter != '\'') word.Append(letter);
                continue;
            }

            if (word.Length > 0) words.Add(new PlacedWord(word.ToString(), said.Origin[start], said.Origin[at - 1] + 1));
            word.Clear();
            if (letter is ',' or ';' or ':' or '.' or '!' or '?' or '\n') words.Add(new PlacedWord("", said.Origin[at], said.Origin[at] + 1));
        }

        return words;
    }

    /// <summary>Whether these words stand here, with nothing between them that ends a clause.</summary>
    public static bool StandAt(IReadOnlyList<PlacedWord> words, int at, IReadOnlyList<string> wanted)
    {
        for (var i = 0; i < wanted.Count; i++)
        {
            if (at + i >= words.Count || words[at + i].Text != wanted[i]) return false;
        }

        return wanted.Count > 0;
    }
}
