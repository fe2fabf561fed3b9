using System.Globalization;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>How many of a thing are said, in digits or in words of any language: a model mixes them as customers do.</summary>
internal static class CountWords
{
    private const int MostDigits = 4;

    private static readonly Lexicon[] All = [.. LanguageResources.Codes.Select(Lexicon.For)];

    private static readonly Dictionary<string, int> Numbers = All.SelectMany(lexicon => lexicon.Numbers).GroupBy(number => number.Key).ToDictionary(number => number.Key, number => number.First().Value);

    private static readonly HashSet<string> Counters = [.. All.SelectMany(lexicon => lexicon.Counters)];

    private static readonly HashSet<string> Between = [.. All.SelectMany(lexicon => lexicon.Partitives), "x", "times", "more", "extra", "the", "our", "your"];

    private static readonly HashSet<string> Joiners = [.. All.SelectMany(lexicon => lexicon.Joiners), "or", "but"];

    /// <summary>"2", "x2", "2x", "two", "meji"; null: no number.</summary>
    public static int? Read(string word)
    {
        var digits = word.Trim('x');
        return digits.Length is > 0 and <= MostDigits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : Numbers.TryGetValue(word, out var named) ? named
            : null;
    }

    /// <summary>"Plates", "awo": what goods are counted in.</summary>
    public static bool Counts(string word) => Counters.Contains(word);

    /// <summary>May stand between a number and the thing that it counts.</summary>
    public static bool Links(string word) => Counts(word) || Between.Contains(word);

    /// <summary>"And", "ati": joins two things, and names none.</summary>
    public static bool Joins(string word) => Joiners.Contains(word);
}
