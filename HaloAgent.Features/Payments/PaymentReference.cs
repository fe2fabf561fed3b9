using System.Security.Cryptography;

namespace HaloAgent.Payments;

/// <summary>
/// What a customer writes into the narration of a transfer: <c>HA-7F3K-9M2X</c> without look-alike characters (no 0/O, 1/I/L, U/V),
/// with a check character, so that a mistyped reference is recognised as mistyped instead of as unknown.
/// </summary>
public static class PaymentReference
{
    /// <summary>29 characters, a prime: a weighted sum modulo 29 finds every single wrong character and every swap of two neighbours.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    private const int Length = 8;

    /// <summary>A new reference: seven random characters (29^7 = 17 billion) and the check character.</summary>
    public static string New()
    {
        Span<char> characters = stackalloc char[Length];
        for (var i = 0; i < Length - 1; i++)
        {
            characters[i] = Alphabet[RandomNumberGenerator.GetInt32(Alphabet.Length)];
        }

        characters[Length - 1] = CheckCharacter(characters[..(Length - 1)]);
        return Format(characters);
    }

    /// <summary>Reads what a customer typed: any case, spaces or dashes, with or without the prefix.</summary>
    public static TypedReference Read(string typed)
    {
        var letters = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        if (letters.Length > Length && letters.StartsWith("HA", StringComparison.Ordinal))
        {
            letters = letters[2..];
        }

        return letters switch
        {
            { Length: not Length } => new TypedReference(null, LooksMistyped: letters.Length is Length - 1 or Length + 1),
            _ when letters.Any(c => !Alphabet.Contains(c)) => new TypedReference(null, LooksMistyped: true),
            _ when CheckCharacter(letters.AsSpan(0, Length - 1)) != letters[^1] => new TypedReference(null, LooksMistyped: true),
            _ => new TypedReference(Format(letters), LooksMistyped: false),
        };
    }

    private static string Format(ReadOnlySpan<char> characters) => $"HA-{characters[..4]}-{characters[4..]}";

    private static char CheckCharacter(ReadOnlySpan<char> characters)
    {
        var sum = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            sum += (i + 2) * Alphabet.IndexOf(characters[i]);
        }

        return Alphabet[sum % Alphabet.Length];
    }
}

/// <param name="Reference">The reference in its one form, or null.</param>
/// <param name="LooksMistyped">It has the shape of a reference but its check character does not fit.</param>
public readonly record struct TypedReference(string? Reference, bool LooksMistyped);
