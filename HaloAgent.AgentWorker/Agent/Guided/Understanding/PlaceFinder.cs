using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>A delivery area of the shop with the ways people write it; the first is the shop's own name for it.</summary>
internal sealed record PlaceName(IReadOnlyList<string> Names);

/// <summary>Recognises the shop's delivery areas in a customer's words, misspelt ones too.</summary>
internal sealed class PlaceFinder(IReadOnlyList<PlaceName> places, Func<string, IReadOnlyList<string>> wordsOf, IReadOnlyList<string> elisions)
{
    private readonly List<(string Name, IReadOnlyList<string> Words)> names =
    [
        .. places.SelectMany(place => place.Names.Select(name => (place.Names[0], wordsOf(name)))).Where(name => name.Item2.Count > 0)
            .OrderByDescending(name => name.Item2.Count),
    ];

    /// <summary>The area these words name; the last one, because an address ends with its area.</summary>
    public string? In(IReadOnlyList<string> words)
    {
        foreach (var exact in (ReadOnlySpan<bool>)[true, false])
        {
            for (var at = words.Count - 1; at >= 0; at--)
            {
                foreach (var (name, wanted) in names)
                {
                    if (Fits(words, at, wanted, exact)) return name;
                }
            }
        }

        return null;
    }

    /// <summary>How many words the name of an area has that begins here; 0: none does.</summary>
    public int LengthAt(IReadOnlyList<string> words, int at) => names.Find(name => Fits(words, at, name.Words, exact: true)).Words?.Count ?? 0;

    /// <summary>Whether a word belongs to the name of an area.</summary>
    public bool Knows(string word) => names.Exists(name => name.Words.Contains(word));

    // "N'Ikeja", written without its apostrophe.
    private bool Is(string word, string wanted) => word == wanted || elisions.Any(elision => word.Length == elision.Length + wanted.Length && word.StartsWith(elision, StringComparison.Ordinal) && word.EndsWith(wanted, StringComparison.Ordinal));

    private bool Fits(IReadOnlyList<string> words, int at, IReadOnlyList<string> wanted, bool exact)
    {
        if (at + wanted.Count > words.Count) return false;
        for (var i = 0; i < wanted.Count; i++)
        {
            if (!Is(words[at + i], wanted[i]) && (exact || wanted[i].Length < 5 || !WordDistance.IsNear(words[at + i], wanted[i]))) return false;
        }

        return true;
    }
}
