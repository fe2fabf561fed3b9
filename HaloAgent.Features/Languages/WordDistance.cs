namespace HaloAgent.Languages;

/// <summary>How many slips of the finger lie between two words: letters added, left out, wrong or swapped.</summary>
public static class WordDistance
{
    private const int DoublesOnly = 6;

    /// <summary>The slips forgiven in a word of this length: short words are other words too easily.</summary>
    public static int Forgiven(int length) => length switch { < 4 => 0, < DoublesOnly => 1, _ => 2 };

    public static bool IsNear(string heard, string meant)
    {
        var most = Math.Min(Forgiven(heard.Length), Forgiven(meant.Length));
        if (most == 0 || Math.Abs(heard.Length - meant.Length) > most || heard[0] != meant[0]) return false;
        var slips = Between(heard, meant);
        // "Joloff" has the letters of "jollof"; "agwara" (I told) has others than "ankara".
        return slips <= 1 || (slips <= most && (Math.Max(heard.Length, meant.Length) > DoublesOnly || HaveSameLetters(heard, meant)));
    }

    private static bool HaveSameLetters(string one, string other) => one.All(other.Contains) && other.All(one.Contains);

    private static int Between(string one, string other)
    {
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> current = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) last[j] = j;

        for (var i = 1; i <= one.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var wrong = one[i - 1] == other[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + wrong);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            last.CopyTo(before);
            current.CopyTo(last);
        }

        return last[other.Length];
    }
}
