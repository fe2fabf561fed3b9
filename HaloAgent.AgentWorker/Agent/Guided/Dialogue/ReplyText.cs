using System.Globalization;
using System.Text;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Puts what was said into one bubble, with at most one emoji in all.</summary>
internal static class ReplyText
{
    public static IEnumerable<ReplyBubble> Of(IReadOnlyList<string> said)
    {
        if (said.Count > 0) yield return new ReplyBubble(string.Join("\n\n", WithOneEmoji(said)));
    }

    private static IEnumerable<string> WithOneEmoji(IEnumerable<string> said)
    {
        var seen = false;
        foreach (var part in said)
        {
            var kept = new StringBuilder(part.Length);
            foreach (var rune in part.EnumerateRunes())
            {
                if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherSymbol) kept.Append(rune);
                else if (!seen) (seen, _) = (true, kept.Append(rune));
            }

            yield return kept.ToString().TrimEnd();
        }
    }
}
