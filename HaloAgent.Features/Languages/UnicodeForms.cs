using System.Text;

namespace HaloAgent.Languages;

/// <summary>
/// Normalisation of text that strangers wrote. .NET refuses a text with half a surrogate pair or with U+FFFE, which both can come through
/// a webhook; here they are left out, because nobody can see or mean them.
/// </summary>
public static class UnicodeForms
{
    /// <param name="text">Anything.</param>
    /// <param name="form">See <see cref="NormalizationForm"/>.</param>
    public static string In(this string text, NormalizationForm form) =>
        StringNormalizationExtensions.Normalize(text.AsSpan().ContainsAny(Suspicious) ? Whole(text) : text, form);

    private static readonly System.Buffers.SearchValues<char> Suspicious = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0xD800, 0x800).Append(0xFFFE).Select(value => (char)value)]);

    /// <summary>The same without what is no character.</summary>
    public static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done && rune.Value != 0xFFFE)
            {
                whole.Append(text, at, length);
            }

            at += Math.Max(1, length);
        }

        return whole.ToString();
    }
}
