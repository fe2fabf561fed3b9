using HaloAgent.AgentWorker.Agent;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Conversations;

/// <summary>
/// How long to wait for the rest of a burst. People send "I want", "2 jollof", "and zobo" as three messages and expect one answer;
/// a complete sentence is answered at once. Five seconds of silence for everybody was tried elsewhere and hated.
/// </summary>
public sealed class BurstPolicy
{
    /// <summary>No burst is gathered for longer than this after its first message.</summary>
    public static readonly TimeSpan Cap = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan AfterFragment = TimeSpan.FromMilliseconds(900);
    private static readonly TimeSpan AfterPicture = TimeSpan.FromMilliseconds(700);

    private static readonly HashSet<string> OpenEnds = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "with", "plus", "also", "or", "for", "to", "i", "want", "need", "the", "a", "my", "please", "pls", "abeg", "then", "add", "give", "me", "of", "ati", "da", "na",
    };

    /// <returns>Zero: answer now.</returns>
    public TimeSpan WaitAfter(MessageContent last, WorkingMemory memory) => last switch
    {
        { Kind: MessageKind.Button or MessageKind.ListChoice } => TimeSpan.Zero,
        { Media.Count: > 0, Text.Length: 0 } => AfterPicture,
        _ when LooksFinished(last.Text, memory) => TimeSpan.Zero,
        _ => AfterFragment,
    };

    private static bool LooksFinished(string text, WorkingMemory memory)
    {
        var trimmed = text.TrimEnd();
        if (trimmed.Length == 0 || trimmed[^1] is ',' or '&' or '+' or '-' or ':')
        {
            return trimmed.Length == 0;
        }

        if (trimmed[^1] is '.' or '!' or '?' || char.IsSurrogate(trimmed[^1]))
        {
            return true;
        }

        var words = trimmed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (OpenEnds.Contains(words[^1].Trim('.', ',')))
        {
            // "I want", "2 jollof and": more is coming.
            return false;
        }

        // "2 jollof" may be the first of a list, unless it answers what was just asked. What stands alone ("menu", "hi", "yes") is complete.
        var mayBeFirstOfList = words.Length <= 2 && char.IsAsciiDigit(words[0][0]) && memory.Asked is null && memory.Listed.Count == 0;
        return !mayBeFirstOfList;
    }
}
