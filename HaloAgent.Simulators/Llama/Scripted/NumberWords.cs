using System.Globalization;

namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>Small numbers as digits and in the five languages.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Words = new()
    {
        ["a"] = 1,
        ["an"] = 1,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["dozen"] = 12,
        // Yoruba, Hausa, Igbo; they follow what they count.
        ["kan"] = 1,
        ["meji"] = 2,
        ["meta"] = 3,
        ["merin"] = 4,
        ["marun"] = 5,
        ["daya"] = 1,
        ["guda"] = 1,
        ["biyu"] = 2,
        ["uku"] = 3,
        ["hudu"] = 4,
        ["biyar"] = 5,
        ["otu"] = 1,
        ["abuo"] = 2,
        ["ato"] = 3,
        ["ano"] = 4,
        ["ise"] = 5,
    };

    public static int? Of(string word) =>
        int.TryParse(word.TrimEnd('x'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Words.TryGetValue(word, out var named) ? named : null;
}
