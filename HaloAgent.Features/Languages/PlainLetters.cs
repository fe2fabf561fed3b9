using System.Text;

namespace HaloAgent.Languages;

/// <summary>
/// Letters and signs that Unicode does not take apart by itself, each with its plain form: the hooked letters of Hausa, the
/// many apostrophes, the naira sign, half. With these and the accents dropped, "ƙara" and "kara" are the same word.
/// </summary>
public static class PlainLetters
{
    /// <summary>The plain form, or null where Unicode's own decomposition is enough.</summary>
    public static string? For(Rune rune) => rune.Value switch
    {
        0x0253 or 0x0181 => "b",
        0x0257 or 0x018A => "d",
        0x0199 or 0x0198 => "k",
        0x01B4 or 0x01B3 => "y",
        0x2018 or 0x2019 or 0x02BC or 0x02B9 or 0x00B4 => "'",
        0x00D7 or 0x2715 or 0x2716 => "x",
        0x00BD => " half ",
        0x20A6 => "₦",
        0x2028 or 0x2029 or 0x0085 => "\n",
        0x3002 or 0xFF0E => ".",
        _ => null,
    };
}
